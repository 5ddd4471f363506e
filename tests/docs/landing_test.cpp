// The page that a reader meets first, and the one that keeps count.

#include "common/catalogue/chapter.hpp"
#include "docs/site/addresses.hpp"
#include "docs/site/landing.hpp"
#include "docs/site/navigation.hpp"
#include "docs/site/progress.hpp"

#include "tests/catch.hpp"
#include "tests/files.hpp"

#include <string>

namespace
{

using tests::contains;

std::string landing_page()
{
    site::Addresses addresses(tests::project());
    return site::landing_page(tests::project(), addresses);
}

}  // namespace

TEST_CASE("a lesson's reading time is in the table at its top")
{
    CHECK(site::reading_minutes("# L\n\n| Reading time | Difficulty |\n|---|---|\n| 12 minutes | ★★ |\n") == 12);
    CHECK(site::reading_minutes("# L\n\nTakes 12 minutes.\n") == 0);
    CHECK(site::in_words(12) == "12 minutes");
    CHECK(site::in_words(57) == "1 hour");
    CHECK(site::in_words(104) == "1½ hours");
    CHECK(site::in_words(135) == "2½ hours");
}

TEST_CASE("the start page says what this is, and leads to chapter 1")
{
    const std::string page = landing_page();
    CHECK(page.starts_with("# Dot by Dot {#mainpage}\n"));
    CHECK(contains(page, "<p class=\"landing-motto\">Attention in C++, one piece at a time.</p>"));
    CHECK(contains(page, "<p class=\"landing-what\">Attention is how a language model"));
    CHECK(contains(page, "id=\"start\" href=\"chapter_01_similarity.html\">Start chapter 1</a>"));
    CHECK(contains(page, "<figure class=\"live\" data-module=\"04_soft_lookup\">"));
    CHECK(contains(page, "src=\"pictures/chapters/04_soft_lookup/beta.svg\" alt=\"Six rows"));
}

TEST_CASE("the start page has every chapter with its time, and of every part what it is about")
{
    const std::string page = landing_page();
    for (const catalogue::Chapter& chapter : catalogue::chapters_of(tests::project())) {
        INFO(chapter.name);
        CHECK(contains(page, "<li data-chapter=\"chapter_" + chapter.name + "\"><a href=\"chapter_" + chapter.name +
                                 ".html\">"));
        CHECK(contains(site::progress_page(tests::project()), "data-chapter=\"chapter_" + chapter.name + "\""));
    }
    for (const site::PartOfPath& part : site::parts_of_path()) CHECK(contains(page, "<h3>" + part.title + "</h3>"));
    CHECK(!contains(page, "<p class=\"landing-about\"></p>"));
    CHECK(!contains(page, ">0 min<"));
}

TEST_CASE("of the README the start page has what a learner wants, under the addresses it had")
{
    const std::string page = landing_page();
    for (const char* label : {"front-the-chapters", "front-the-path", "front-two-commands", "front-what-it-runs-on"}) {
        INFO(label);
        CHECK(contains(page, "\\anchor " + std::string(label) + "\n"));
    }
    CHECK(!contains(page, "front-the-rooms"));
    CHECK(contains(page, "To read, you need to install nothing"));
    CHECK(site::is_on_landing_page("two-commands"));
    CHECK(!site::is_on_landing_page("the-rooms"));
}

TEST_CASE("the start page says where to get the tutorial, if the clone knows an address on the net")
{
    const tests::TemporaryFolder project;
    tests::write(project.path() / "README.md", "# Dot\n\nShort. Clear. Good.\n\n## Two commands\n\nBoth.\n");
    tests::write(project.path() / "chapters/01_one/README.md", "# Chapter 1: One\n\n> The first.\n");
    const auto page = [&] {
        site::Addresses addresses(project.path());
        return site::landing_page(project.path(), addresses);
    };
    CHECK(contains(page(), "the one that has `learn` in it"));
    const auto origin = [](const std::string& url) {
        return "[core]\n\tbare = false\n[remote \"origin\"]\n\turl = " + url + "\n";
    };
    tests::write(project.path() / ".git/config", origin("https://example.org/dot.git"));
    CHECK(contains(page(), "git clone https://example.org/dot.git dot-by-dot\n"));
    tests::write(project.path() / ".git/config", origin("/home/somebody/dot.git"));
    CHECK(!contains(page(), "git clone"));
}
