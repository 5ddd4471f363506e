#include "common/learn/chapter.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <numeric>

namespace learn
{

namespace
{

bool is_number(std::string_view text)
{
    const auto is_digit = [](unsigned char c) { return std::isdigit(c) != 0; };
    return !text.empty() && text.size() <= 6 && std::all_of(text.begin(), text.end(), is_digit);
}

bool is_chapter_folder(const std::filesystem::directory_entry& entry)
{
    const std::string name = entry.path().filename().string();
    return entry.is_directory() && name.size() > 3 && is_number(name.substr(0, 2)) && name[2] == '_';
}

Chapter read_chapter(const std::filesystem::path& folder)
{
    Chapter chapter;
    chapter.folder = folder;
    chapter.name = folder.filename().string();
    chapter.number = std::stoi(chapter.name.substr(0, 2));

    std::ifstream lesson(folder / "README.md");
    for (std::string line; std::getline(lesson, line) && chapter.idea.empty();) {
        if (line.starts_with("# ")) chapter.title = line.substr(std::min(line.find(": "), line.size() - 2) + 2);
        if (line.starts_with("> ")) chapter.idea = line.substr(2);
    }
    if (chapter.title.empty()) chapter.title = chapter.name.substr(3);
    return chapter;
}

std::string_view without_number(const Chapter& chapter) { return std::string_view(chapter.name).substr(3); }

bool is_meant_by(const Chapter& chapter, std::string_view text)
{
    if (is_number(text)) return std::stoi(std::string(text)) == chapter.number;
    return text == chapter.name || text == without_number(chapter);
}

}  // namespace

std::vector<Chapter> read_chapters(const std::filesystem::path& folder)
{
    std::vector<Chapter> chapters;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (is_chapter_folder(entry)) chapters.push_back(read_chapter(entry.path()));
    }
    if (chapters.empty()) throw std::runtime_error(fmt::format("there are no chapters in {}", folder.string()));
    std::sort(chapters.begin(), chapters.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return chapters;
}

const Chapter* chapter_named(const std::vector<Chapter>& chapters, std::string_view text)
{
    const auto found =
        std::find_if(chapters.begin(), chapters.end(), [&](const auto& chapter) { return is_meant_by(chapter, text); });
    return found == chapters.end() ? nullptr : &*found;
}

const Chapter& find_chapter(const std::vector<Chapter>& chapters, std::string_view text)
{
    if (const Chapter* found = chapter_named(chapters, text)) return *found;
    if (is_number(text)) {
        throw NoSuchName(fmt::format("there is no chapter {}; the last one is {}, {}", text, chapters.back().number,
                                     chapters.back().name));
    }
    const auto distance = [&](const Chapter& chapter) {
        return std::min(edit_distance(text, chapter.name), edit_distance(text, without_number(chapter)));
    };
    const auto nearest = std::min_element(chapters.begin(), chapters.end(),
                                          [&](const auto& a, const auto& b) { return distance(a) < distance(b); });
    throw NoSuchName(
        fmt::format("there is no chapter '{}'; did you mean {}, {}?", text, nearest->number, nearest->name));
}

std::size_t edit_distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);  // distances from the first i letters of a to each start of b
    std::iota(row.begin(), row.end(), 0U);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
        }
    }
    return row[b.size()];
}

}  // namespace learn
