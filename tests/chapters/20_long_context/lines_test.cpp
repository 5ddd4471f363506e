// The lesson says how many lines of code each rung takes.

#include "tests/catch.hpp"
#include "tests/files.hpp"

#include <cstddef>
#include <filesystem>
#include <regex>
#include <string>
#include <vector>

namespace
{

/// Lines with code on them.
std::size_t lines_of_code(const std::filesystem::path& file)
{
    static const std::regex code(R"(^\s*(?!//)\S.*)");
    std::size_t count = 0;
    for (const std::string& line : tests::lines_of(tests::read(file))) count += std::regex_match(line, code) ? 1 : 0;
    return count;
}

/// All that an expression finds in a text: its first group.
std::vector<std::string> found_in(const std::string& text, const std::regex& expression)
{
    std::vector<std::string> found;
    for (std::sregex_iterator at(text.begin(), text.end(), expression), end; at != end; ++at) found.push_back((*at)[1]);
    return found;
}

}  // namespace

TEST_CASE("the lesson's table has as many lines of code for each file as the file")
{
    const std::filesystem::path chapter = tests::project() / "chapters" / "20_long_context";
    const std::regex row(R"(\|[^|]*\|([^|]*)\|([ 0-9+]+)\|[^|]*\|)");
    const std::regex file(R"(\]\(([a-z_/]+\.[a-z]+)\))");
    const std::regex number("([0-9]+)");
    std::size_t files = 0;
    for (const std::string& line : tests::lines_of(tests::read(chapter / "README.md"))) {
        std::smatch match;
        if (!std::regex_match(line, match, row)) continue;
        const std::vector<std::string> names = found_in(match[1], file);
        const std::vector<std::string> numbers = found_in(match[2], number);
        INFO(line);
        REQUIRE(names.size() == numbers.size());
        for (std::size_t i = 0; i < names.size(); ++i) {
            INFO(names[i]);
            CHECK(std::to_string(lines_of_code(chapter / names[i])) == numbers[i]);
            ++files;
        }
    }
    CHECK(files >= 8);
}
