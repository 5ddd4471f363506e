#include "common/learn/triage/answer.hpp"

#include "common/catalogue/text.hpp"
#include "common/learn/triage/names.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace learn::triage
{

namespace
{

constexpr std::size_t room = screen - 7;  // beside the number of the line, `  12 | `

/// Four blanks in place of each tab; a place in the line moves with its character.
std::string without_tabs(std::string line, std::size_t& byte)
{
    for (std::size_t at = line.find('\t'); at != std::string::npos; at = line.find('\t')) {
        line.replace(at, 1, "    ");
        if (byte != std::string::npos && byte > at) byte += 3;
    }
    return line;
}

/// How many columns the first bytes of a text take: the further bytes of a UTF-8 character take none.
std::size_t columns_of(const std::string& text, std::size_t bytes)
{
    const auto begins = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(bytes, text.size()));
    return static_cast<std::size_t>(std::count_if(text.begin(), end, begins));
}

}  // namespace

std::string name_in_project(const std::filesystem::path& file)
{
    const std::filesystem::path project = project_above(file);
    if (project.empty()) return file.string();
    return std::filesystem::absolute(file).lexically_normal().lexically_relative(project).string();
}

std::vector<std::string> pointed_at(const std::string& line, std::size_t byte)
{
    const bool has_caret = byte != std::string::npos;
    std::string text = without_tabs(line, byte);
    if (has_caret) byte = std::min(byte, text.size());
    if (text.size() > room) {
        const std::size_t behind_caret = 12;
        const std::size_t wanted = has_caret && byte + behind_caret > room ? byte + behind_caret - room + 4 : 0;
        const std::size_t left_out = std::min(wanted, text.size() - room + 4);
        if (left_out > 0) text = "... " + text.substr(left_out);
        if (has_caret && left_out > 0) byte = byte - left_out + 4;
        if (text.size() > room) text = text.substr(0, room - 4) + " ...";
    }
    if (!has_caret) return {text};
    return {text, std::string(columns_of(text, byte), ' ') + "^"};
}

std::string shown(const std::string& file, int line, const std::string& sentence,
                  const std::vector<std::string>& source)
{
    std::string text;
    if (!file.empty()) text = line == 0 ? file + "\n\n" : fmt::format("{}:{}\n\n", file, line);
    text += catalogue::wrapped(sentence, screen);
    if (!source.empty()) text += fmt::format("\n{:>4} | {}\n", line, source[0]);
    if (source.size() > 1) text += fmt::format("     | {}\n", source[1]);
    return text;
}

}  // namespace learn::triage
