#include "common/learn/triage/fold.hpp"

#include <cxxabi.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <cstdlib>
#include <memory>
#include <vector>

namespace learn::triage
{

namespace
{

using std::string;
using std::string_view;

bool is_of_name(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == ':'; }

void replace_all(string& text, string_view from, string_view to)
{
    for (std::size_t at = text.find(from); at != string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

/// Where the bracket that opens at a place closes, or npos; brackets of other kinds inside must match too.
std::size_t closing(string_view text, std::size_t open)
{
    constexpr string_view opening = "(<[{";
    constexpr string_view closers = ")>]}";
    string expected;
    for (std::size_t at = open; at < text.size(); ++at) {
        const bool arrow = text[at] == '>' && at > 0 && text[at - 1] == '-';
        if (const std::size_t kind = opening.find(text[at]); kind != string_view::npos) {
            expected += closers[kind];
        } else if (closers.find(text[at]) != string_view::npos && !arrow) {
            if (expected.empty() || text[at] != expected.back()) return string_view::npos;
            expected.pop_back();
            if (expected.empty()) return at;
        }
    }
    return string_view::npos;
}

/// Where the type that stands before a remark begins, in the quotes that it shares with the remark or in its own.
std::size_t type_before(string_view text, std::size_t remark)
{
    const std::size_t quote = text.rfind('\'', remark - 2);
    return quote == string_view::npos ? remark : quote + 1;
}

/// Take away every bracketed remark that begins in one way: ` {aka const xt::...}`. But where a type says little, as
/// `value_type` does, the remark takes its place.
void remove_remarks(string& text, string_view beginning)
{
    for (std::size_t at = text.find(beginning); at != string::npos; at = text.find(beginning, at)) {
        const std::size_t end = std::min(closing(text, at + 1), text.size() - 1);
        string remark = text.substr(at + beginning.size(), end - at - beginning.size());
        std::erase(remark, '\'');
        const bool has_quote = at > 0 && text[at - 1] == '\'';
        const std::size_t type_end = has_quote ? at - 1 : at;
        const string_view type = string_view(text).substr(0, type_end);
        const bool says_little = type.ends_with("_type") || type.ends_with("_reference");
        text.erase(at, end - at + 1);
        if (says_little) {
            const std::size_t begin = type_before(text, at);
            text.replace(begin, type_end - begin, remark);
            at = begin;
        }
    }
}

/// The arguments of a template, told apart at the commas between them.
std::vector<string> arguments_of(string_view text)
{
    std::vector<string> arguments(1);
    int depth = 0;
    for (const char c : text) {
        if (c == '<' || c == '(' || c == '[' || c == '{') ++depth;
        if (c == '>' || c == ')' || c == ']' || c == '}') --depth;
        if (c == ',' && depth == 0) {
            arguments.emplace_back();
        } else if (c != ' ' || !arguments.back().empty()) {
            arguments.back() += c;
        }
    }
    if (arguments.back().ends_with(' ')) arguments.back().pop_back();  // as in a<b<c> >
    return arguments;
}

/// A tensor's name, from the type of its numbers and its rank.
string name_of_tensor(const string& numbers, const string& rank)
{
    const bool yes_no = numbers.find("bool") != string::npos;
    const bool real = numbers.find("double") != string::npos;
    if (rank.starts_with('1') && real) return "Vector";
    if (rank.starts_with('2') && (real || yes_no)) return yes_no ? "BoolMatrix" : "Matrix";
    return "tensor";
}

/// Templates that stand for one word, by the last part of their names.
struct Word {
    string_view name;
    string_view word;
};
constexpr std::array words = {
    Word{"xfunction", "lazy expression"},
    Word{"xfunction_type_t", "lazy expression"},
    Word{"xgenerator", "lazy expression"},
    Word{"xbroadcast", "lazy expression"},
    Word{"xscalar", "lazy expression"},
    Word{"xoptional_comparison_t", "lazy expression"},
    Word{"xreducer", "lazy reduction"},
    Word{"uvector", "storage"},
    Word{"xview", "view"},
    Word{"xstrided_view", "view"},
    Word{"basic_string", "std::string"},
    Word{"basic_string_view", "std::string_view"},
};

string fold_templates(string_view text);

/// One template, given its name and what stands between < and >.
string fold_template(string_view name, string_view inside)
{
    const std::size_t colon = name.rfind(':');
    const string_view last = colon == string_view::npos ? name : name.substr(colon + 1);
    const std::vector<string> arguments = arguments_of(inside);
    if ((last == "xtensor_container" || last == "xtensor") && arguments.size() >= 2) {
        return name_of_tensor(arguments[0], arguments[1]);
    }
    if (last == "xcontainer" || last == "xsemantic_base") return fold_templates(arguments[0]);
    const auto* const word = std::ranges::find(words, last, &Word::name);
    if (word != words.end()) return string(word->word);
    const bool with_allocator = inside.find("std::allocator<") != string_view::npos;
    string folded_inside = fold_templates(with_allocator ? string_view(arguments[0]) : inside);
    if (folded_inside.ends_with(' ')) folded_inside.pop_back();  // as in a<b<c> >
    return string(name) + "<" + (folded_inside.size() <= 40 ? folded_inside : "...") + ">";
}

string fold_templates(string_view text)
{
    string result;
    std::size_t begin = 0;  // where the name that we are in, or just left, begins in the result
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool after_name = begin < result.size() && is_of_name(result.back());
        const std::size_t end =
            text[at] == '<' && after_name && result.substr(begin) != "operator" ? closing(text, at) : string_view::npos;
        if (end != string_view::npos) {
            const string folded = fold_template(string_view(result).substr(begin), text.substr(at + 1, end - at - 1));
            result.erase(begin);
            result += folded;
            at = end;
        } else {
            result += text[at];
            if (!is_of_name(text[at])) begin = result.size();
        }
    }
    return result;
}

/// `using Vector = Vector`, which g++ says for one type under two names, becomes the second.
void remove_aliases(string& text)
{
    constexpr string_view beginning = "'using ";
    for (std::size_t at = text.find(beginning); at != string::npos; at = text.find(beginning, at)) {
        const std::size_t equals = text.find(" = ", at);
        if (equals == string::npos) return;
        text.erase(at + 1, equals + 3 - at - 1);
    }
}

}  // namespace

string folded(string_view text)
{
    string result(text);
    for (const string_view quote : {"\u2018", "\u2019", "`"}) replace_all(result, quote, "'");
    for (const string_view remark : {" {aka ", " (aka ", " [with "}) remove_remarks(result, remark);
    result = fold_templates(result);
    for (const string_view prefix : {"common::", "attention::", "xt::detail::", "detail::", "xt::lazy"}) {
        replace_all(result, prefix, prefix == "xt::lazy" ? "lazy" : "");
    }
    remove_aliases(result);
    replace_all(result, "::xtensor_container(", "(");  // a constructor
    replace_all(result, "long unsigned int", "unsigned long");
    replace_all(result, "const class ", "const ");
    return result;
}

string demangled(const string& name)
{
    int status = 0;
    const std::unique_ptr<char, decltype(&std::free)> text(abi::__cxa_demangle(name.c_str(), nullptr, nullptr, &status),
                                                           &std::free);
    string result = folded(status == 0 ? text.get() : name);
    for (const string_view type : {"Vector", "Matrix", "BoolMatrix"}) {  // const comes last where names are demangled
        replace_all(result, string(type) + " const&", "const " + string(type) + "&");
    }
    replace_all(result, "Boolconst Matrix&", "const BoolMatrix&");
    return result;
}

string in_words(string type)
{
    for (const string_view part : {"const ", "volatile ", "&"}) replace_all(type, part, "");
    while (type.ends_with(' ')) type.pop_back();
    if (type == "lazy expression") return "xtensor expression that is not worked out yet";
    if (type == "lazy reduction") return "xtensor reduction that is not worked out yet";
    if (type.find("initializer list") != string::npos) return "list in braces";
    if (type.starts_with("char") && type.size() > 4) return "text";
    if (type.find("lambda") != string::npos) return "lambda";
    return shortened(type, 50);
}

string with_article(const string& noun)
{
    const bool sounds_like_vowel = noun.find_first_of("aeiou") == 0 || noun.starts_with("xt");
    return (sounds_like_vowel ? "an " : "a ") + noun;
}

string shortened(const string& text, std::size_t columns)
{
    constexpr string_view dots = " ...";
    if (text.size() <= columns) return text;
    const std::size_t blank = text.rfind(' ', columns - dots.size());
    const bool usable = blank != string::npos && blank > columns / 2;
    return text.substr(0, usable ? blank : columns - dots.size()) + string(dots);
}

}  // namespace learn::triage
