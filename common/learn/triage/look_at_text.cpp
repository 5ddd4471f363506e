// Errors that the text of the source explains: parentheses, semicolons, what stands between functions.
#include "common/learn/triage/braces.hpp"
#include "common/learn/triage/rule.hpp"

#include <string>

namespace learn::triage
{

namespace
{

using std::string;

/// Move to the end of the last code above: there a ; is missing, though the compiler noticed one line later.
void move_up(Case& c)
{
    const int above = code_line_above(c.code, c.trouble.line);
    if (above == 0) return;
    c.trouble.line = above;
    c.column = c.code.bare_line(above).find_last_not_of(" \t\r") + 2;
}

bool is_first_of_line(const Case& c) { return c.column == 0 || c.source().find_first_not_of(" \t\r") + 1 >= c.column; }

/// A struct whose closing } has no semicolon is noticed where the next declaration stands.
bool follows_a_struct(const Case& c)
{
    const int above = code_line_above(c.code, c.trouble.line);
    if (!fits(c.code.bare_line(above), R"(^\s*\}\s*$)")) return false;
    for (int line = above; line > 0; --line) {
        if (fits(c.code.bare_line(line), R"(^\s*(struct|class|enum)\b)")) return true;
        if (line < above && fits(c.code.bare_line(line), R"([;}]\s*$)") && !fits(c.code.bare_line(line), R"(^\s+)"))
            break;
    }
    return false;
}

/// A declaration with a ; after it, and then a body.
bool is_cut_off_body(const Case& c)
{
    return fits(c.source(), R"(^\s*\{)") &&
           fits(c.code.bare_line(code_line_above(c.code, c.trouble.line)), R"(\)\s*;\s*$)");
}

}  // namespace

void look_at_parentheses(Case& c)
{
    if (is_first_of_line(c) && fits(c.source(), R"(^\s*\{)")) move_up(c);
    const int open = open_parentheses(c.code, c.trouble.line);
    if (open > 0) {
        c.say("missing_parenthesis", "A ) is missing: this statement has more ( than ).");
    } else if (open < 0) {
        c.say("extra_parenthesis", "There is one ) too many: this statement has more ) than (.");
    } else {
        c.say("missing_operator",
              "Two things are side by side here. Put an operator such as * or a comma between them.");
    }
}

void look_for_semicolon(Case& c)
{
    if (follows_a_struct(c)) {
        move_up(c);
        return c.say("missing_semicolon", "A semicolon is missing: the } of a struct or class needs one after it.");
    }
    if (open_parentheses(c.code, c.trouble.line) != 0) return look_at_parentheses(c);
    const bool is_type = c.error.message.starts_with("two or more data types");
    if (is_type) c.column = c.source().find_last_not_of(" \t\r") + 2;
    const bool found_before = c.error.message.find("before") != string::npos;
    if (found_before && is_first_of_line(c)) move_up(c);
    const bool at_end = c.column == 0 || c.column > c.source().find_last_not_of(" \t\r") + 1;
    if (at_end || c.source().find('}', c.column - 1) != string::npos) {
        return c.say("missing_semicolon", "A semicolon is missing at the end of this statement.");
    }
    c.say("missing_operator",
          "Two things are side by side here. Put an operator such as *, a comma or a ; between them.");
}

void look_outside_functions(Case& c)
{
    if (is_cut_off_body(c)) {
        move_up(c);
        return c.say("semicolon_before_body",
                     "The ; after the ) ends the declaration. Remove it, so that the body in braces belongs to it.");
    }
    if (follows_a_struct(c)) return look_for_semicolon(c);
    if (!is_outside_functions(c.code, c.trouble.line))
        return c.say("missing_name", "A name is missing here, or one is spelt wrongly.");
    c.say("outside_function", "This is outside every function. Does a } above it close the function too early?");
}

void look_for_value(Case& c)
{
    if (open_parentheses(c.code, c.trouble.line) != 0) return look_at_parentheses(c);
    c.say("missing_value", "A value is missing here.");
}

}  // namespace learn::triage
