// Errors about types that do not go together.
#include "common/learn/triage/rule.hpp"

#include "common/learn/triage/fold.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace learn::triage
{

namespace
{

using std::string;

/// A type that was found where another was needed.
struct Conversion {
    string from;
    string to;
};

/// One way of saying it: which parentheses of the pattern hold the two types.
struct ConversionPattern {
    const char* pattern;
    std::size_t from;
    std::size_t to;
};
constexpr std::array conversion_patterns = {
    ConversionPattern{"could not convert '.*' from '(.*)' to '(.*)'", 1, 2},
    ConversionPattern{"cannot convert '(.*)' to '(.*)'", 1, 2},
    ConversionPattern{"conversion from '(.*)' to (?:non-scalar type )?'(.*)'", 1, 2},
    ConversionPattern{
        "no viable conversion from (?:returned value of type )?'(.*)' to (?:function return type )?'(.*)'", 1, 2},
    ConversionPattern{"cannot initialize .* of type '(.*)' with an? .value of type '(.*)'", 2, 1},
    ConversionPattern{"value of type '(.*)' is not contextually convertible to '(.*)'", 1, 2},
    ConversionPattern{"invalid initialization of (?:non-const )?reference of type '(.*)' from .*type '(.*)'", 2, 1},
    ConversionPattern{"assigning to '(.*)' from incompatible type '(.*)'", 2, 1},
};

Conversion conversion_of(const string& message)
{
    for (const auto& [pattern, from, to] : conversion_patterns) {
        if (const auto groups = groups_of(message, pattern); !groups.empty()) return {groups[from], groups[to]};
    }
    return {};
}

/// What is wrong with one conversion, given patterns of its types and of the line. {from} and {to} stand for the types,
/// {function} for the one that takes an argument.
struct ConversionRule {
    const char* kind;
    const char* from;
    const char* to;
    const char* source;
    const char* sentence;
};
constexpr std::array conversion_rules = {
    ConversionRule{
        "condition_on_tensor", "lazy|Vector|Matrix", "^(const )?bool$", "",
        "This compares every number, and a condition needs one yes or no: write xt::all(...) or xt::any(...) "
        "around it, or look at one number, v(i)."},
    ConversionRule{"lazy_as_number", "lazy reduction", "double|float|int|long", "",
                   "xt::sum, xt::amax and the like give an expression, not a number. Put () after it:\n"
                   "    const double total = xt::sum(v)();"},
    ConversionRule{"brace_nesting", "initializer list", "Vector", "",
                   "A Vector is filled from one pair of braces:\n    Vector v = {{1, 2, 3}};"},
    ConversionRule{"brace_nesting", "initializer list", "Matrix", "",
                   "A Matrix is filled row by row, each row in braces of its own, even if there is only one:\n"
                   "    Matrix M = {{{{1, 2}}, {{3, 4}}}};"},
    ConversionRule{"parentheses_for_braces", "double|float|int|long", "Vector|Matrix", R"((\breturn|=)\s*\([^()]*,)",
                   "A list of numbers goes in braces, not in parentheses:\n    Vector v = {{1, 2, 3}};"},
    ConversionRule{"wrong_argument", "", "", "", "{function} is given {from} where it needs {to}."},
    ConversionRule{"wrong_return_type", "", "", R"(^[^;]*\breturn\b)",
                   "This line returns {from}, but the function promises {to}."},
    ConversionRule{"wrong_type", "", "", "", "This is {from}, but {to} is needed."},
};

/// The name of the function that an argument does not fit; empty where the error is about something else.
string function_called(const CompileError& error)
{
    for (const Note& note : error.notes) {
        const auto groups = groups_of(note.message, R"(argument \d+ of '(?:.*[ &*:])?(\w+)\()");
        if (!groups.empty()) return groups[1];
    }
    return "";
}

}  // namespace

void look_at_conversion(Case& c)
{
    const Conversion types = conversion_of(c.error.message);
    const string function = function_called(c.error);
    for (const ConversionRule& rule : conversion_rules) {
        const bool about_argument = rule.kind == std::string_view("wrong_argument");
        if (!fits(types.from, rule.from) || !fits(types.to, rule.to) || !fits(c.source(), rule.source)) continue;
        if (about_argument && function.empty()) continue;
        return c.say(rule.kind, fmt::format(fmt::runtime(rule.sentence), fmt::arg("function", function),
                                            fmt::arg("from", with_article(in_words(types.from))),
                                            fmt::arg("to", with_article(in_words(types.to)))));
    }
}

void look_at_mixed_types(Case& c)
{
    const string both =
        fmt::format("{} and {}", with_article(in_words(c.groups[1])), with_article(in_words(c.groups[2])));
    if (c.source().find('?') != string::npos) {
        return c.say("mixed_return_types",
                     fmt::format("The two sides of ? : differ: {}. Write if and else, or give both "
                                 "one type: Vector(...).",
                                 both));
    }
    c.say(
        "mixed_return_types",
        fmt::format(
            "The returns give different types: {}. Say which one you mean: Vector instead of auto, and -> Vector for a lambda.",
            both));
}

/// An expression that is written to, though it has no numbers of its own.
void look_for_auto(Case& c)
{
    const string name = name_written(c.source());
    const string is_auto = R"(\bauto\b[^=;]*\b)" + name + R"(\s*=)";
    const bool declared_auto = !name.empty() && std::any_of(c.code.bare.begin(), c.code.bare.end(),
                                                            [&](const string& line) { return fits(line, is_auto); });
    if (!declared_auto) {
        return c.say("not_assignable",
                     "What is to the left of the = cannot be written to. Was == meant, or another variable?");
    }
    c.say("lazy_auto",
          fmt::format("{} is auto, so it holds an xtensor expression, not its numbers, and cannot be written "
                      "to. Write Vector or Matrix instead of auto.",
                      name));
}

void look_at_operands(Case& c)
{
    const auto groups =
        groups_of(c.error.message, R"(types? '?(?:are )?'?([^']*)' and '([^']*)'|\('([^']*)' and '([^']*)'\))");
    if (groups.empty()) return;
    const string left = in_words(groups[1].empty() ? groups[3] : groups[1]);
    const string right = in_words(groups[2].empty() ? groups[4] : groups[2]);
    const bool tensors = fits(left + right, "Vector|Matrix|xtensor");
    if (tensors && fits(c.source(), "[^=!<>]==|!=")) {
        return c.say("condition_on_tensor",
                     "== compares two whole tensors, not a tensor with a number. xt::equal(v, x) compares "
                     "each number with x; v(i) == x compares one.");
    }
    c.say("no_such_operator",
          fmt::format("This operator does not go between {} and {}.", with_article(left), with_article(right)));
}

void look_at_arguments(Case& c)
{
    const string function = c.groups[1];
    for (const Note& note : c.error.notes) {
        const auto groups =
            groups_of(note.message, R"(no known conversion(?: for argument \d+)? from '(.*)' to '(.*?)')");
        if (groups.empty()) continue;
        return c.say("wrong_argument",
                     fmt::format("{} is given {} where it needs {}.", function, with_article(in_words(groups[1])),
                                 with_article(in_words(groups[2]))));
    }
    c.say("wrong_argument", fmt::format("{} does not take these arguments. Compare with its declaration.", function));
}

}  // namespace learn::triage
