// Errors about what is declared twice, in another way, or const.
#include "common/learn/triage/rule.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <regex>

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
    std::smatch match;
    return std::regex_search(place.file, match, std::regex(R"(/(\d\d_\w+/[\w.]+\.hpp)$)")) &&
                   place.file.find("/tests/") == string::npos
               ? match[1].str()
               : "";
}

}  // namespace

void look_for_first_definition(Case& c)
{
    std::smatch match;
    const string name = std::regex_search(c.error.message, match, std::regex(R"('(?:[^'(]*[ :&*])?(\w+)(?:\([^']*)?')"))
                            ? match[1].str()
                            : "This";
    const Note* const first = first_declaration(c.error);
    if (first == nullptr) return c.say("defined_twice", fmt::format("{} is defined twice.", name));
    if (const string header = chapter_header(first->at); !header.empty()) {
        return c.say(
            "defined_twice",
            fmt::format("{} exists already: {} defines it. Use that one, or give yours another name.", name, header));
    }
    const bool is_function = fits(c.source(), R"(^\S.*\()");
    const char* const remedy = is_function ? "Take one of the two away, or give it another name."
                                           : "To change it leave the type away; otherwise give this one another name.";
    c.say("defined_twice", fmt::format("{} is declared already, in line {}. {}", name, first->at.line, remedy));
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
    const std::regex parameter(R"(const ([\w:]+)\s*&\s*)" + name + R"(\s*[,)])");
    std::smatch match;
    for (const string& line : c.code.bare) {
        if (!std::regex_search(line, match, parameter)) continue;
        return c.say("const_assignment", fmt::format("{0} is a const parameter: it cannot be changed. Work on a copy:\n"
                                                     "    {1} copy = {0};",
                                                     name, match[1].str()));
    }
    c.say("const_assignment",
          fmt::format("{} is const: it cannot be changed. If it must change, leave const away where it "
                      "is declared.",
                      name));
}

}  // namespace learn::triage
