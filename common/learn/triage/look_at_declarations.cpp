// Errors about what is declared twice, in another way, or const.
#include "common/learn/triage/rule.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace learn::triage
{

namespace
{

using std::string;

/// The note that says where a name was declared first.
const Note* first_declaration(const CompileError& error)
{
    const auto found = std::find_if(error.notes.begin(), error.notes.end(), [](const Note& note) {
        return fits(note.message, "previous|old declaration|first defined");
    });
    return found == error.notes.end() ? nullptr : &*found;
}

/// The header of a chapter that a place is in, as it is included; empty for any other file.
string chapter_header(const Place& place)
{
    const auto groups = groups_of(place.file, R"(/(\d\d_\w+/[\w.]+\.hpp)$)");
    return groups.empty() || place.file.find("/tests/") != string::npos ? "" : groups[1];
}

}  // namespace

void look_for_first_definition(Case& c)
{
    const auto groups = groups_of(c.error.message, R"('(?:[^'(]*[ :&*])?(\w+)(?:\([^']*)?')");
    const string name = groups.empty() ? "This" : groups[1];
    const Note* const first = first_declaration(c.error);
    if (first == nullptr) return c.say("defined_twice", fmt::format("{} is defined twice.", name));
    if (const string header = chapter_header(first->at); !header.empty()) {
        return c.say(
            "defined_twice",
            fmt::format("{} already exists: {} defines it. Use that one, or give yours another name.", name, header));
    }
    const bool is_function = fits(c.source(), R"(^\S.*\()");
    const char* const remedy = is_function ? "Remove one of the two, or give it another name."
                                           : "To change it, leave out the type; otherwise give this one another name.";
    c.say("defined_twice", fmt::format("{} is already declared in line {}. {}", name, first->at.line, remedy));
}

/// The line of a header that declares what the check calls.
void look_for_signature(Case& c)
{
    const Note* const first = first_declaration(c.error);
    const string declaration = first == nullptr ? "" : read_code(first->at.file).line(first->at.line);
    const string calls = "The check calls this function as it was declared";
    c.say("changed_signature", declaration.empty() ? calls + "." : calls + ":\n    " + declaration);
}

void look_at_const(Case& c)
{
    const string name = name_written(c.source());
    if (name.empty()) return c.say("const_assignment", "This is const: it cannot be changed. Work on a copy.");
    const string parameter = R"(const ([\w:]+)\s*&\s*)" + name + R"(\s*[,)])";
    for (const string& line : c.code.bare) {
        const auto found = groups_of(line, parameter);
        if (found.empty()) continue;
        return c.say("const_assignment", fmt::format("{0} is a const parameter: it cannot be changed. Work on a copy:\n"
                                                     "    {1} copy = {0};",
                                                     name, found[1]));
    }
    c.say("const_assignment",
          fmt::format("{} is const: it cannot be changed. If it must change, drop the const where it is declared.",
                      name));
}

}  // namespace learn::triage
