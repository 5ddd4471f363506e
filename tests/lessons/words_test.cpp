#include "tests/lessons/words.hpp"

#include "common/catalogue/chapter.hpp"

#include "tests/catch.hpp"
#include "tests/files.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

using namespace tests;
using Complaints = std::vector<std::string>;

namespace
{

std::vector<Term> glossary() { return terms_of(read(project() / "docs/glossary.md")); }

/// Words that everybody knows in their everyday sense, in which a lesson may use them before it says more.
constexpr std::array<const char*, 14> everyday = {"key",  "value", "output", "weight", "score",  "query", "head",
                                                  "mask", "block", "cache",  "step",   "kernel", "token", "norm"};

bool is_everyday(const Term& term) { return std::ranges::find(everyday, term.forms.front()) != everyday.end(); }

/// Each term that a lesson uses before the chapter that defines it.
Complaints used_too_early(const std::vector<Term>& terms, int chapter, const std::string& lesson)
{
    const std::string text = reading_of(lesson);
    Complaints found;
    for (const Term& term : terms) {
        if (term.chapter <= chapter || is_everyday(term)) continue;
        for (const std::string& form : term.forms) {
            if (!has_words(text, form)) continue;
            found.push_back("chapter " + std::to_string(chapter) + ": " + form + ", which chapter " +
                            std::to_string(term.chapter) + " defines");
        }
    }
    return found;
}

/// All that is read: lessons, code, exercises, hints, the site's pages, the command's messages.
std::vector<std::filesystem::path> texts()
{
    std::vector<std::filesystem::path> found = {project() / "README.md", project() / "learn"};
    for (const char* room : {"chapters", "common", "docs", "exercises", "solutions", "tests/exercises"}) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(project() / room)) {
            const std::string kind = entry.path().extension().string();
            if (kind == ".md" || kind == ".hpp" || kind == ".cpp") found.push_back(entry.path());
        }
    }
    return found;
}

}  // namespace

TEST_CASE("no lesson uses a term before the chapter that defines it")
{
    const std::vector<Term> terms = glossary();
    CHECK(terms.size() > 60);
    for (const catalogue::Chapter& chapter : catalogue::chapters_of(project()))
        CHECK(used_too_early(terms, chapter.number, read(chapter.folder / "README.md")) == Complaints{});
}

TEST_CASE("each term of the glossary is in bold in the lesson that defines it")
{
    const std::vector<catalogue::Chapter> chapters = catalogue::chapters_of(project());
    for (const Term& term : glossary()) {
        INFO(term.forms.front() << ", chapter " << term.chapter);
        REQUIRE(term.chapter >= 1);
        REQUIRE(static_cast<std::size_t>(term.chapter) <= chapters.size());
        const std::string lesson =
            reading_of(read(chapters[static_cast<std::size_t>(term.chapter) - 1].folder / "README.md"));
        const bool defined = std::ranges::any_of(term.forms, [&](const std::string& form) {
            std::string capital = form;
            capital[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(capital[0])));
            return contains(lesson, "**" + form) || contains(lesson, "**" + capital);
        });
        CHECK(defined);
        CHECK(!term.meaning.empty());
    }
}

TEST_CASE("the glossary is in the order of the alphabet, and names no term twice")
{
    std::vector<std::string> names;
    for (const Term& term : glossary()) {
        std::string name = term.forms.front();
        std::ranges::transform(name, name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        names.push_back(name);
    }
    CHECK(std::ranges::is_sorted(names));
    CHECK(std::ranges::adjacent_find(names) == names.end());
}

TEST_CASE("no text says what no native speaker would say")
{
    for (const auto& file : texts()) {
        INFO(file);
        CHECK(odd_phrases(read(file)) == Complaints{});
    }
}

TEST_CASE("a term that comes too early is seen, an odd phrase as well")
{
    const std::vector<Term> terms =
        terms_of("| **loss**, losses | how wrong a model is | [5](../chapters/05_x/README.md) |\n"
                 "| **chain rule** | slopes multiply | [14](../chapters/14_x/README.md) |\n");
    REQUIRE(terms.size() == 2);
    CHECK(terms[0].forms == std::vector<std::string>{"loss", "losses"});
    CHECK(terms[1].chapter == 14);
    CHECK(used_too_early(terms, 3, "The Loss is large.\n").size() == 1);
    CHECK(used_too_early(terms, 5, "The Loss is large.\n").empty());
    CHECK(used_too_early(terms, 5, "By the chain\nrule.\n").size() == 1);
    CHECK(used_too_early(terms, 3, "A glossy `loss`, [here](loss.md).\n\n```cpp\nloss\n```\n\nLater: the loss.\n")
              .empty());
    CHECK(odd_phrases("/// The keys, one a\n/// row.\n") == Complaints{"one a row"});
    CHECK(odd_phrases("The keys, one per row.").empty());
}

TEST_CASE("programs and what they print stay short")
{
    for (const catalogue::Chapter& chapter : catalogue::chapters_of(project())) {
        INFO(chapter.name);
        CHECK(lines_of(read(chapter.folder / "main.cpp")).size() <= 60);
        CHECK(lines_of(read(chapter.folder / "output.txt")).size() <= 64);
    }
}
