// The lesson says how many lines of code each rung takes.

#include "tests/catch.hpp"
#include "tests/files.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace
{

/// Lines with code on them.
std::size_t lines_of_code(const std::filesystem::path& file)
{
    std::size_t count = 0;
    for (const std::string& line : tests::lines_of(tests::read(file))) {
        const std::size_t first = line.find_first_not_of(' ');
        count += first != std::string::npos && line.compare(first, 2, "//") != 0 ? 1 : 0;
    }
    return count;
}

/// All that stands between two marks in a text.
std::vector<std::string> between(const std::string& text, const std::string& before, const std::string& after)
{
    std::vector<std::string> found;
    for (std::size_t at = text.find(before); at != std::string::npos; at = text.find(before, at)) {
        at += before.size();
        found.push_back(text.substr(at, text.find(after, at) - at));
    }
    return found;
}

}  // namespace

TEST_CASE("the lesson's table has as many lines of code for each file as the file")
{
    const std::filesystem::path chapter = tests::project() / "chapters" / "20_long_context";
    std::size_t files = 0;
    for (const std::string& line : tests::lines_of(tests::read(chapter / "README.md"))) {
        const std::vector<std::string> cells = between(line, "|", "|");  // rung, files, lines of code, what they add
        if (cells.size() < 3 || cells[2].find_first_not_of(" 0123456789+") != std::string::npos) continue;
        const std::vector<std::string> names = between(cells[1], "](", ")");
        const std::vector<std::string> numbers = between("+" + cells[2], "+", "+");
        INFO(line);
        REQUIRE(names.size() == numbers.size());
        for (std::size_t i = 0; i < names.size(); ++i) {
            INFO(names[i]);
            CHECK(" " + std::to_string(lines_of_code(chapter / names[i])) + " " == numbers[i]);
            ++files;
        }
    }
    CHECK(files >= 8);
}
