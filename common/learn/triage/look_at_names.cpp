// Errors about names that nobody knows.
#include "common/learn/triage/rule.hpp"

#include "common/catalogue/chapter.hpp"
#include "common/learn/triage/fold.hpp"
#include "common/learn/triage/names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

namespace learn::triage
{

namespace
{

using std::string;

bool includes(const Code& code, const string& header)
{
    return std::ranges::any_of(code.lines, [&](const string& line) {
        return fits(line, R"(^\s*#\s*include)") && line.find(header) != string::npos;
    });
}

/// What the compiler itself would have written: `did you mean 'softmax'?`
string suggestion_of(const CompileError& error)
{
    const auto groups = groups_of(error.message, "did you mean '([^']+)'");
    return groups.empty() ? "" : groups[1];
}

/// A name that a chapter defines.
void name_of_chapter(Case& c, const string& name, const Definition& definition)
{
    const int chapter = catalogue::chapter_number(definition.header);
    const int own_chapter = catalogue::chapter_number(c.trouble.file);
    if (own_chapter != 0 && chapter > own_chapter) {
        c.say("later_chapter", fmt::format("{} only comes in chapter {}. It is not available here.", name, chapter));
    } else if (includes(c.code, definition.header) || definition.header == "common/tensor.hpp") {
        c.say("missing_namespace",
              fmt::format("{} is in namespace attention, and this line is not. Write your code between "
                          "namespace attention {{ and its }}.",
                          name));
    } else {
        c.say("missing_include",
              fmt::format("{} is defined in a header that is not included yet. Put this at the top:\n"
                          "    #include \"{}\"",
                          name, definition.header));
    }
}

void name_of_std(Case& c, const string& name)
{
    const string header = header_of_std(name);
    if (header.empty()) {
        const string suggestion = suggestion_of(c.error);
        const string nearest = suggestion.empty() ? nearest_of_std(name) : suggestion;
        if (nearest.empty())
            return c.say("unknown_name", fmt::format("The headers included so far have no std::{}.", name));
        return c.say("misspelt_name", fmt::format("There is no std::{}. Did you mean {}?", name, nearest));
    }
    c.say("missing_include",
          fmt::format("std::{} needs its header. Put this at the top:\n    #include <{}>", name, header));
}

void name_of_xtensor(Case& c, const string& name)
{
    if (name == "linalg") {
        return c.say("missing_include",
                     "xt::linalg is not used here. Products of matrices are in common/blas.hpp, from "
                     "chapter 6 on; before, write the loop.");
    }
    if (const string header = header_of_xtensor(name); !header.empty()) {
        return c.say(
            "missing_include",
            fmt::format(
                "xt::{} is in a part of xtensor that is not included yet. Avoid it, or put this at the top:\n    #include <{}>",
                name, header));
    }
    const string suggestion = suggestion_of(c.error);
    const string hint = suggestion.empty() ? "" : fmt::format(" The nearest name is {}.", suggestion);
    c.say("misspelt_name", fmt::format("xtensor has no xt::{}.{}", name, hint));
}

/// The line above in which a name was declared inside braces, or in the head of a loop; 0 where there is none. Whoever reads on
/// finds the name, and the compiler does not: the braces have ended.
int declared_in_braces(const Case& c, const string& name)
{
    const string declaration =
        R"(\b(auto|bool|double|float|int|unsigned|\w*size_t|Vector|Matrix|BoolMatrix)\b[^;()=]*\b)" + name +
        R"(\s*(=|;|:|\{))";
    for (int line = c.trouble.line - 1; line > 0; --line) {
        if (fits(c.code.bare_line(line), R"(^\})")) return 0;  // another function
        if (fits(c.code.bare_line(line), declaration)) return line;
    }
    return 0;
}

/// The line of an #include between the braces of namespace attention; 0 where there is none.
int include_inside(const Code& code)
{
    bool inside = false;
    for (std::size_t i = 0; i < code.lines.size(); ++i) {
        inside = inside || fits(code.bare[i], R"(^\s*namespace\s+attention\b)");
        if (inside && fits(code.lines[i], R"(^\s*#\s*include)")) return static_cast<int>(i) + 1;
    }
    return 0;
}

/// A name without anything before it that nobody declared.
void plain_name(Case& c, const string& name)
{
    if (include_inside(c.code) != 0 && find_definition(c.project, name)) return look_for_include_inside(c);
    if (const int line = declared_in_braces(c, name); line != 0) {
        return c.say(
            "out_of_braces",
            fmt::format("{0} is declared in line {1}, and exists only inside the braces or the loop there. Declare {0} "
                        "before them, above line {1}.",
                        name, line));
    }
    if (const string instead = in_place_of_python(name); !instead.empty()) {
        return c.say("python_name", fmt::format("{} is Python. {}", name, instead));
    }
    if (const auto definition = find_definition(c.project, name)) return name_of_chapter(c, name, *definition);
    if (!header_of_std(name).empty()) {
        return c.say("missing_std", fmt::format("{0} is in the standard library: write std::{0}.", name));
    }
    string nearest = suggestion_of(c.error);
    if (nearest.empty()) nearest = nearest_word(c.code, name);
    if (!nearest.empty()) {
        return c.say("misspelt_name", fmt::format("There is no {} here. Did you mean {}?", name, nearest));
    }
    c.say("unknown_name",
          fmt::format("Nothing is called {} here. Declare it above this line, or correct its name.", name));
}

/// What a tensor is asked for, and what it calls that.
string member_instead(const string& name)
{
    struct Pair {
        const char* name;
        const char* sentence;
    };
    static constexpr std::array members = {
        Pair{"length", "size() counts its numbers."},
        Pair{"len", "size() counts its numbers."},
        Pair{"rows", "M.shape(0) is the number of rows."},
        Pair{"cols", "M.shape(1) is the number of columns."},
        Pair{"columns", "M.shape(1) is the number of columns."},
        Pair{"T", "xt::transpose(M) turns rows into columns."},
        Pair{"transpose", "xt::transpose(M) turns rows into columns."},
        Pair{"push_back", "Its size is fixed from the start: write v(i) = x."},
        Pair{"sum", "xt::sum(v)() adds up its numbers."},
        Pair{"max", "xt::amax(v)() is its largest number."},
        Pair{"min", "xt::amin(v)() is its smallest number."},
        Pair{"mean", "xt::mean(v)() is the mean of its numbers."},
        Pair{"exp", "xt::exp(v) takes exp of each number."},
        Pair{"dot", "Write the dot product as a loop, or use a function of a chapter."},
        Pair{"row", "row_of(M, i) is one of its rows."},
        Pair{"col", "column_of(M, j) is one of its columns."},
    };
    const auto* const found =
        std::find_if(members.begin(), members.end(), [&](const Pair& p) { return name == p.name; });
    return found == members.end() ? "" : found->sentence;
}

/// The member of a tensor that a misspelt one was meant for; empty where none comes near.
string nearest_member(const string& name)
{
    static const Code members = code_from("size shape begin end data fill reshape resize dimension flat");
    return nearest_word(members, name);
}

}  // namespace

/// Group 1 is a name, perhaps with a namespace before it; group 2, where there is one, the namespace.
void look_up_name(Case& c)
{
    string name = c.groups[1];
    string space = c.groups.size() > 2 ? c.groups[2] : "";
    if (const std::size_t colons = name.rfind("::"); colons != string::npos) {
        space = name.substr(0, colons);
        name = name.substr(colons + 2);
    }
    if (space == "std") return name_of_std(c, name);
    if (space == "xt") return name_of_xtensor(c, name);
    plain_name(c, name);
}

void look_for_include_inside(Case& c)
{
    if (const int line = include_inside(c.code); line != 0) {
        c.trouble.line = line;
        c.column = 0;
    }
    c.say("include_in_namespace",
          "This #include is inside namespace attention, so everything it declares ends up one namespace too deep. "
          "Move it above namespace attention {.");
}

void look_for_std_header(Case& c) { name_of_std(c, c.groups[1]); }

void look_up_member(Case& c)
{
    const bool is_clang = c.error.message.starts_with("no member");
    const string name = c.groups[is_clang ? 1 : 2];
    const string type = in_words(c.groups[is_clang ? 2 : 1]);
    const string instead = member_instead(name);
    const bool is_tensor = type == "Vector" || type == "Matrix" || type == "BoolMatrix";
    const string nothing = fmt::format("A {} has nothing called {}.", type, name);
    if (is_tensor && !instead.empty()) return c.say("unknown_member", nothing + " " + instead);
    if (type.find("numeric_limits") != string::npos) {
        return c.say("unknown_member",
                     fmt::format("std::numeric_limits has nothing called {}. It has infinity(), quiet_NaN(), "
                                 "max(), lowest() and epsilon().",
                                 name));
    }
    string nearest = suggestion_of(c.error);
    if (nearest.empty() && is_tensor) nearest = nearest_member(name);
    if (!nearest.empty()) return c.say("misspelt_name", fmt::format("{} Did you mean {}?", nothing, nearest));
    c.say("unknown_member",
          is_tensor ? nothing + " It has size(), shape(i) and its numbers, v(i) or M(i, j)." : nothing);
}

void look_for_header(Case& c)
{
    const string header = c.groups[1];
    const string nearest = nearest_header(c.project, header);
    const string hint = nearest.empty() ? "" : fmt::format(" Did you mean \"{}\"?", nearest);
    c.say("missing_header", fmt::format("There is no file {}.{}", header, hint));
}

}  // namespace learn::triage
