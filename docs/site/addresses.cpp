#include "docs/site/addresses.hpp"

#include <cctype>
#include <utility>
#include <vector>

namespace site
{

namespace
{

bool is_plain(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x80 && std::isalnum(byte) != 0;
}

/// Letters, digits and underscores stay; whatever else becomes an underscore.
std::string as_label(const std::string& text)
{
    std::string label;
    for (const char c : text) label += is_plain(c) ? c : '_';
    return label;
}

/// The page for a chapter's folder and for the few folders that have a place of their own.
std::string folder_label(const std::filesystem::path& folder)
{
    if (folder == "chapters") return heading_label("front", "the-chapters");
    if (folder == "common") return "api_common";
    return folder == "docs" ? "" : page_label(folder / "README.md");
}

/// The exercise that a file is about: its source, or its hints.
std::string exercise_of(const std::filesystem::path& file)
{
    const std::vector<std::filesystem::path> parts(file.begin(), file.end());
    const bool source = parts.size() == 3 && file.extension() == ".cpp";
    const bool hints = parts.size() == 4 && parts[2] == "hints";
    if (parts[0] != "exercises" || !(source || hints)) return "";
    return exercise_label(parts[1].string(), file.stem().string());
}

}  // namespace

Addresses::Addresses(std::filesystem::path project) : project_(std::move(project)) {}

std::string Addresses::label_of(const std::filesystem::path& file, const std::string& anchor)
{
    const std::string page = page_label(file);
    if (!page.empty()) return anchor.empty() ? (page == "front" ? "index" : page) : heading_label(page, anchor);
    if (const std::string exercise = exercise_of(file); !exercise.empty()) return exercise;
    if (std::filesystem::is_directory(project_ / file)) return folder_label(file);
    if (!std::filesystem::is_regular_file(project_ / file)) return "";
    shown_files_.insert(file);
    return file_label(file);
}

std::string page_label(const std::filesystem::path& file)
{
    if (file == "README.md") return "front";
    if (file == "solutions/README.md") return "exercises";  // each solution lies behind a fold below its exercise
    if (file.parent_path() == "docs" && file.extension() == ".md") return as_label(file.stem().string());
    if (file.filename() != "README.md") return "";
    if (file.parent_path() == "exercises") return "exercises";
    if (file.parent_path().parent_path() == "chapters") return "chapter_" + file.parent_path().filename().string();
    return "";
}

std::string file_label(const std::filesystem::path& file) { return "file_" + as_label(file.generic_string()); }

std::string exercise_label(const std::string& chapter, const std::string& name)
{
    return "exercise_" + as_label(chapter + "_" + name);
}

std::string heading_label(const std::string& page_label, const std::string& anchor)
{
    return page_label + "-" + anchor;
}

std::string anchor_of(const std::string& heading)
{
    std::string anchor;
    for (const char c : heading) {
        const char small = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        if (is_plain(c) || c == '-' || c == '_') anchor += small;
        if (c == ' ') anchor += '-';
    }
    return anchor;
}

}  // namespace site
