#include "common/catalogue/chapter.hpp"

#include "common/catalogue/files.hpp"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <stdexcept>

namespace catalogue
{

namespace
{

bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

/// Whether a name begins as a chapter's does: `02_softmax`.
bool is_numbered(const std::string& name)
{
    return name.size() > 3 && is_digit(name[0]) && is_digit(name[1]) && name[2] == '_';
}

Chapter read_chapter(const std::filesystem::path& folder)
{
    Chapter chapter;
    chapter.folder = folder;
    chapter.name = folder.filename().string();
    chapter.number = chapter_number(folder.filename());
    chapter.title = chapter.short_name();

    std::ifstream lesson(folder / "README.md");
    for (std::string line; std::getline(lesson, line) && chapter.idea.empty();) {
        if (line.starts_with("# ")) chapter.title = line.substr(std::min(line.find(": "), line.size() - 2) + 2);
        if (line.starts_with("> ")) chapter.idea = line.substr(2);
    }
    return chapter;
}

}  // namespace

std::string Chapter::short_name() const { return name.substr(3); }

std::string Chapter::heading() const { return "Chapter " + std::to_string(number) + ": " + title; }

std::vector<Chapter> chapters_of(const std::filesystem::path& project)
{
    const std::filesystem::path room = project / "chapters";
    std::vector<Chapter> chapters;
    for (const auto& folder : entries_of(room)) {
        if (is_numbered(folder.filename().string()) && std::filesystem::is_directory(folder))
            chapters.push_back(read_chapter(folder));
    }
    if (chapters.empty()) throw std::runtime_error("there are no chapters in " + room.string());
    return chapters;
}

int chapter_number(const std::filesystem::path& path)
{
    for (const auto& part : path) {
        const std::string name = part.string();
        if (is_numbered(name)) return std::stoi(name.substr(0, 2));
    }
    return 0;
}

}  // namespace catalogue
