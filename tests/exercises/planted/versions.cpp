#include "tests/exercises/planted/versions.hpp"

#include <cstddef>
#include <sstream>

namespace tests
{

namespace
{

const std::string opening = "namespace ";
const std::string like = "// Like ";
const std::string except = ", except where marked.";

/// The name on a line that opens a version's namespace, or nothing where the line opens none.
std::string name_on(const std::string& line)
{
    if (!line.starts_with(opening)) return "";
    const std::string name = line.substr(opening.size());
    return name == "attention" ? "" : name;
}

/// What a comment above a version says that it was made from, or nothing where it says no such thing.
std::string origin_on(const std::string& line)
{
    if (!line.starts_with(like) || !line.ends_with(except)) return "";
    return line.substr(like.size(), line.size() - like.size() - except.size());
}

}  // namespace

std::vector<Version> versions_in(const std::string& source)
{
    std::vector<Version> versions;
    std::string made_from;
    bool is_inside = false;
    std::istringstream lines(source);
    for (std::string line; std::getline(lines, line);) {
        const std::string name = is_inside ? "" : name_on(line);
        if (!name.empty()) {
            versions.push_back({name, made_from, {}});
            std::getline(lines, line);  // the brace
            is_inside = true;
        } else if (is_inside && line == "}  // namespace " + versions.back().name) {
            is_inside = false;
        } else if (is_inside) {
            versions.back().lines.push_back(line);
        } else {
            made_from = origin_on(line);
        }
    }
    return versions;
}

std::string verdict_of(const std::string& version) { return version.substr(0, version.find("::")); }

std::vector<std::string> signatures(const std::string& stub)
{
    std::vector<std::string> found;
    const std::string begin_of_body = "\n{\n    throw common::NotDoneYet();";
    for (std::size_t at = stub.find(begin_of_body); at != std::string::npos; at = stub.find(begin_of_body, at + 1)) {
        const std::size_t blank = stub.rfind("\n\n", at);
        found.push_back(stub.substr(blank + 2, at - blank - 2));
    }
    return found;
}

}  // namespace tests
