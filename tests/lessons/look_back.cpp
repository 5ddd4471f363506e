#include "tests/lessons/look_back.hpp"

#include "common/catalogue/chapter.hpp"
#include "common/catalogue/pattern.hpp"
#include "tests/files.hpp"

namespace tests
{

namespace
{

using catalogue::chapter_number;

bool is_source(const std::filesystem::path& file) { return file.extension() == ".hpp" || file.extension() == ".cpp"; }

/// What a source includes by quotes or by brackets, as written, with a leading `chapters/` and any `../` taken off.
std::vector<std::string> includes_of(const std::filesystem::path& file)
{
    const std::string include = R"(^\s*#\s*include\s*["<](?:\.\./)*(?:chapters/)?([^">]+)[">])";
    std::vector<std::string> found;
    for (const std::string& line : lines_of(read(file))) {
        const std::vector<std::string> groups = catalogue::groups_of(line, include);
        if (!groups.empty()) found.push_back(groups[1]);
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
            const int own_number = chapter_number(own_path);  // 0 in common/, which so may include no chapter
            for (const std::string& include : includes_of(entry.path())) {
                const bool allowed = chapter_number(include) <= own_number && !is_outside(include);
                if (!allowed) found.push_back(std::string(room) + "/" + own_path + " includes " + include);
            }
        }
    }
    return found;
}

}  // namespace tests
