#include "tests/lessons/transcript.hpp"

#include "tests/files.hpp"

#include <algorithm>
#include <regex>

namespace tests
{

namespace
{

/// A measured line with every number, and the room it took, replaced by `#`.
std::string without_numbers(const std::string& line)
{
    if (!line.starts_with("~")) return line;
    static const std::regex number(R"(\s*[-+]?(\d+(\.\d+)?(e[-+]?\d+)?|inf|nan)\b)");
    return std::regex_replace(line, number, " #");
}

std::string line_or_end(const std::vector<std::string>& lines, std::size_t i)
{
    return i < lines.size() ? "`" + lines[i] + "`" : "the end";
}

}  // namespace

std::string first_difference(const std::string& expected, const std::string& actual)
{
    const std::vector<std::string> wanted = lines_of(expected);
    const std::vector<std::string> got = lines_of(actual);
    for (std::size_t i = 0; i < std::max(wanted.size(), got.size()); ++i) {
        const bool equal = i < wanted.size() && i < got.size() && without_numbers(wanted[i]) == without_numbers(got[i]);
        if (!equal) {
            return "line " + std::to_string(i + 1) + ": expected " + line_or_end(wanted, i) + " but it printed " +
                   line_or_end(got, i);
        }
    }
    return "";
}

std::size_t columns_of(const std::string& line)
{
    const auto is_start = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    return static_cast<std::size_t>(std::count_if(line.begin(), line.end(), is_start));
}

}  // namespace tests
