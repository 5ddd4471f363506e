// docs/coverage.md promises where each item of the seed documents is shown: every named place must be there.

#include "common/catalogue/files.hpp"
#include "common/catalogue/pattern.hpp"

#include "tests/catch.hpp"
#include "tests/files.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace
{

using catalogue::groups_of;
using tests::contains;

constexpr std::size_t item_count = 117;

/// One row of the table: `| 26 | what it says | [03](../chapters/03_weighted_sum/README.md) | output `...` |`.
struct Row {
    std::string item;
    std::string chapter;  ///< the cell, as written
    std::string place;    ///< the cell, as written
};

std::vector<Row> rows_of(const std::string& page)
{
    const std::string row = R"(^\| (\d+) \| (.+) \| ([^|]+) \| (.+) \|$)";
    std::vector<Row> rows;
    for (const std::string& line : tests::lines_of(page)) {
        const std::vector<std::string> cells = groups_of(line, row);
        if (!cells.empty()) rows.push_back({cells[1], cells[3], cells[4]});
    }
    return rows;
}

/// A lesson without its line breaks and indents, so that a phrase may run over the end of a line.
std::string unwrapped(const std::string& text) { return catalogue::replaced(text, R"(\s+)", " "); }

/// All tests of a chapter: its file, and those of its folder.
std::string tests_of(const std::string& chapter, const std::filesystem::path& project)
{
    const std::filesystem::path folder = project / "tests/chapters";
    std::string text = catalogue::read_if_there(folder / (chapter + "_test.cpp")).value_or("");
    for (const auto& file : catalogue::entries_of(folder / chapter)) text += tests::read(file);
    return text;
}

/// What is wrong with a row; empty where nothing is.
std::string complaint_about(const Row& row, const std::filesystem::path& project)
{
    const auto link = groups_of(row.chapter, R"(^\[\d\d\]\(\.\./chapters/([0-9a-z_]+)/README\.md\)$)");
    if (link.empty()) return "names no chapter";
    const auto shown_by = groups_of(row.place, R"(^(output|test|lesson) `(.+)`$)");
    if (shown_by.empty()) return "names neither output, test nor lesson";
    const std::string& chapter = link[1];
    const std::string& kind = shown_by[1];
    const std::string& words = shown_by[2];
    const std::filesystem::path folder = project / "chapters" / chapter;
    const std::string text = kind == "output"   ? tests::read(folder / "output.txt")
                             : kind == "lesson" ? unwrapped(tests::read(folder / "README.md"))
                                                : tests_of(chapter, project);
    const std::string wanted = kind == "test" ? "TEST_CASE(\"" + words + "\"" : words;
    return contains(text, wanted) ? "" : kind + " of " + chapter + " does not have: " + words;
}

}  // namespace

TEST_CASE("every item of the seed documents has its row, once")
{
    const std::vector<Row> rows = rows_of(tests::read(tests::project() / "docs" / "coverage.md"));
    REQUIRE(rows.size() == item_count);
    for (std::size_t i = 0; i < item_count; ++i) CHECK(rows[i].item == std::to_string(i + 1));
}

TEST_CASE("every place that shows an item exists")
{
    for (const Row& row : rows_of(tests::read(tests::project() / "docs" / "coverage.md"))) {
        INFO("item " << row.item);
        CHECK(complaint_about(row, tests::project()) == "");
    }
}

TEST_CASE("a place that does not exist is seen")
{
    const tests::TemporaryFolder folder;
    const std::filesystem::path& root = folder.path();
    tests::write(root / "chapters/02_softmax/output.txt", "  sum 1.000000\n");
    tests::write(root / "chapters/02_softmax/README.md", "# Chapter 2\nSoftmax sees\ndifferences alone.\n");
    tests::write(root / "tests/chapters/02_softmax_test.cpp", "TEST_CASE(\"rows are independent\")\n");
    tests::write(root / "tests/chapters/02_softmax/wide_test.cpp", "TEST_CASE(\"columns are not\")\n");
    const std::string link = "[02](../chapters/02_softmax/README.md)";
    const auto complains = [&](const std::string& chapter, const std::string& place) {
        return !complaint_about({"1", chapter, place}, root).empty();
    };
    CHECK(!complains(link, "output `sum 1.000000`"));
    CHECK(!complains(link, "lesson `sees differences`"));
    CHECK(!complains(link, "test `rows are independent`"));
    CHECK(!complains(link, "test `columns are not`"));
    CHECK(complains(link, "output `sum 2.000000`"));
    CHECK(complains(link, "lesson `sees the moon`"));
    CHECK(complains(link, "test `rows are`"));
    CHECK(complains(link, "somewhere"));
    CHECK(complains("02, to come", "-"));
    CHECK(complains("nowhere", "output `sum 1.000000`"));
}
