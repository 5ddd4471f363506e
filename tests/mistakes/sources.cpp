#include "tests/mistakes/sources.hpp"

#include "tests/files.hpp"

#include <algorithm>
#include <cctype>
#include <regex>

namespace tests
{

namespace
{

const std::string not_done = "    throw common::NotDoneYet();";

std::string read_if_there(const std::filesystem::path& file) { return std::filesystem::exists(file) ? read(file) : ""; }

/// The name of the exercise whose check this is, or nothing where it is no check.
std::string name_of(const std::filesystem::path& file)
{
    const std::string ending = "_test.cpp";
    const std::string name = file.parent_path().filename().string() + "/" + file.filename().string();
    if (std::isdigit(static_cast<unsigned char>(name.front())) == 0 || !name.ends_with(ending)) return "";
    return name.substr(0, name.size() - ending.size());
}

}  // namespace

std::vector<Sources> all_sources()
{
    std::vector<Sources> all;
    const std::filesystem::path root = project();
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / "tests/exercises")) {
        const std::string name = name_of(entry.path());
        if (name.empty()) continue;
        const std::string hints = std::regex_replace(name, std::regex("/"), "/hints/");
        all.push_back({name, read_if_there(root / "tests/exercises" / (name + "_stub.cpp")),
                       read_if_there(root / "exercises" / (name + ".cpp")),
                       read_if_there(root / "solutions" / (name + ".cpp")),
                       read_if_there(root / "exercises" / (hints + ".md"))});
    }
    std::sort(all.begin(), all.end(), [](const Sources& a, const Sources& b) { return a.name < b.name; });
    return all;
}

std::string doc_comment(const std::string& source)
{
    std::string comment;
    for (const std::string& line : lines_of(source)) {
        if (!line.starts_with("///")) break;
        comment += line + "\n";
    }
    return comment;
}

std::vector<std::string> signatures(const std::string& stub)
{
    std::vector<std::string> found;
    const std::string begin_of_body = "\n{\n" + not_done;
    for (std::size_t at = stub.find(begin_of_body); at != std::string::npos; at = stub.find(begin_of_body, at + 1)) {
        const std::size_t blank = stub.rfind("\n\n", at);
        found.push_back(stub.substr(blank + 2, at - blank - 2));
    }
    return found;
}

std::vector<std::string> bodies(const std::string& solution, const std::vector<std::string>& signatures)
{
    std::vector<std::string> found;
    for (const std::string& signature : signatures) {
        const std::size_t at = solution.find("\n" + signature + "\n{\n");
        if (at == std::string::npos) continue;
        const std::size_t begin = at + signature.size() + 4;
        found.push_back(squeezed(solution.substr(begin, solution.find("\n}\n", begin) - begin)));
    }
    return found;
}

std::string squeezed(const std::string& source)
{
    const std::string code = std::regex_replace(source, std::regex("//[^\n]*"), "");
    std::string text = std::regex_replace(code, std::regex("\\s+"), " ");
    text.erase(0, text.find_first_not_of(' '));
    text.erase(text.find_last_not_of(' ') + 1);
    return text;
}

}  // namespace tests
