#include "docs/site/tables.hpp"

#include "common/catalogue/text.hpp"
#include "docs/site/markup.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace site
{

namespace
{

constexpr const char* table_begin = "<table class=\"markdownTable\">";
constexpr std::size_t fits_a_line = 60;  // letters of a row that a telephone can show side by side, in two lines a cell

/// All that stands from one mark up to the next of another one.
std::vector<std::string> pieces(const std::string& text, const std::string& begin, const std::string& end)
{
    std::vector<std::string> found;
    for (std::size_t at = text.find(begin); at != std::string::npos; at = text.find(begin, at + 1)) {
        const std::size_t piece_end = text.find(end, at);
        if (piece_end == std::string::npos) break;
        found.push_back(text.substr(at, piece_end - at));
    }
    return found;
}

/// The longest row, in letters; 0 for a table of one column.
std::size_t longest_row(const std::string& table)
{
    std::size_t longest = 0;
    for (const std::string& row : pieces(table, "<tr", "</tr>")) {
        const bool is_one_cell = pieces(row, "<td", "</td>").size() < 2;
        if (!is_one_cell) longest = std::max(longest, without_tags(row).size());
    }
    return longest;
}

/// A row whose cells say what column they are of.
std::string labelled(const std::string& row, const std::vector<std::string>& heads)
{
    std::string result;
    std::size_t done = 0;
    std::size_t column = 0;
    for (std::size_t at = row.find("<td"); at != std::string::npos; at = row.find("<td", done)) {
        const std::string label = column < heads.size() ? without_tags(heads[column++]) : "";
        result += row.substr(done, at + 3 - done) + (label.empty() ? "" : fmt::format(" data-label=\"{}\"", label));
        done = at + 3;
    }
    return result + row.substr(done);
}

std::string with_labels(const std::string& table)
{
    const std::vector<std::string> heads = pieces(table, "<th ", "</th>");
    std::string result = table;
    for (const std::string& row : pieces(table, "<tr", "</tr>")) result = with(result, row, labelled(row, heads));
    return result;
}

/// A table of sentences stacks on a telephone, unless a column has a formula for its name, which no label could show.
bool can_stack(const std::string& table)
{
    const std::vector<std::string> heads = pieces(table, "<th ", "</th>");
    const auto has_formula = [](const std::string& head) { return catalogue::contains(head, "class=\"formula\""); };
    return longest_row(table) > fits_a_line && std::ranges::none_of(heads, has_formula);
}

std::string in_box(const std::string& table)
{
    const bool stacks = can_stack(table);
    return fmt::format("<div class=\"table{}\">{}</div>", stacks ? " stacks" : "", stacks ? with_labels(table) : table);
}

}  // namespace

std::string with_tables_in_boxes(const std::string& content)
{
    const std::string end_mark = "</table>";
    std::string result;
    std::size_t done = 0;
    for (std::size_t at = content.find(table_begin); at != std::string::npos; at = content.find(table_begin, done)) {
        const std::size_t end = content.find(end_mark, at);
        if (end == std::string::npos) break;
        result += content.substr(done, at - done) + in_box(content.substr(at, end + end_mark.size() - at));
        done = end + end_mark.size();
    }
    return result + content.substr(done);
}

}  // namespace site
