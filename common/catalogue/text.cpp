#include "common/catalogue/text.hpp"

#include <algorithm>

namespace catalogue
{

namespace
{

/// How much of a line that is too long goes before the break.
std::size_t break_of(std::string_view line, std::size_t width)
{
    const std::size_t indentation = line.find_first_not_of(' ');
    const std::size_t blank = line.rfind(' ', width);
    return blank == std::string_view::npos || blank < indentation ? width : blank;
}

}  // namespace

std::vector<std::string> lines_of(std::string_view text)
{
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

std::string wrapped(std::string_view text, std::size_t width)
{
    std::string result;
    for (const std::string& line : lines_of(text)) {
        std::string_view rest = line;
        while (rest.size() > width) {
            const std::string_view piece = rest.substr(0, break_of(rest, width));
            result += std::string(piece.substr(0, piece.find_last_not_of(' ') + 1)) + "\n";
            rest.remove_prefix(std::min(rest.find_first_not_of(' ', piece.size()), rest.size()));
        }
        result += std::string(rest) + "\n";
    }
    return result;
}

}  // namespace catalogue
