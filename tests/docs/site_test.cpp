// The built site: every link leads somewhere, every chapter is where a reader looks for it. The test `site` builds it.

#include "tests/docs/site_links.hpp"

#include "common/catalogue/chapter.hpp"
#include "common/catalogue/exercise.hpp"

#include "tests/catch.hpp"
#include "tests/files.hpp"

#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

namespace
{

using Complaints = std::vector<std::string>;

std::filesystem::path site() { return tests::project() / "build" / "docs" / "site"; }

/// False where there is no site, because there is no Doxygen. The first words tell ctest that the test was skipped.
bool is_built()
{
    const bool built = std::filesystem::exists(site() / "index.html");
    if (!built) std::puts("skipped: the site is not built");
    return built;
}

}  // namespace

TEST_CASE("every link and picture of the site leads somewhere")
{
    if (!is_built()) return;
    const tests::SiteLinks links = tests::follow_links(site());
    std::printf("%zu pages, %zu links, %zu pictures, %zu links to other sites\n", links.pages, links.links,
                links.pictures, links.outside);
    CHECK(links.broken == Complaints{});
    CHECK(links.pages > 0);
    CHECK(links.pictures > 0);
}

TEST_CASE("every chapter has its page, all parts of the lesson on it, and its place in the sidebar")
{
    if (!is_built()) return;
    const std::string front = tests::read(site() / "index.html");
    const std::string sidebar = front.substr(0, front.find("</nav>"));
    std::size_t at = 0;
    for (const catalogue::Chapter& chapter : catalogue::chapters_of(tests::project())) {
        const std::string& name = chapter.name;
        INFO(name);
        const std::string page = tests::read(site() / ("chapter_" + name + ".html"));
        for (const char* part :
             {"the-question", "the-picture", "the-formula", "the-code", "what-it-prints", "try-it"}) {
            INFO(part);
            CHECK(page.find("id=\"chapter_" + name + "-" + part + "\"") != std::string::npos);
        }
        const std::size_t found = sidebar.find("chapter_" + name + ".html");
        REQUIRE(found != std::string::npos);
        CHECK(found > at);
        at = found;
    }
}

TEST_CASE("no page brings what Doxygen's own frame is made of")
{
    if (!is_built()) return;
    for (const auto& entry : std::filesystem::directory_iterator(site())) {
        if (entry.path().extension() != ".html") continue;
        INFO(entry.path());
        const std::string page = tests::read(entry.path());
        for (const char* part : {"jquery", "navtree", "dynsections.js", "resize.js", "search/search", "doxygen.css"}) {
            INFO(part);
            CHECK(page.find(std::string("=\"") + part) == std::string::npos);
            CHECK(!std::filesystem::exists(site() / part));
        }
    }
}

TEST_CASE("a lesson does not send a learner to the pages for builders")
{
    if (!is_built()) return;
    for (const catalogue::Chapter& chapter : catalogue::chapters_of(tests::project())) {
        INFO(chapter.name);
        const std::string page = tests::read(site() / ("chapter_" + chapter.name + ".html"));
        const std::string content = page.substr(page.find("<main"));
        CHECK(content.find("coverage.html") == std::string::npos);
        CHECK(content.find("decisions.html") == std::string::npos);
    }
}

TEST_CASE("every exercise is on the page of its chapter, its hints and its solution behind folds")
{
    if (!is_built()) return;
    for (const catalogue::Exercise& exercise : catalogue::exercises_of(tests::project())) {
        INFO(exercise.id());
        const std::string page = tests::read(site() / ("exercises_" + exercise.chapter + ".html"));
        const std::size_t task = page.find("id=\"exercise_" + exercise.chapter + "_" + exercise.name + "\"");
        REQUIRE(task != std::string::npos);
        CHECK(page.find("<details><summary>Our solution", task) != std::string::npos);
    }
}

TEST_CASE(
    "formulas are set, with words for listeners; the style for them is loaded where there are some, and nowhere else")
{
    if (!is_built()) return;
    const bool can_set = tests::read_if_there(site() / "formulas.css").has_value();
    if (!can_set) std::puts("skipped in part: without KaTeX, formulas stay as they are written");
    std::size_t with_formulas = 0;
    for (const auto& entry : std::filesystem::directory_iterator(site())) {
        if (entry.path().extension() != ".html") continue;
        INFO(entry.path());
        const std::string page = tests::read(entry.path());
        const bool has_formulas = tests::contains(page, "class=\"formula");
        with_formulas += has_formulas ? 1 : 0;
        CHECK(!tests::contains(page, "MathJax.js"));
        CHECK(tests::contains(page, "href=\"formulas.css\"") == (has_formulas && can_set));
        CHECK(tests::contains(page, "<math ") == (has_formulas && can_set));
        CHECK(!(can_set && tests::contains(page, "class=\"formula\"><code>")));
        CHECK(!(can_set && tests::contains(page, "( <span class=\"formula")));
    }
    CHECK(with_formulas > 20);
}

TEST_CASE("a link of the site that leads nowhere is seen")
{
    const tests::TemporaryFolder folder;
    const auto broken = [&](const std::string& page) {
        tests::write(folder.path() / "index.html", page);
        return tests::follow_links(folder.path()).broken.size();
    };
    tests::write(folder.path() / "other.html", "<h1 id=\"there\">");
    CHECK(broken("<a href=\"other.html#there\"> <a href=\"#here\"> <p id=\"here\"> <a href=\"https://elsewhere\">") ==
          0);
    CHECK(broken("<a href=\"another.html\">") == 1);
    CHECK(broken("<a href=\"other.html#nowhere\">") == 1);
    CHECK(broken("<a href=\"#here\">") == 1);
    CHECK(broken("<img src=\"missing.svg\" alt=\"\">") == 1);
}
