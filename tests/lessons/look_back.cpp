#include "tests/lessons/look_back.hpp"

#include "tests/files.hpp"

#include <cctype>
#include <regex>

namespace tests
{

namespace
{

/// The number a path starts with: 2 for `02_softmax/softmax.hpp`, -1 for a path that belongs to no chapter.
int chapter_number(const std::string& path)
{
    const bool numbered = path.size() > 2 && std::isdigit(path[0]) != 0 && std::isdigit(path[1]) != 0 && path[2] == '_';
    return numbered ? std::stoi(path.substr(0, 2)) : -1;
}

bool is_source(const std::filesystem::path& file) { return file.extension() == ".hpp" || file.extension() == ".cpp"; }

/// What a source includes by quotes or by brackets, as written, with a leading `chapters/` and any `../` taken off.
std::vector<std::string> includes_of(const std::filesystem::path& file)
{
    static const std::regex include(R"(^\s*#\s*include\s*["<](?:\.\./)*(?:chapters/)?([^">]+)[">])");
    std::vector<std::string> found;
    for (const std::string& line : lines_of(read(file))) {
        std::smatch match;
        if (std::regex_search(line, match, include)) found.push_back(match[1]);
    }
    return found;
}

bool is_outside(const std::string& include)
{
    return include.starts_with("tests/") || include.starts_with("exercises/") || include.starts_with("solutions/");
}

}  // namespace

std::vector<std::string> forward_looks(const std::filesystem::path& root)
{
    std::vector<std::string> found;
    for (const char* room : {"chapters", "common"}) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root / room)) {
            if (!entry.is_regular_file() || !is_source(entry.path())) continue;
            const std::string own_path = std::filesystem::relative(entry.path(), root / room).string();
            const int own_number = chapter_number(own_path);  // -1 in common/, which so may include no chapter
            for (const std::string& include : includes_of(entry.path())) {
                const bool allowed = chapter_number(include) <= own_number && !is_outside(include);
                if (!allowed) found.push_back(std::string(room) + "/" + own_path + " includes " + include);
            }
        }
    }
    return found;
}

}  // namespace tests
