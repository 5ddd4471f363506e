#include "tests/house/includes.hpp"

#include "common/learn/triage/code.hpp"
#include "tests/files.hpp"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <string_view>

namespace tests
{

namespace
{

bool is_part_of_a_name(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

/// The name that ends just before a place: `Random` in `class Random {`, for the place of the brace.
std::string name_before(std::string_view line, std::size_t end)
{
    while (end > 0 && line[end - 1] == ' ') --end;
    std::size_t begin = end;
    while (begin > 0 && is_part_of_a_name(line[begin - 1])) --begin;
    return std::string(line.substr(begin, end - begin));
}

/// Where a name with all its qualifiers ends, which begins at a place.
std::size_t end_of_name(std::string_view line, std::size_t at)
{
    while (at < line.size() && is_part_of_a_name(line[at])) ++at;
    const bool goes_on = line.substr(at, 2) == "::" && at + 2 < line.size() && is_part_of_a_name(line[at + 2]);
    return goes_on ? end_of_name(line, at + 2) : at;
}

/// A qualified name, each of its beginnings, and each of its words.
void add_parts(std::set<std::string>& names, const std::string& name)
{
    std::size_t begin = 0;
    for (std::size_t end = 0; end != std::string::npos; begin = end + 2) {
        end = name.find("::", begin);
        names.insert(name.substr(0, end));
        names.insert(name.substr(begin, end - begin));
    }
}

void add_names(std::set<std::string>& names, const std::string& line)
{
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t end = end_of_name(line, at);
        if (end > at) add_parts(names, line.substr(at, end - at));
        at = std::max(end, at + 1);
    }
}

/// What a line includes, with its quotes or brackets; empty where it includes nothing.
std::string included_by(const std::string& line)
{
    const std::size_t begin = line.find_first_not_of(' ', line.find("include") + 7);
    if (!line.starts_with("#") || !contains(line, "include") || begin == std::string::npos) return "";
    const char quote = line[begin] == '<' ? '>' : '"';
    const std::size_t end = line.find(quote, begin + 1);
    return end == std::string::npos ? "" : line.substr(begin, end + 1 - begin);
}

/// Where the name of a declaration is over: at the first of a few signs, outside of angle brackets.
std::size_t end_of_declared(std::string_view line)
{
    int depth = 0;
    for (std::size_t at = 0; at < line.size(); ++at) {
        depth += line[at] == '<' ? 1 : line[at] == '>' ? -1 : 0;
        if (depth == 0 && contains("(={;[:", line.substr(at, 1)) && line.substr(at, 2) != "::" &&
            (at == 0 || line[at - 1] != ':'))
            return at;
    }
    return line.size();
}

constexpr std::string_view opening = "namespace ";

bool opens_namespace(const std::string& line) { return line.starts_with(opening) && !contains(line, "="); }

/// What a line declares, if it is no part of a class or function: this project moves only those in.
std::string declared_by(const std::string& line)
{
    const std::string define = "#define ";
    if (line.starts_with(define)) return line.substr(define.size(), end_of_name(line, define.size()) - define.size());
    for (const std::string_view other :
         {"namespace ", "template ", "template<", "#", "}", "{", " ", "using namespace "})
        if (line.starts_with(other)) return "";
    const std::size_t begin = line.starts_with("[[") ? line.find("]]") + 2 : 0;  // behind its attributes
    return name_before(line, begin + end_of_declared(std::string_view(line).substr(begin)));
}

}  // namespace

std::string as_included(const std::filesystem::path& header)
{
    const std::string path = header.generic_string();
    const std::string chapters = "chapters/";
    return "\"" + (path.starts_with(chapters) ? path.substr(chapters.size()) : path) + "\"";
}

Uses uses_of(const std::string& source)
{
    Uses uses;
    const learn::triage::Code code = learn::triage::code_from(source);
    for (std::size_t i = 0; i < code.lines.size(); ++i) {
        const std::string include = included_by(code.lines[i]);
        if (!include.empty()) uses.includes.insert(include);
        if (include.empty()) add_names(uses.names, code.bare[i]);
    }
    return uses;
}

std::vector<std::string> names_declared_in(const std::string& header)
{
    std::vector<std::string> names;
    std::vector<std::string> qualifiers = {""};
    const learn::triage::Code code = learn::triage::code_from(header);
    for (std::size_t i = 0; i < code.lines.size(); ++i) {
        const std::string& line = code.bare[i];
        if (opens_namespace(line)) qualifiers.push_back(line.substr(opening.size()) + "::");
        if (code.lines[i].starts_with("}  // namespace ")) qualifiers.pop_back();
        const std::string name = declared_by(line);
        if (!name.empty()) names.push_back(line.starts_with("#") ? name : qualifiers.back() + name);
    }
    return names;
}

std::vector<std::string> missing(const Uses& uses, const std::set<std::string>& there, const Providers& providers)
{
    std::vector<std::string> sentences;
    for (const auto& [name, headers] : providers) {
        const auto is_there = [&](const std::string& header) { return there.contains(header); };
        if (uses.names.contains(name) && std::ranges::none_of(headers, is_there))
            sentences.push_back(name + " is used, " + *headers.begin() + " not included");
    }
    return sentences;
}

std::vector<std::string> unused(const Uses& uses, const Providers& providers)
{
    std::map<std::string, bool> is_used;
    for (const auto& [name, headers] : providers) {
        for (const std::string& header : headers) is_used[header] |= uses.names.contains(name);
    }
    std::vector<std::string> sentences;
    for (const std::string& header : uses.includes) {
        if (is_used.contains(header) && !is_used[header])
            sentences.push_back(header + " is included, nothing of it used");
    }
    return sentences;
}

}  // namespace tests
