// What the site's search field looks into: the words of the pages, where they are, and what they explain.

#include "docs/site/search_code.hpp"
#include "docs/site/search_glossary.hpp"
#include "docs/site/search_index.hpp"
#include "docs/site/search_text.hpp"

#include "tests/catch.hpp"
#include "tests/files.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace
{

using Words = std::vector<std::string>;

std::vector<site::SearchEntry> entries_of_project() { return site::search_entries(tests::project(), {}); }

/// The headings of a page that explain a term, by the index.
Words places_that_explain(const std::string& term)
{
    Words places;
    for (const site::SearchEntry& entry : entries_of_project()) {
        const bool explains = std::find(entry.terms.begin(), entry.terms.end(), term) != entry.terms.end();
        if (entry.kind == "lesson" && explains) places.push_back(entry.title + ", " + entry.heading);
    }
    return places;
}

}  // namespace

TEST_CASE("of a page its words are found, without the marks around them")
{
    CHECK(site::plain_words("a **bold** and *slanted*\nword, `code`, 2 * 3\n") ==
          "a bold and slanted word, code, 2 * 3");
    CHECK(site::plain_words("> said\n\n- [a `link`](b.md#c) and ![no picture](d.svg)\n") == "said a link and");
    CHECK(site::plain_words("![You are here: \"scores\".](map.svg)\nOn.\n") == "On.");
    CHECK(site::plain_words("[0, 1] and [words](x.md)\n") == "[0, 1] and words");
    CHECK(site::plain_words("<details><summary>Answer</summary>\n\nYes.\n\n</details>\n") == "Answer Yes.");
    CHECK(site::plain_words("| a | b |\n|---|---|\n| `c` | $d$ |\n") == "a b c d");
    CHECK(site::plain_words("before\n\n```cpp\nint hidden;\n```\n\n$$\nhidden\n$$\n\nafter\n") == "before after");
    CHECK(site::plain_words("```math\nhidden\n```\nafter\n\nPrevious: [one](x.md) · Next:\n[two](y.md)\n") == "after");
    CHECK(site::plain_words("| Reading time | Difficulty |\n|---|---|\n| 12 minutes | ★★ |\n\nText\n") == "Text");
}

TEST_CASE("formulas are found by what one can type")
{
    CHECK(site::plain_words("with $\\beta\\, q \\cdot k_1$ or $`\\frac{a}{b}`$.") == "with β q · k_1 or a / b.");
    CHECK(site::plain_formula("\\mathrm{softmax}\\left(Q K^T\\right) / \\sqrt{d_k}") == "softmax(Q K^T) / √d_k");
    CHECK(site::plain_formula("\\ln 2") == "ln 2");
}

TEST_CASE("a page's parts have the places that the site gives them")
{
    const auto sections =
        site::sections_of("# T: `a`\n\nIn\n\n## Why *so*?\n\n```sh\n# none\n```\n\n## Why *so*?\n\nB\n");
    REQUIRE(sections.size() == 3);
    CHECK(sections[0].heading == "T: a");
    CHECK(sections[0].text == "\nIn\n\n");
    CHECK(sections[1].heading == "Why so?");
    CHECK(sections[1].anchor == "why-so");
    CHECK(sections[2].anchor == "why-so-1");
}

TEST_CASE("each row of the glossary can be found by all its forms, and has a place")
{
    const std::string row =
        "| **dot product**, dot products | one *number* | [1](../chapters/01_similarity/README.md) |";
    const auto terms = site::terms_of("# G\n\n| Term | What |\n|---|---|\n" + row + "\n");
    REQUIRE(terms.size() == 1);
    CHECK(terms[0].forms == Words{"dot product", "dot products"});
    CHECK(terms[0].meaning == "one number");
    CHECK(terms[0].chapter == "01_similarity");
    CHECK(site::with_places(row + "\n| a |\n") ==
          "| \\htmlonly<span id=\"term-dot-product\"></span>\\endhtmlonly" + row.substr(2) + "\n| a |\n");

    const std::string glossary = tests::read(tests::project() / "docs/glossary.md");
    const Words lines = tests::lines_of(glossary);
    const auto rows =
        std::count_if(lines.begin(), lines.end(), [](const auto& line) { return line.starts_with("| **"); });
    CHECK(site::terms_of(glossary).size() == static_cast<std::size_t>(rows));
}

TEST_CASE("a function is found by its name, with the first words of its comment, where Doxygen shows it")
{
    const auto declared =
        site::declared_in("/// \\file\n/// About.\n#pragma once\n\n/// Turn `s` into\n/// weights.\n///\n"
                          "/// More.\n/// \\param s  scores\ntemplate <typename Real>\nVector softmax(const "
                          "Vector& s);\n\nint bare();\n/// A pair.\nstruct Pair {\n    int a = 0;  ///< a\n};\n");
    REQUIRE(declared.size() == 2);
    CHECK(declared[0].name == "softmax");
    CHECK(declared[0].brief == "Turn s into weights.");
    CHECK(declared[1].name == "Pair");
    const site::Places places = site::places_in("<name>attention::f</name>\n<anchorfile>p.html</anchorfile>\n"
                                                "<anchor>g1</anchor>\n<name>f</name>\n<anchor>g2</anchor>\n");
    CHECK(places.at({"f", "p.html"}) == "p.html#g1");

    const auto on_site = site::search_entries(
        tests::project(), {{{"softmax", "group__api__02__softmax.html"}, "group__api__02__softmax.html#g1"}});
    const auto found = std::find_if(on_site.begin(), on_site.end(), [](const auto& one) { return one.kind == "code"; });
    REQUIRE(found != on_site.end());
    CHECK(found->address == "group__api__02__softmax.html#g1");
    CHECK(found->text.starts_with("Turn scores into weights"));
}

TEST_CASE("a function in a folder of its chapter is found like those beside the lesson")
{
    const std::string page = "group__api__20__long__context.html";
    const auto on_site = site::search_entries(tests::project(), {{{"walk", page}, page + "#g1"}});
    const auto found = std::find_if(on_site.begin(), on_site.end(), [](const auto& one) { return one.kind == "code"; });
    REQUIRE(found != on_site.end());
    CHECK(found->address == page + "#g1");
}

TEST_CASE("the index knows which lesson explains a term")
{
    CHECK(places_that_explain("temperature") == Words{"Chapter 2: Softmax, The formula"});
    CHECK(places_that_explain("query") == Words{"Chapter 1: Similarity, The idea"});
    CHECK(places_that_explain("padding") == Words{"Chapter 12: Masks, Padding"});
}

TEST_CASE("the index is a script, small enough to be loaded at the first letter")
{
    CHECK(site::quoted("a \"b\" \\ c\nd") == R"("a \"b\" \\ c\nd")");
    const std::string script =
        site::search_script({{"lesson", "L", "", "l.html", "x"}, {"lesson", "L", "H", "l.html#h", "y", {"t"}}});
    CHECK(script == "window.searchIndex = [\n{ kind: \"lesson\", title: \"L\", page: \"l.html\", parts: [\n"
                    "[\"\", \"\", \"x\"],\n[\"H\", \"h\", \"y\", [\"t\"]],\n] },\n];\n");
    CHECK(site::search_script(entries_of_project()).size() < 500'000);  // the functions come on top
}
