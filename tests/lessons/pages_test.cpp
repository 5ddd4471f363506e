#include "tests/lessons/pages.hpp"

#include "common/catalogue/chapter.hpp"
#include "common/catalogue/files.hpp"
#include "common/catalogue/pattern.hpp"

#include "tests/catch.hpp"
#include "tests/files.hpp"

#include <array>
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

using namespace tests;
using Complaints = std::vector<std::string>;

namespace
{

/// Every page of the project, wherever it stands.
std::vector<std::filesystem::path> pages()
{
    std::vector<std::filesystem::path> found = {project() / "README.md"};
    for (const char* room : {"chapters", "docs", "exercises", "solutions"}) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(project() / room)) {
            if (entry.path().extension() == ".md") found.push_back(entry.path());
        }
    }
    return found;
}

/// What a lesson consists of, in this order; between them it may have more.
constexpr std::array<const char*, 16> parts = {"\n> ",
                                               "\n| Reading time | Difficulty | Builds on | From the sources |\n",
                                               "](map.svg)\n",
                                               "\n## The question\n",
                                               "\n## The idea\n",
                                               "\n## The picture",
                                               "\n## By hand",
                                               "\n## The formula",
                                               "\n## The code",
                                               "\n## What it prints\n",
                                               "\n## What to notice\n",
                                               "\n## A pitfall",
                                               "\n## Check yourself\n",
                                               "\n## Try it\n",
                                               "\nSources: ",
                                               "\n---\n"};

}  // namespace

TEST_CASE("a folder of a chapter says in a sentence what belongs there")
{
    for (const catalogue::Chapter& chapter : catalogue::chapters_of(project())) {
        for (const auto& folder : catalogue::folders_of(chapter.folder)) {
            INFO(folder);
            const std::string sentence = catalogue::read_if_there(folder / "README.md").value_or("");
            CHECK(catalogue::fits(sentence,
                                  R"(^[A-Z][^\n]*[^\n.]\.\n$)"));  // the site puts it above the folder's headers
        }
    }
}

TEST_CASE("every chapter has a lesson with all its parts, in order")
{
    for (const catalogue::Chapter& chapter : catalogue::chapters_of(project())) {
        INFO(chapter.name);
        const std::string page = read(chapter.folder / "README.md");
        CHECK(page.starts_with("# " + chapter.heading() + "\n"));
        CHECK(chapter.idea.size() <= 51);  // for `./learn list` has 80 columns
        std::size_t at = 0;
        for (const char* part : parts) {
            INFO(part);
            const std::size_t found = page.find(part, at);
            REQUIRE(found != std::string::npos);
            at = found;
        }
        CHECK(page.find("./learn run " + std::to_string(chapter.number) + "\n") != std::string::npos);
    }
}

TEST_CASE("code and output on the pages stand in the files they name")
{
    for (const auto& page : pages()) {
        INFO(page);
        CHECK(drifted_blocks(page) == Complaints{});
    }
}

TEST_CASE("every number in a lesson was printed by its program")
{
    for (const catalogue::Chapter& chapter : catalogue::chapters_of(project())) {
        const std::string output = read(chapter.folder / "output.txt");
        CHECK(unfounded_numbers(chapter.folder / "README.md", output) == Complaints{});
    }
}

TEST_CASE("every link leads somewhere")
{
    for (const auto& page : pages()) {
        INFO(page);
        CHECK(broken_links(page) == Complaints{});
    }
}

TEST_CASE("no formula and no italics are between quotes")
{
    for (const auto& page : pages()) CHECK(quoted_marks(page) == Complaints{});
}

TEST_CASE("the sheet of formulas has every chapter, and each formula as its lesson has it")
{
    const std::filesystem::path sheet = project() / "docs" / "formulas.md";
    CHECK(strayed_formulas(sheet) == Complaints{});
    const std::string page = read(sheet);
    for (const catalogue::Chapter& chapter : catalogue::chapters_of(project())) {
        const std::string begin = "\n**[" + std::to_string(chapter.number) + ". " + chapter.title + "](../chapters/" +
                                  chapter.name + "/README.md).**";
        INFO("docs/formulas.md, a paragraph that begins with " << begin);
        CHECK(contains(page, begin));
    }
}

TEST_CASE("every chapter is on the map of the front page")
{
    const std::string front = read(project() / "README.md");
    for (const catalogue::Chapter& chapter : catalogue::chapters_of(project())) {
        const std::string link = "(chapters/" + chapter.name + "/README.md)";
        INFO("README.md, a row with the link " << link);
        CHECK(contains(front, link));
    }
}

TEST_CASE("every lesson ends with the way to the one before it and to the one after")
{
    const std::vector<catalogue::Chapter> chapters = catalogue::chapters_of(project());
    for (std::size_t i = 0; i < chapters.size(); ++i) {
        INFO(chapters[i].name);
        const std::string page = read(chapters[i].folder / "README.md");
        const std::string end = page.substr(page.rfind("\n---\n"));
        const auto leads = [&](const std::string& word, std::size_t other) {
            const std::string link = "[" + chapters[other].heading() + "](../" + chapters[other].name + "/README.md)";
            return contains(end, word + ": " + link) || contains(end, word + ":\n" + link);
        };
        CHECK((i == 0 || leads("Previous", i - 1)));
        CHECK((i + 1 == chapters.size() || leads("Next", i + 1)));
    }
}

TEST_CASE("prose is a page without its code, but with its formulas")
{
    CHECK(prose_of("a `b` $c$\n\n```sh\nd\n```\n\n```math\ne\n```\n\n$`f`$\n") == "a  $c$\n\n\ne\n\n$f$\n");
}

TEST_CASE("a page that drifts is seen")
{
    const TemporaryFolder folder;
    const std::filesystem::path page = folder.path() / "README.md";
    write(folder.path() / "piece.hpp", "int a;\nint b;\nint c;\n");
    write(folder.path() / "output.txt", "  sum 0.5000\n  of 12,345\n");
    const auto complaints = [&](const std::string& text) {
        write(page, text);
        return drifted_blocks(page).size();
    };
    CHECK(complaints("From [`piece.hpp`](piece.hpp):\n\n```cpp\nint a;\nint b;\n```\n") == 0);
    CHECK(complaints("From [`piece.hpp`](piece.hpp):\n\n```cpp\nint a;\nint c;\n```\n") == 1);
    CHECK(complaints("From [`piece.hpp`](piece.hpp):\n\n```cpp\nint\n```\n") == 1);
    CHECK(complaints("Some code:\n\n```cpp\nint a;\n```\n") == 1);
    CHECK(complaints("[`output.txt`](output.txt):\n\n```text\n  sum 0.5000\n```\n") == 0);
    CHECK(complaints("[`output.txt`](output.txt):\n\n```text\n  sum 0.5001\n```\n") == 1);
    CHECK(complaints("[`piece.hpp`](piece.hpp):\n\n```text\nint a;\n```\n") == 1);
    write(folder.path() / "longer.txt", "  sum 0.7500\n");
    std::filesystem::create_directories(folder.path() / "text");
    write(folder.path() / "text" / "corpus.txt", "nobody printed this\n");
    CHECK(complaints("[`longer.txt`](longer.txt):\n\n```text\n  sum 0.7500\n```\n") == 0);
    CHECK(complaints("[`corpus.txt`](text/corpus.txt):\n\n```text\nnobody printed this\n```\n") == 1);
    CHECK(complaints("```math\nA = 1\n```\n") == 0);
    CHECK(complaints("```python\nprint()\n```\n") == 1);
}

TEST_CASE("a number that no program printed is seen")
{
    const TemporaryFolder folder;
    const std::filesystem::path page = folder.path() / "README.md";
    const auto complaints = [&](const std::string& text) {
        write(page, text);
        return unfounded_numbers(page, "  sum 0.5000\n  of 12,345 and -1.25\n").size();
    };
    CHECK(complaints("It is 0.5000, of 12,345, and -1.25; see [it](b_3.5.md), or `1.5`, or $12{,}345$.") == 0);
    CHECK(complaints("It is 0.500.") == 1);
    CHECK(complaints("It is 0.50001, or 10.5000.") == 2);
    CHECK(complaints("It is 2,345.") == 1);
}

TEST_CASE("a formula between quotes is seen, and italics")
{
    const TemporaryFolder folder;
    const std::filesystem::path page = folder.path() / "README.md";
    const auto complaints = [&](const std::string& text) {
        write(page, text);
        return quoted_marks(page).size();
    };
    CHECK(complaints("Saying \"it is\n$O(n)$\" hides a factor.\n") == 1);
    CHECK(complaints("\"Not *near*\" is all.\n") == 1);
    CHECK(complaints("A \"word\" and $a$, then \"another\".\n\nAn inch: 5\"\n\n$b$ \"x\"\n") == 0);
}

TEST_CASE("a formula of the sheet that stands in no lesson is seen")
{
    const TemporaryFolder folder;
    const std::filesystem::path sheet = folder.path() / "formulas.md";
    write(folder.path() / "one.md", "# One\n\n$`a \\, b`$\n\n```math\nc =\nd\n```\n");
    write(folder.path() / "two.md", "# Two\n\n$e$\n");
    const auto complaints = [&](const std::string& text) {
        write(sheet, "# Sheet\n\n" + text);
        return strayed_formulas(sheet).size();
    };
    const std::string one = "**[1](one.md).** Where $`a \\, b`$:\n\n```math\nc =\nd\n```\n\n";
    CHECK(complaints(one + "**[2](two.md).** $e$\n\n## On\n\n$x$\n") == 0);
    CHECK(complaints(one + "and $e$.\n\n## On\n\n**[2](two.md).** $e$\n") == 1);
    CHECK(complaints("**[1](one.md).**\n\n```math\nc = d\n```\n\n**[2](two.md).** $e$ and $f$\n") == 2);
}

TEST_CASE("a link that leads nowhere is seen")
{
    const TemporaryFolder folder;
    const std::filesystem::path page = folder.path() / "README.md";
    write(folder.path() / "other.md", "# The title: of it\n");
    const auto complaints = [&](const std::string& text) {
        write(page, text);
        return broken_links(page).size();
    };
    CHECK(complaints("## Here we are\n[a](other.md) [b](other.md#the-title-of-it) [c](#here-we-are)\n") == 0);
    CHECK(complaints("[a](another.md)") == 1);
    CHECK(complaints("[b](other.md#the-title)") == 1);
    CHECK(complaints("![c](missing.svg)") == 1);
}

TEST_CASE("a chapter with a live page says in its lesson which picture it stands for, and none else does")
{
    for (const catalogue::Chapter& chapter : catalogue::chapters_of(project())) {
        INFO(chapter.name);
        const std::string page = read(chapter.folder / "README.md");
        const std::string mark = "\n<!-- live -->\n\n![";
        const std::size_t at = page.find(mark);
        CHECK((at != std::string::npos) == std::filesystem::exists(chapter.folder / "live.cpp"));
        CHECK((at == std::string::npos || page.find("<!-- live", at + mark.size()) == std::string::npos));
    }
}
