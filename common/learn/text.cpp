#include "common/learn/text.hpp"

#include "common/catalogue/text.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <vector>

namespace learn
{

using catalogue::lines_of;

std::string reflowed(const std::string& markdown, std::size_t width)
{
    std::string text;
    std::string paragraph;
    const auto end_paragraph = [&] {
        text += catalogue::wrapped(paragraph, width);
        paragraph.clear();
    };
    for (const std::string& line : lines_of(markdown)) {
        const bool is_prose = !line.empty() && line.front() != ' ' && line.front() != '-' && line.front() != '|';
        if (!is_prose) end_paragraph();
        if (is_prose) {
            paragraph += (paragraph.empty() ? "" : " ") + line;
        } else {
            text += line + "\n";
        }
    }
    end_paragraph();
    return text;
}

std::string indented(const std::string& text)
{
    std::string result;
    for (const std::string& line : lines_of(text)) result += line.empty() ? "\n" : "  " + line + "\n";
    return result;
}

std::string last_lines(const std::string& text, std::size_t count)
{
    const std::vector<std::string> lines = lines_of(text);
    std::string result;
    for (std::size_t i = lines.size() - std::min(count, lines.size()); i < lines.size(); ++i) result += lines[i] + "\n";
    return result;
}

std::string first_lines(const std::string& text, std::size_t count)
{
    const std::vector<std::string> lines = lines_of(text);
    std::string result;
    for (std::size_t i = 0; i < std::min(count, lines.size()); ++i) result += lines[i] + "\n";
    if (lines.size() > count) result += fmt::format("... and {} lines more\n", lines.size() - count);
    return result;
}

std::string progress_bar(std::size_t done, std::size_t whole)
{
    constexpr std::size_t width = 20;
    // Full only where all is done, and not empty where anything is.
    const std::size_t filled = whole == 0 ? 0 : (done * width + whole - 1) / whole;
    const std::size_t shown = done < whole ? std::min(filled, width - 1) : width;
    return "[" + std::string(shown, '#') + std::string(width - shown, '-') + "]";
}

}  // namespace learn
