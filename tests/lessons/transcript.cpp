#include "tests/lessons/transcript.hpp"

#include "common/catalogue/pattern.hpp"
#include "tests/files.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace tests
{

namespace
{

using Masked = std::string (*)(const std::string& line);

/// A line with every number, and the room it took, replaced by `#`.
std::string without_numbers(const std::string& line)
{
    return catalogue::replaced(line, R"(\s*[-+]?(\d+(\.\d+)?(e[-+]?\d+)?|inf|nan)\b)", " #");
}

/// The same, where the line says that it is measured. Of what a model has written, only that it is there.
std::string as_printed(const std::string& line)
{
    if (line.starts_with("~ \"")) return "~ \"";
    return line.starts_with("~") ? without_numbers(line) : line;
}

/// A line of a measured picture: a text is light where what it stands on is dark, which goes by a number too.
std::string as_drawn(const std::string& line)
{
    return without_numbers(catalogue::replaced(line, R"(^<text class="paper")", R"(<text class="ink")"));
}

std::string unchanged(const std::string& line) { return line; }

std::string line_or_end(const std::vector<std::string>& lines, std::size_t i)
{
    return i < lines.size() ? "`" + lines[i] + "`" : "the end";
}

std::string first_difference(const std::string& expected, const std::string& actual, Masked masked)
{
    const std::vector<std::string> wanted = lines_of(expected);
    const std::vector<std::string> got = lines_of(actual);
    for (std::size_t i = 0; i < std::max(wanted.size(), got.size()); ++i) {
        const bool equal = i < wanted.size() && i < got.size() && masked(wanted[i]) == masked(got[i]);
        if (!equal) {
            return "line " + std::to_string(i + 1) + ": expected " + line_or_end(wanted, i) + " but it printed " +
                   line_or_end(got, i);
        }
    }
    return "";
}

}  // namespace

std::string first_difference(const std::string& expected, const std::string& actual)
{
    return first_difference(expected, actual, as_printed);
}

std::string first_difference_of_pictures(const std::string& expected, const std::string& actual)
{
    const bool is_measured = expected.find(R"(<desc id="description">Measured: )") != std::string::npos;
    return first_difference(expected, actual, is_measured ? as_drawn : unchanged);
}

std::size_t columns_of(const std::string& line)
{
    const auto is_start = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    return static_cast<std::size_t>(std::ranges::count_if(line, is_start));
}

}  // namespace tests
