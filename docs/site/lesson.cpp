#include "docs/site/lesson.hpp"

#include "common/catalogue/text.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <vector>

namespace site
{

namespace
{

/// The cells of a line of a table, without the blanks around them.
std::vector<std::string> cells_of(const std::string& line)
{
    std::vector<std::string> cells;
    std::size_t begin = 1;
    for (std::size_t bar = line.find('|', begin); bar != std::string::npos; bar = line.find('|', begin)) {
        const std::size_t first = line.find_first_not_of(' ', begin);
        const std::size_t last = line.find_last_not_of(' ', bar - 1);
        cells.push_back(first >= bar ? "" : line.substr(first, last - first + 1));
        begin = bar + 1;
    }
    return cells;
}

/// Stars of which the filled ones count, for those who listen to a page as well.
std::string stars(const std::string& difficulty)
{
    int filled = 0;
    const std::string star = "★";
    for (std::size_t at = difficulty.find(star); at != std::string::npos; at = difficulty.find(star, at + 1)) ++filled;
    return fmt::format("<span role=\"img\" aria-label=\"difficulty {} of 5\" title=\"Difficulty\">{}</span>", filled,
                       difficulty);
}

/// HTML that Doxygen is to leave as it is.
std::string as_it_is(const std::string& html) { return "\n\\htmlonly[block]\n" + html + "\n\\endhtmlonly\n\n"; }

/// `20 minutes · ★★★☆☆ · builds on chapters 2, 3`, from the cells of the table.
std::string facts(const std::vector<std::string>& cells)
{
    const std::string earlier = cells[2].starts_with("Chapters") ? "c" + cells[2].substr(1) : cells[2];
    const std::string builds_on = cells[2] == "nothing" ? "" : " · builds on " + earlier;
    const std::string line = cells[0] + " · " + stars(cells[1]) + builds_on + "\n";
    return as_it_is("<div class=\"facts\">") + line + as_it_is("</div>");
}

/// Where the links at the end begin: at the last rule, if the line below it is made of them.
std::size_t end_of_lesson(const std::string& lesson)
{
    const std::string rule = "\n---\n";
    const std::size_t at = lesson.rfind(rule);
    if (at == std::string::npos) return lesson.size();
    const std::size_t words = lesson.find_first_not_of('\n', at + rule.size());
    const bool are_links = lesson.compare(words, 9, "Previous:") == 0 || lesson.compare(words, 5, "Next:") == 0;
    return are_links ? at + 1 : lesson.size();
}

}  // namespace

std::string as_on_site(const std::string& lesson)
{
    std::string text;
    std::vector<std::string> lines = catalogue::lines_of(lesson.substr(0, end_of_lesson(lesson)));
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool is_table = lines[i].starts_with("| Reading time |") && i + 2 < lines.size();
        if (is_table) i += 2;
        text += is_table ? facts(cells_of(lines[i])) : lines[i] + "\n";
    }
    return text;
}

}  // namespace site
