#include "common/learn/triage/code.hpp"

#include "common/catalogue/files.hpp"
#include "common/catalogue/text.hpp"
#include "common/learn/triage/pattern.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace learn::triage
{

namespace
{

constexpr std::string_view blanks = " \t\r";

/// What surrounds a character: code, a comment, or a text in quotes.
enum class Inside { code, line_comment, comment, text, character };

/// Is this ' the one of 1'000'000?
bool separates_digits(const std::string& text, std::size_t at)
{
    const auto is_digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
    return at > 0 && is_digit(at - 1) && is_digit(at + 1);
}

/// What begins at a place in code.
Inside opened(const std::string& text, std::size_t at)
{
    if (text.compare(at, 2, "//") == 0) return Inside::line_comment;
    if (text.compare(at, 2, "/*") == 0) return Inside::comment;
    if (text[at] == '"') return Inside::text;
    if (text[at] == '\'' && !separates_digits(text, at)) return Inside::character;
    return Inside::code;
}

/// Does what we are inside of end at a place? No text in quotes goes beyond its line.
bool closed(const std::string& text, std::size_t at, Inside inside)
{
    switch (inside) {
    case Inside::line_comment: return text[at] == '\n';
    case Inside::comment: return text[at] == '/' && text[at - 1] == '*';
    case Inside::text: return text[at] == '"' || text[at] == '\n';
    case Inside::character: return text[at] == '\'' || text[at] == '\n';
    default: return false;
    }
}

/// A source with blanks in place of comments and of what stands in quotes. The quotes stay.
std::string bared(std::string text)
{
    const std::string original = text;
    Inside inside = Inside::code;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (inside == Inside::code) {
            inside = opened(original, at);
            const bool is_comment = inside == Inside::line_comment || inside == Inside::comment;
            if (is_comment) text.replace(at, 2, "  ");
            if (is_comment) ++at;
        } else if (closed(original, at, inside)) {
            if (inside == Inside::comment) text[at] = ' ';
            inside = Inside::code;
        } else if (original[at] == '\\' && inside != Inside::comment && at + 1 < text.size()) {
            text.replace(at, 2, original[at + 1] == '\n' ? " \n" : "  ");
            ++at;
        } else if (text[at] != '\n') {
            text[at] = ' ';
        }
    }
    return text;
}

const std::string& at_or_empty(const std::vector<std::string>& lines, int number)
{
    static const std::string empty;
    const bool exists = number >= 1 && static_cast<std::size_t>(number) <= lines.size();
    return exists ? lines[static_cast<std::size_t>(number) - 1] : empty;
}

bool is_blank(const std::string& line) { return line.find_first_not_of(blanks) == std::string::npos; }

}  // namespace

const std::string& Code::line(int number) const { return at_or_empty(lines, number); }
const std::string& Code::bare_line(int number) const { return at_or_empty(bare, number); }

Code code_from(const std::string& text) { return {catalogue::lines_of(text), catalogue::lines_of(bared(text))}; }

Code read_code(const std::filesystem::path& file) { return code_from(catalogue::read_if_there(file).value_or("")); }

int statement_begin(const Code& code, int line)
{
    for (int above = code_line_above(code, line); above > 0; above = code_line_above(code, line)) {
        const std::string& text = code.bare_line(above);
        const char last = text[text.find_last_not_of(blanks)];
        const bool is_directive = text[text.find_first_not_of(blanks)] == '#';
        if (last == ';' || last == '{' || last == '}' || is_directive) break;
        line = above;
    }
    return line;
}

std::size_t indentation(const std::string& line) { return line.find_first_not_of(blanks); }

int open_parentheses(const Code& code, int line)
{
    std::ptrdiff_t open = 0;
    for (int number = statement_begin(code, line); number <= line; ++number) {
        const std::string& text = code.bare_line(number);
        open += std::ranges::count(text, '(') - std::ranges::count(text, ')');
    }
    return static_cast<int>(open);
}

std::string name_written(const std::string& bare_line)
{
    // The last of the line: before it may stand the head of a loop.
    std::string name;
    std::string rest = bare_line;
    constexpr const char* writing = R"(^(.*?)\b(\w+)\s*(?:\([^=]*?\)|\[[^=]*?\])?\s*(?:[-+*/]?=(?!=)|\+\+|--)(.*)$)";
    for (auto groups = groups_of(rest, writing); !groups.empty(); groups = groups_of(rest, writing)) {
        name = groups[2];
        rest = groups[3];
    }
    return name;
}

int code_line_above(const Code& code, int line)
{
    do --line;
    while (line > 0 && is_blank(code.bare_line(line)));
    return std::max(line, 0);
}

}  // namespace learn::triage
