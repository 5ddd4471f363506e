#include "common/learn/triage/braces.hpp"

#include "common/learn/triage/pattern.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace learn::triage
{

namespace
{

/// A { that waits for its }.
struct OpenBrace {
    int line = 0;
    int head = 0;                 ///< line where the statement begins that opens it
    std::size_t indentation = 0;  ///< of that line
};

/// What a walk over all braces found.
struct Braces {
    std::vector<OpenBrace> open;  ///< at the end
    int closing_nothing = 0;      ///< line of the first } that closes nothing; 0 where there is none, here and below
    int too_far_left = 0;         ///< line of the first { whose } stands to the left of it
    int too_far_right = 0;        ///< line of the first } that stands to the right of what it closes
    int in_passing = 0;           ///< line of the first } within a line that closes what an earlier line opened
};

void set_once(int& line, int value)
{
    if (line == 0) line = value;
}

void close_brace(Braces& braces, const Code& code, int line, std::size_t column)
{
    if (braces.open.empty()) return set_once(braces.closing_nothing, line);
    const OpenBrace opened = braces.open.back();
    braces.open.pop_back();
    const bool begins_line = indentation(code.bare_line(line)) == column;
    if (opened.line == line) return;
    if (!begins_line) return set_once(braces.in_passing, line);
    if (column < opened.indentation) set_once(braces.too_far_left, opened.line);
    if (column > opened.indentation) set_once(braces.too_far_right, line);
}

bool is_namespace(const Code& code, const OpenBrace& brace)
{
    return fits(code.bare_line(brace.head), R"(^\s*namespace\b)");
}

void open_brace(Braces& braces, const Code& code, int line)
{
    const int head = statement_begin(code, line);
    const std::size_t column = indentation(code.bare_line(head));
    if (!braces.open.empty()) {  // what stands inside is moved in further, but for namespaces
        const OpenBrace& around = braces.open.back();
        const bool is_inside = column > around.indentation || head == around.head || is_namespace(code, around);
        if (!is_inside) set_once(braces.too_far_left, around.line);
    }
    braces.open.push_back({line, head, column});
}

/// Walk over all braces, up to the end or up to a line.
Braces walk(const Code& code, int end)
{
    Braces braces;
    for (int line = 1; line < end; ++line) {
        const std::string& text = code.bare_line(line);
        for (std::size_t column = 0; column < text.size(); ++column) {
            if (text[column] == '{') open_brace(braces, code, line);
            if (text[column] == '}') close_brace(braces, code, line, column);
        }
    }
    return braces;
}

Braces walk(const Code& code) { return walk(code, static_cast<int>(code.bare.size()) + 1); }

/// Does a line of code follow that does not begin with a { of its own?
bool lacks_brace(const Code& code, int head)
{
    int line = head + 1;
    while (static_cast<std::size_t>(line) <= code.bare.size() && fits(code.bare_line(line), R"(^\s*$)")) ++line;
    return !fits(code.bare_line(line), R"(^\s*(\{|$))");
}

/// The head of a function without a body.
int function_without_brace(const Code& code)
{
    for (int line = 1; static_cast<std::size_t>(line) <= code.bare.size(); ++line) {
        if (fits(code.bare_line(line), R"(^[A-Za-z].*\)\s*$)") && lacks_brace(code, line)) return line;
    }
    return 0;
}

/// The head of a loop or a condition, in front of a } that stands as far to the right as it does.
int loop_without_brace(const Code& code, int closing)
{
    const std::size_t column = indentation(code.bare_line(closing));
    for (int line = closing - 1; line > 0; --line) {
        const std::string& text = code.bare_line(line);
        if (indentation(text) < column) return 0;
        if (indentation(text) > column) continue;
        return fits(text, R"(^\s*(for|while|if|else)\b[^{]*$)") ? line : 0;
    }
    return 0;
}

}  // namespace

std::optional<int> unclosed_brace(const Code& code)
{
    const Braces braces = walk(code);
    if (braces.open.empty() || braces.closing_nothing != 0) return {};
    return braces.too_far_left != 0 ? braces.too_far_left : braces.open.back().line;
}

std::optional<int> surplus_brace(const Code& code)
{
    const Braces braces = walk(code);
    if (braces.closing_nothing == 0) return {};
    int line = braces.closing_nothing;
    for (const int suspect : {braces.too_far_right, braces.in_passing}) {
        if (suspect != 0 && suspect < line) line = suspect;
    }
    return line;
}

std::optional<int> head_without_brace(const Code& code)
{
    const Braces braces = walk(code);
    if (braces.closing_nothing == 0) return {};
    int head = function_without_brace(code);
    if (head == 0 && braces.too_far_right != 0) head = loop_without_brace(code, braces.too_far_right);
    return head == 0 ? std::nullopt : std::optional(head);
}

bool is_outside_functions(const Code& code, int line)
{
    const Braces braces = walk(code, line);
    return braces.open.empty() || is_namespace(code, braces.open.back());
}

}  // namespace learn::triage
