#include "tests/exercises/style/sources.hpp"

#include "tests/files.hpp"

#include <algorithm>
#include <cstdlib>
#include <sstream>
#include <utility>

namespace tests
{

namespace
{

std::string read_if_there(const std::filesystem::path& file) { return std::filesystem::exists(file) ? read(file) : ""; }

/// The name of the exercise whose stub this is, or nothing where it is no stub.
std::string name_of(const std::filesystem::path& file)
{
    if (file.filename() != "stub.cpp") return "";
    return file.parent_path().parent_path().filename().string() + "/" + file.parent_path().filename().string();
}

/// Chapter and number, as `/// Exercise 2.1: Temperature` has them.
std::pair<int, int> place_of(const Sources& exercise)
{
    const std::size_t dot = exercise.stub.find('.');
    return {std::stoi(exercise.name), dot == std::string::npos ? 0 : std::atoi(exercise.stub.c_str() + dot + 1)};
}

}  // namespace

std::vector<Sources> all_sources()
{
    std::vector<Sources> all;
    const std::filesystem::path root = project();
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / "tests/exercises")) {
        const std::string name = name_of(entry.path());
        if (name.empty()) continue;
        const std::string hints = std::string(name).replace(name.find('/'), 1, "/hints/");
        const std::filesystem::path drawer = root / "tests/exercises" / name;
        all.push_back({name, read_if_there(drawer / "stub.cpp"), read_if_there(root / "exercises" / (name + ".cpp")),
                       read_if_there(root / "solutions" / (name + ".cpp")),
                       read_if_there(root / "exercises" / (hints + ".md")),
                       versions_in(read_if_there(drawer / "mistakes.cpp") + read_if_there(drawer / "crashes.cpp"))});
    }
    std::sort(all.begin(), all.end(), [](const Sources& a, const Sources& b) { return place_of(a) < place_of(b); });
    return all;
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

std::vector<std::string> code_of(const std::vector<std::string>& lines)
{
    std::vector<std::string> code;
    for (const std::string& line : lines) {
        const std::string text = squeezed(line);
        if (!text.empty()) code.push_back(text);
    }
    return code;
}

std::vector<std::string> inside_namespace(const std::string& source)
{
    const std::string open = "\nnamespace attention\n{\n";
    const std::size_t begin = source.find(open) + open.size();
    return lines_of(source.substr(begin, source.rfind("\n}  // namespace attention") - begin));
}

std::size_t lines_in_common(const std::vector<std::string>& a, const std::vector<std::string>& b)
{
    std::vector<std::size_t> above(b.size() + 1);  // of the first i lines of a, and the first j of b
    for (const std::string& line : a) {
        std::vector<std::size_t> row = {0};
        for (std::size_t j = 0; j < b.size(); ++j)
            row.push_back(line == b[j] ? above[j] + 1 : std::max(above[j + 1], row[j]));
        above = row;
    }
    return above.back();
}

std::string squeezed(const std::string& source)
{
    std::string text;
    for (const std::string& line : lines_of(source)) {
        std::istringstream words(line.substr(0, line.find("//")));
        for (std::string word; words >> word;) text += (text.empty() ? "" : " ") + word;
    }
    return text;
}

}  // namespace tests
