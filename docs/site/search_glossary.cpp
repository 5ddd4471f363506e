#include "docs/site/search_glossary.hpp"

#include "common/catalogue/pattern.hpp"
#include "common/catalogue/text.hpp"
#include "docs/site/addresses.hpp"
#include "docs/site/search_text.hpp"

#include <algorithm>
#include <cstddef>

namespace site
{

namespace
{

constexpr const char* row_begin = "| **";

/// The words between commas: `mask`, `masks`, `masked`.
std::vector<std::string> forms_of(const std::string& cell)
{
    std::vector<std::string> forms;
    const std::string words = plain_words(cell);
    for (std::size_t begin = 0; begin < words.size();) {
        const std::size_t end = std::min(words.find(", ", begin), words.size());
        forms.push_back(words.substr(begin, end - begin));
        begin = end + 2;
    }
    return forms;
}

/// A row taken apart: what it prints in bold, the words' other forms, the meaning, and the chapter.
Term term_of(const std::string& row)
{
    const std::vector<std::string> cells =
        catalogue::groups_of(row, R"(^\| \*\*([^*]+)\*\*([^|]*)\| (.*) \| \[[^\]]*\]\([^)]*chapters/([^/)]+))");
    if (cells.empty()) return {};
    return {plain_words(cells[1]), forms_of(cells[1] + cells[2]), plain_words(cells[3]), cells[4]};
}

}  // namespace

std::string Term::place() const { return "term-" + anchor_of(name); }

std::vector<Term> terms_of(const std::string& glossary)
{
    std::vector<Term> terms;
    for (const std::string& line : catalogue::lines_of(glossary)) {
        if (!line.starts_with(row_begin)) continue;
        const Term term = term_of(line);
        if (!term.name.empty()) terms.push_back(term);
    }
    return terms;
}

std::string with_places(const std::string& glossary)
{
    std::string result;
    for (const std::string& line : catalogue::lines_of(glossary)) {
        const Term term = line.starts_with(row_begin) ? term_of(line) : Term{};
        const std::string place = "<span id=\"" + term.place() + "\"></span>";
        result += term.name.empty() ? line : "| \\htmlonly" + place + "\\endhtmlonly" + line.substr(2);
        result += "\n";
    }
    return result;
}

}  // namespace site
