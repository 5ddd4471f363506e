// What the site is made of: lessons, exercises and headers as Doxygen gets to read them.

#include "common/catalogue/exercise.hpp"
#include "docs/site/addresses.hpp"
#include "docs/site/code.hpp"
#include "docs/site/exercises.hpp"
#include "docs/site/finish.hpp"
#include "docs/site/frame.hpp"
#include "docs/site/headings.hpp"
#include "docs/site/lesson.hpp"
#include "docs/site/markdown.hpp"
#include "docs/site/navigation.hpp"
#include "docs/site/pages.hpp"
#include "docs/site/sized_pictures.hpp"
#include "docs/site/staircase.hpp"
#include "docs/site/tables.hpp"

#include "tests/catch.hpp"
#include "tests/files.hpp"

#include <cstddef>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace
{

using tests::contains;

/// A formula in a line of text, as Doxygen passes it through.
std::string formula(const std::string& tex)
{
    return "\\htmlonly<span class=\"formula\"><code>" + tex + "</code></span>\\endhtmlonly";
}

/// A small project: one chapter with a header, one exercise with a hint and a solution.
class Project
{
public:
    Project()
    {
        file("README.md", "# All\n");
        file("chapters/02_softmax/README.md", "# Chapter 2: Softmax\n");
        file("chapters/02_softmax/softmax.hpp", "/// \\file\n/// Chapter 2: it sums\n/// to 1.\n#pragma once\n"
                                                "\nnamespace attention\n{\n\nint f();\n\n}  // namespace attention\n");
        file("tests/exercises/02_softmax/sum/stub.cpp",
             "/// Exercise 2.1: The sum\n///\n/// Add up.\n///\n/// \\param a  the first\n///           summand\n"
             "/// \\return  the sum\n/// \\throws common::NotDoneYet  at first\nint sum(int a);\n");
        file("exercises/02_softmax/hints/sum.md", "## A nudge\n\nPlus.\n\n## More\n\n`+`\n");
        file("solutions/02_softmax/sum.cpp", "int sum(int a) { return a; }\n");
    }

    void file(const std::string& name, const std::string& text) const { tests::write(folder_.path() / name, text); }

    /// A page of chapter 2, translated.
    std::string lesson(const std::string& text) const
    {
        site::Addresses addresses(folder_.path());
        return site::for_doxygen({text, "chapters/02_softmax/README.md", "chapter_02_softmax"}, addresses);
    }

    const std::filesystem::path& path() const { return folder_.path(); }

private:
    tests::TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("formulas are kept from Doxygen, code keeps its dollars")
{
    const Project project;
    CHECK(project.lesson("so $a_1$ and\n$b$.\n") == "so " + formula("a_1") + " and\n" + formula("b") + ".\n");
    CHECK(project.lesson("($`a \\, b < c`$)\n") == "(" + formula("a \\, b &lt; c") + ")\n");
    CHECK(contains(project.lesson("As\n\n```math\na &=\n[b](c)\n```\n"),
                   "\n\\htmlonly[block]\n<div class=\"formula\"><code>a &amp;= [b](c)</code></div>\n\\endhtmlonly\n"));
    CHECK(project.lesson("`$HOME` and ``a ` $b$``\n") == "`$HOME` and ``a ` $b$``\n");
    CHECK(project.lesson("```sh\n# $x\n$$\n```\n") == "```{.unparsed}\n# $x\n$$\n```\n");
    CHECK(project.lesson("```cpp\nint a;\n```\n") == "```{.cpp}\nint a;\n```\n");
    CHECK(project.lesson("5 $ or me@home\n") == "5 $ or me\\@home\n");
}

TEST_CASE("what is bold stays bold, beside a quote and over the end of a line too")
{
    const Project project;
    CHECK(project.lesson("- **\"twice\"** and **two\nlines**.\n") == "- <b>\"twice\"</b> and <b>two\nlines</b>.\n");
    CHECK(project.lesson("`**` and 2 ** 3\n") == "`**` and 2 ** 3\n");
}

TEST_CASE("what is in italics stays so, beside a formula and over the end of a line too")
{
    const Project project;
    CHECK(project.lesson("*Only $m$ and\n$l$ survive.*\n") ==
          "<em>Only " + formula("m") + " and\n" + formula("l") + " survive.</em>\n");
    CHECK(project.lesson("(*near*), \"*the* man\", **b**\n") == "(<em>near</em>), \"<em>the</em> man\", <b>b</b>\n");
    CHECK(project.lesson("2 * 3 and a*b*c, `*x*` $a*b$\n") == "2 * 3 and a*b*c, `*x*` " + formula("a*b") + "\n");
    CHECK(project.lesson("a *star\n\nand* none\n") == "a *star\n\nand* none\n");
}

TEST_CASE("a picture in a table stays in its cell")
{
    const Project project;
    const std::string table = project.lesson("| a |\n|---|\n| ![Dark.](a.svg) |\n");
    CHECK(
        contains(table, "| \\htmlonly<img src=\"pictures/chapters/02_softmax/a.svg\" alt=\"Dark.\">\\endhtmlonly |\n"));
}

TEST_CASE("a picture is as wide as its smallest text needs, and never wider than it is")
{
    const std::string head = R"(<svg width="600" height="90.5">)";
    const site::PictureSize size =
        site::size_of_picture(head + R"(<text font-size="15"/><tspan font-size="12"/></svg>)");
    CHECK(size.width == 600);
    CHECK(size.height == 90.5);
    CHECK(size.least_width == 450);
    CHECK(site::size_of_picture(head + R"(<text font-size="5"/></svg>)").least_width == 600);
    CHECK(site::size_of_picture(head + "</svg>").least_width == 0);
}

TEST_CASE("a picture on a page gets its size from the project, and nothing else changes")
{
    const Project project;
    project.file("chapters/02_softmax/a.svg", R"(<svg width="600" height="90"><text font-size="12"/></svg>)");
    const std::string page = "<p><img src=\"pictures/chapters/02_softmax/a.svg\" alt=\"A.\"></p> <img src=\"b.svg\">\n";
    CHECK(site::with_sized_pictures(page, project.path()) ==
          "<p><img src=\"pictures/chapters/02_softmax/a.svg\" width=\"600\" height=\"90\" style=\"min-width: 450px\" "
          "alt=\"A.\"></p> <img src=\"b.svg\">\n");
}

TEST_CASE("a live page stands where the mark is, with the picture in it until it is alive")
{
    const Project project;
    const std::string page = project.lesson("<!-- live -->\n\n![Dark.](a.svg)\n\n![Darker.](b.svg)\n");
    CHECK(contains(page,
                   "<figure class=\"live\" data-module=\"02_softmax\"><p class=\"picture chapter_02_softmax\"><img"));
    CHECK(contains(page, "alt=\"Dark.\"></p></figure>\n"));
    CHECK(contains(page, "\n<p class=\"picture chapter_02_softmax\"><img src=\"pictures/chapters/02_softmax/b.svg\""));
}

TEST_CASE("what GitHub's readers are told to do on the site, readers of the site are told to do here")
{
    const Project project;
    const std::string lesson = "<!-- live -->\n\n![Dark.](a.svg)\n\nOn the site you can drag it.\n";
    CHECK(contains(project.lesson(lesson), "\n<span class=\"live-here\">With live pages</span> you can drag it.\n"));
    CHECK(contains(project.lesson("On the site there is more.\n"), "On the site there is more.\n"));
}

TEST_CASE("folded answers stay folded, and what is in them is translated like the rest")
{
    const Project project;
    const std::string page =
        project.lesson("Why?\n\n<details><summary>Answer</summary>\n\nAs $a$.\n\n</details>\n\nOn.\n");
    CHECK(contains(page, "\\htmlonly[block]\n<details><summary>Answer</summary>\n\\endhtmlonly\n"));
    CHECK(contains(page, "As " + formula("a") + ".\n"));
    CHECK(contains(page, "\\htmlonly[block]\n</details>\n\\endhtmlonly\n"));
    CHECK(project.lesson("```text\n</details>\n```\n") == "```{.unparsed}\n</details>\n```\n");
}

TEST_CASE("links lead to the pages that files became")
{
    const Project project;
    CHECK(project.lesson("[all](../../README.md)\n") == "[all](@ref index)\n");
    CHECK(project.lesson("[a\nb](../../README.md#what-it-is)\n") == "[a b](@ref front-what-it-is)\n");
    CHECK(project.lesson("[`softmax.hpp`](softmax.hpp)\n") ==
          "[softmax.hpp](@ref file_chapters_02_softmax_softmax_hpp)\n");
    CHECK(project.lesson("[do](../../exercises/02_softmax/sum.cpp)\n") == "[do](@ref exercise_02_softmax_sum)\n");
    CHECK(project.lesson("[here](#a-part)\n") == "[here](@ref chapter_02_softmax-a-part)\n");
    CHECK(project.lesson("[x](https://x.org/a_(b))\n") == "[x](https://x.org/a_(b))\n");
    CHECK(project.lesson("[tests](../../tests/)\n") == "tests\n");  // not on the site
    CHECK(project.lesson("[0, 1] and [2](x\n") == "[0, 1] and [2](x\n");
}

TEST_CASE("headings get labels as GitHub would name them, pictures a place and their words")
{
    const Project project;
    CHECK(project.lesson("# Chapter 2: Softmax\n") == "# Chapter 2: Softmax {#chapter_02_softmax}\n");
    CHECK(project.lesson("## A pitfall, or `two`\n") ==
          "## A pitfall, or `two` {#chapter_02_softmax-a-pitfall-or-two}\n");
    CHECK(contains(project.lesson("## Why\n## Why\n"), "## Why {#chapter_02_softmax-why-1}\n"));
    const std::string picture = project.lesson("![\"a\" < b](b.svg)\n");
    CHECK(contains(picture, "src=\"pictures/chapters/02_softmax/b.svg\" alt=\"&quot;a&quot; &lt; b\""));
}

TEST_CASE("an exercise's page has its task, its stub, and what is to be asked for behind folds")
{
    const Project project;
    project.file("exercises/02_softmax/sum.cpp",
                 "int sum(int a) { return a + a; }\n");  // whatever the learner made of it
    site::Addresses addresses(project.path());
    const auto exercises = catalogue::exercises_of(project.path());
    const std::string page = site::exercise_page(project.path(), exercises, "Chapter 2: Softmax", addresses);
    CHECK(page.starts_with("# Exercises of Chapter 2: Softmax {#exercises_02_softmax}\n"));
    CHECK(contains(page, "## Exercise 2.1: The sum {#exercise_02_softmax_sum}\n"));
    CHECK(
        contains(page, "- `a`:  the first\n  summand\n- returns the sum\n- throws `common::NotDoneYet`:  at first\n"));
    CHECK(contains(page, "```{.cpp}\nint sum(int a);\n```\n"));
    CHECK(contains(page, "./learn check sum\n"));
    const std::size_t nudge = page.find("<details><summary>Hint 1: A nudge</summary>");
    const std::size_t more = page.find("<details><summary>Hint 2: More</summary>");
    const std::size_t solution = page.find("<details><summary>Our solution");
    CHECK(nudge < more);
    CHECK(more < solution);
    CHECK(page.find("return a;") > solution);
    CHECK(!contains(page, "return a + a;"));
}

TEST_CASE("a header's functions belong to its chapter, and no line of it moves")
{
    const Project project;
    const std::string header = tests::read(project.path() / "chapters/02_softmax/softmax.hpp");
    CHECK(site::group_label("chapters/02_softmax/softmax.hpp") == "api_02_softmax");
    CHECK(site::group_label("/a/chapters/02_softmax/softmax.hpp") == "api_02_softmax");
    CHECK(site::group_label("common/print.hpp") == "api_common");
    CHECK(site::group_label("/a/common/print.hpp") == "api_common");  // up to the root, and no further
    CHECK(site::group_label("common/learn/build.hpp") == "api_common_learn");
    CHECK(site::group_label("common/catalogue/text.hpp") == "api_common_catalogue");
    CHECK(site::purpose_of(header) == "it sums to 1.");
    const std::string grouped = site::grouped(header, "api_02_softmax");
    CHECK(contains(grouped, "{ /** \\addtogroup api_02_softmax */ /** @{ */\n"));
    CHECK(contains(grouped, "/** @} */ }  // namespace attention\n"));
    CHECK(tests::lines_of(grouped).size() == tests::lines_of(header).size());
    CHECK(tests::lines_of(grouped)[8] == "int f();");
}

TEST_CASE("a chapter's headers may lie in folders of its own, and are listed folder by folder")
{
    const Project project;
    project.file("chapters/02_softmax/fast/quick.hpp", "/// \\file\n/// Chapter 2: quicker.\n#pragma once\n");
    project.file("chapters/02_softmax/fast/README.md", "Where it is quick.\n");
    project.file("chapters/02_softmax/blocks/block.hpp", "/// \\file\n/// Chapter 2: in blocks.\n#pragma once\n");
    const std::filesystem::path quick = "chapters/02_softmax/fast/quick.hpp";
    CHECK(site::group_label(quick) == "api_02_softmax");
    CHECK(site::group_label("/a/chapters/02_softmax/fast/deep/quick.hpp") == "api_02_softmax");
    CHECK(site::headers_of(project.path(), "chapters/02_softmax") ==
          std::vector<std::filesystem::path>{"chapters/02_softmax/softmax.hpp", "chapters/02_softmax/blocks/block.hpp",
                                             quick});

    site::Addresses addresses(project.path());
    const site::Group group{"api_02_softmax", "Code", "chapters/02_softmax", "All."};
    const std::string list = site::group_definitions(project.path(), {group}, addresses);
    CHECK(contains(list, "\n\n- [softmax.hpp](@ref file_chapters_02_softmax_softmax_hpp): it sums to 1.\n"));
    CHECK(contains(list,
                   "\n\n<b>blocks</b>\n\n- [block.hpp](@ref file_chapters_02_softmax_blocks_block_hpp): in blocks.\n"));
    CHECK(contains(list, "\n\n<b>fast</b>: Where it is quick.\n\n- [quick.hpp]"));
    CHECK(list.find("/*", 3) == std::string::npos);  // it stands in a comment
    CHECK(addresses.label_of("chapters/02_softmax/fast") == "api_02_softmax");

    const std::string page = site::file_page(project.path(), quick, addresses);
    CHECK(page.starts_with("# 02_softmax/fast/quick.hpp {#file_chapters_02_softmax_fast_quick_hpp}\n"));
    CHECK(contains(page, "From [Chapter 2: Softmax](@ref chapter_02_softmax)."));
    CHECK(contains(page, "\\ref api_02_softmax."));
}

TEST_CASE("all code of all chapters has pages, in whatever folder it lies")
{
    const tests::TemporaryFolder out;
    site::write_pages(tests::project(), out.path());
    for (const auto& entry : std::filesystem::recursive_directory_iterator(tests::project() / "chapters")) {
        if (entry.path().extension() != ".hpp" && entry.path().extension() != ".cpp") continue;
        INFO(entry.path());
        const std::string label = site::file_label(entry.path().lexically_relative(tests::project()));
        CHECK(std::filesystem::exists(out.path() / "pages" / (label + ".md")));
    }
}

TEST_CASE("a file's page links what the file includes")
{
    const Project project;
    project.file("chapters/02_softmax/main.cpp", "#include \"02_softmax/softmax.hpp\"\nint main() {}\n");
    site::Addresses addresses(project.path());
    const std::string page = site::file_page(project.path(), "chapters/02_softmax/main.cpp", addresses);
    CHECK(page.starts_with("# 02_softmax/main.cpp {#file_chapters_02_softmax_main_cpp}\n"));
    CHECK(contains(page, "From [Chapter 2: Softmax](@ref chapter_02_softmax)."));
    CHECK(contains(page, "[02_softmax/softmax.hpp](@ref file_chapters_02_softmax_softmax_hpp)"));
    CHECK(addresses.shown_files().contains("chapters/02_softmax/softmax.hpp"));
}

TEST_CASE("a text with fences of its own stays in one piece")
{
    const Project project;
    project.file("tests/README.md", "# Tests\n\n```sh\n./learn test\n```\n");
    site::Addresses addresses(project.path());
    const std::string page = site::file_page(project.path(), "tests/README.md", addresses);
    CHECK(contains(page, "\n~~~{.unparsed}\n# Tests\n\n```sh\n./learn test\n```\n~~~\n"));
}

TEST_CASE("the staircase has a dot for what is included, and a ring for what comes along")
{
    const Project project;
    project.file("chapters/03_sum/sum.hpp", "#include \"02_softmax/softmax.hpp\"\n");
    project.file("chapters/04_all/deep/all.hpp", "#include \"03_sum/sum.hpp\"\n#include \"04_all/other.hpp\"\n");
    const site::Includes direct = site::chapter_includes(project.path());
    CHECK(direct == site::Includes{{"02_softmax", {}}, {"03_sum", {"02_softmax"}}, {"04_all", {"03_sum"}}});
    CHECK(site::with_indirect(direct).at("04_all") == std::set<std::string>{"02_softmax", "03_sum"});
    const std::string picture = site::staircase_picture(direct);
    CHECK(contains(picture, "class=\"direct\""));
    CHECK(contains(picture, "class=\"ring\""));
    CHECK(contains(picture, "<a href=\"chapter_03_sum.html\" aria-label=\"Chapter 3\">"));
}

TEST_CASE("the parts of the path are those that the front page tells of")
{
    const std::string front = tests::read(tests::project() / "README.md");
    const auto& parts = site::parts_of_path();
    for (std::size_t part = 0; part < parts.size(); ++part) {
        INFO(parts[part].title);
        const std::string row = "| **" + std::to_string(parts[part].first_chapter) + " to ";
        CHECK(contains(front, row));
        if (part + 1 < parts.size())
            CHECK(contains(front, row + std::to_string(parts[part + 1].first_chapter - 1) + "** |"));
    }
}

TEST_CASE("the sidebar has the chapters with their exercises, then what is looked up, then what is for builders")
{
    const Project project;
    project.file("chapters/09_scaling/README.md", "# Chapter 9: Scaling\n");
    project.file("docs/glossary.md", "# Glossary\n");
    project.file("docs/coverage.md", "# Coverage\n");
    const site::Navigation navigation = site::navigation_of(project.path());
    REQUIRE(navigation.path.size() == 2);
    CHECK(navigation.path[0].title == "The mechanism");
    const site::Entry& softmax = navigation.path[0].entries.at(0);
    CHECK(softmax.address == "chapter_02_softmax.html");
    CHECK(softmax.below.at(0).below.at(0).mark == "2.1");
    CHECK(softmax.below.at(0).below.at(0).address == "exercises_02_softmax.html#exercise_02_softmax_sum");
    CHECK(softmax.below.at(1).address == "group__api__02__softmax.html");
    CHECK(navigation.path[1].entries.at(0).title == "Scaling");
    CHECK(navigation.reference.entries.at(2).address == "glossary.html");
    CHECK(navigation.builders.entries.at(0).address == "coverage.html");
}

TEST_CASE("from every page there is a way back and on")
{
    const Project project;
    project.file("chapters/03_sum/README.md", "# Chapter 3: Sum\n");
    const site::Navigation navigation = site::navigation_of(project.path());
    const auto way = [&](const std::string& page) {
        const site::Way found = site::way_from(navigation, page);
        return (found.back ? found.back->address : "") + " > " + (found.on ? found.on->address : "");
    };
    CHECK(way("index.html") == " > chapter_02_softmax.html");
    CHECK(way("chapter_02_softmax.html") == "index.html > chapter_03_sum.html");
    CHECK(way("exercises_02_softmax.html") == "chapter_02_softmax.html > chapter_03_sum.html");
    CHECK(way("file_chapters_02_softmax_softmax_hpp.html") == "chapter_02_softmax.html > exercises_02_softmax.html");
    CHECK(way("group__api__02__softmax.html") == "chapter_02_softmax.html > exercises_02_softmax.html");
    CHECK(way("group__api__03__sum.html") == "chapter_03_sum.html > progress.html");  // it has no exercises
    CHECK(way("file_common_print_hpp.html") == "group__api__common.html > index.html");
    CHECK(site::way_from(navigation, "chapter_02_softmax.html").across->address == "exercises_02_softmax.html");
}

TEST_CASE("in the sidebar the fold with the page is open, and the page is marked")
{
    const Project project;
    project.file("chapters/09_scaling/README.md", "# Chapter 9: Scaling\n");
    const std::string html = site::sidebar(site::navigation_of(project.path()), "chapter_09_scaling.html");
    CHECK(contains(html, "<details class=\"part\" open><summary>Reading and scaling</summary>"));
    CHECK(contains(html, "<details class=\"part\"><summary>The mechanism</summary>"));
    CHECK(contains(html, "<a href=\"chapter_09_scaling.html\" aria-current=\"page\">"));
    CHECK(!contains(html, "<a href=\"chapter_02_softmax.html\" aria-current"));
}

TEST_CASE("headings begin below the title, skip no level, and carry their names")
{
    const std::string doxygens = "<h1><a class=\"anchor\" id=\"x-a\"></a>\nA</h1>\n<h3 class=\"b\">B</h3>"
                                 "<h1>C <a href=\"#\">d</a></h1><h2 class=\"memtitle\"><span class=\"permalink\">"
                                 "<a href=\"#f\">#</a></span>f()</h2>";
    const site::WithHeadings result = site::with_headings_in_order(doxygens);
    CHECK(result.content == "<h2 id=\"x-a\">A</h2>\n<h3 class=\"b\">B</h3><h2>C <a href=\"#\">d</a></h2>"
                            "<h3 class=\"memtitle\">f()</h3>");
    REQUIRE(result.headings.size() == 4);
    CHECK(result.headings[0].anchor == "x-a");
    CHECK(result.headings[3].anchor == "f");
    CHECK(site::contents_list(result.headings) == "");  // two that one could go to are no list
}

TEST_CASE("a page of Doxygen's gets the frame of the site")
{
    const Project project;
    const std::string doxygens =
        "<!DOCTYPE html>\n<html>\n<head>\n<title>Softmax</title>\n<x>\n</head>\n<body>\n<div>\n"
        "<div class=\"title\">Chapter 2: Softmax </div>\n<div class=\"contents\">\n"
        "<h1>A</h1><div class=\"fragment\"><div class=\"line\">int <a class=\"code hl_variable\" "
        "href=\"x\">a</a> = <a class=\"code hl_function\" href=\"y\">b</a>();</div>\n"
        "<div class=\"ttc\" id=\"b\"><div>a box</div></div>\n</div><!-- fragment -->"
        "<table class=\"markdownTable\">\n</table>\n</div><!-- contents -->\n</body>";
    const site::Navigation navigation = site::navigation_of(project.path());
    const std::string page = site::finished(doxygens, "chapter_02_softmax.html", navigation);
    CHECK(contains(page, "<title>Chapter 2: Softmax · Dot by Dot</title>\n<x>\n</head>"));
    CHECK(contains(page, "<main id=\"content\" tabindex=\"-1\">\n<h1>Chapter 2: Softmax</h1>"));
    CHECK(contains(page, "<h2>A</h2>"));
    CHECK(contains(
        page,
        "<div class=\"listing\"><div class=\"fragment\"><div class=\"line\">int a = <a class=\"code hl_function\" "
        "href=\"y\">b</a>();</div>\n</div></div>"));
    CHECK(contains(page, "<div class=\"table\"><table class=\"markdownTable\">\n</table></div>"));
    CHECK(!contains(page, "a box"));
    CHECK_THROWS(site::finished("<html></html>", "chapter_02_softmax.html", navigation));
}

TEST_CASE("a table of sentences can be stacked, one of numbers stays as it is")
{
    const auto table = [](const std::string& cell) {
        return "<table class=\"markdownTable\">\n<tr><th class=\"x\">Word </th><th class=\"x\"><b>Why</b> </th></tr>\n"
               "<tr><td class=\"y\">a</td><td class=\"y\">" +
               cell + "</td></tr>\n</table>\n";
    };
    const std::string numbers = site::with_tables_in_boxes("<p>" + table("0.5"));
    CHECK(numbers == "<p><div class=\"table\">" + table("0.5").substr(0, table("0.5").size() - 1) + "</div>\n");
    const std::string sentences = site::with_tables_in_boxes(table(std::string(80, 'x')));
    CHECK(contains(sentences, "<div class=\"table stacks\">"));
    CHECK(contains(sentences, "<td data-label=\"Why\" class=\"y\">x"));
}

TEST_CASE("a lesson's first table becomes a line without the sources' numbers, and the links at its end go")
{
    const std::string lesson = "# Chapter 2: Softmax\n\n> Weights.\n\n"
                               "| Reading time | Difficulty | Builds on | From the sources |\n|---|---|---|---|\n"
                               "| 15 minutes | ★★☆☆☆ | Chapters [1](a), [3](b) | [11-14](../../docs/coverage.md) |\n\n"
                               "Words.\n\n---\n\nNot links.\n\n---\n\nPrevious: [a](b) · Next: [c](d)\n";
    const std::string shown = site::as_on_site(lesson);
    CHECK(contains(shown, "\n15 minutes · <span role=\"img\" aria-label=\"difficulty 2 of 5\""));
    CHECK(contains(shown, "builds on chapters [1](a), [3](b)\n"));
    CHECK(!contains(shown, "11-14"));
    CHECK(contains(shown, "Not links."));
    CHECK(!contains(shown, "Previous"));
}
