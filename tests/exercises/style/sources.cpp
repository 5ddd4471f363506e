#include "tests/exercises/style/sources.hpp"

#include "common/catalogue/exercise.hpp"
#include "tests/files.hpp"

#include <algorithm>
#include <filesystem>
#include <sstream>

namespace tests
{

namespace
{

/// One exercise, whatever is missing of it.
Sources sources_of(const catalogue::Exercise& exercise)
{
    const auto text = [](const std::filesystem::path& file) { return read_if_there(project() / file).value_or(""); };
    return {exercise.id(),
            text(exercise.stub()),
            text(exercise.answer()),
            text(exercise.solution()),
            text(exercise.hints()),
            text(exercise.drawer() / "check.cpp"),
            versions_in(text(exercise.drawer() / "mistakes.cpp") + text(exercise.drawer() / "crashes.cpp") +
                        text(exercise.drawer() / "calls.cpp"))};
}

}  // namespace

std::vector<Sources> all_sources()
{
    std::vector<Sources> all;
    for (const catalogue::Exercise& exercise : catalogue::exercises_of(project())) all.push_back(sources_of(exercise));
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
