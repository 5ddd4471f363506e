#include "tests/lessons/words.hpp"

#include "tests/lessons/pages.hpp"

#include "common/catalogue/pattern.hpp"
#include "tests/files.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>

namespace tests
{

namespace
{

std::string in_small_letters(std::string text)
{
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

bool is_of_a_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

/// The parts of `**loss**, losses`, without the stars.
std::vector<std::string> forms_of(const std::string& cell)
{
    std::vector<std::string> forms;
    for (const std::string& form : catalogue::all_that_fit(cell, R"([^,*][^,]*)")) {
        const std::string plain = catalogue::replaced(form, R"(^\s+|\**\s*$)", "");
        if (!plain.empty()) forms.push_back(plain);
    }
    return forms;
}

/// A text in one line, without the marks of comments.
std::string flat(const std::string& text) { return catalogue::replaced(text, R"(\s*\n\s*(//[/!<]*)?\s*)", " "); }

/// What the first edition said, and nobody says.
constexpr std::array<const char*, 22> phrases = {
    "stands in a textbook", "differences alone",  "one a row",       "one a column",      "one a key",
    "one a query",          "one a head",         "one a word",      "one a line",        "to rounding, that is",
    "whoever leaves",       "whoever drops",      "whoever forgets", "whoever uses",      "has it drawn",
    "behind the bar",       "none but",           "no sum of no",    "a handicap and no", "scores are others",
    "seed items",           "as many as one gets"};

}  // namespace

std::vector<Term> terms_of(const std::string& glossary)
{
    const std::string row = R"(^\| (\*\*[^|]+) \| ([^|]+) \| \[(\d+)\]\([^)]*\) \|$)";
    std::vector<Term> terms;
    for (const std::string& line : lines_of(glossary)) {
        const std::vector<std::string> cells = catalogue::groups_of(line, row);
        if (!cells.empty()) terms.push_back({forms_of(cells[1]), cells[2], std::stoi(cells[3])});
    }
    return terms;
}

std::string reading_of(const std::string& lesson)
{
    const std::string prose = prose_of(lesson.substr(0, lesson.rfind("\n---\n")));
    const std::string to_the_end = prose.substr(0, prose.find("\nLater:"));
    return flat(catalogue::replaced(to_the_end, R"(\]\([^)]*\))", "]"));
}

bool has_words(const std::string& text, const std::string& words)
{
    const std::string hay = in_small_letters(text);
    const std::string needle = in_small_letters(words);
    for (std::size_t at = hay.find(needle); at != std::string::npos; at = hay.find(needle, at + 1)) {
        const std::size_t end = at + needle.size();
        const bool begins = at == 0 || !is_of_a_word(hay[at - 1]);
        if (begins && (end == hay.size() || !is_of_a_word(hay[end]))) return true;
    }
    return false;
}

std::vector<std::string> odd_phrases(const std::string& text)
{
    const std::string line = flat(text);
    std::vector<std::string> found;
    for (const std::string phrase : phrases) {
        if (has_words(line, phrase)) found.push_back(phrase);
    }
    return found;
}

}  // namespace tests
