#include "docs/site/addresses.hpp"

#include <cctype>
#include <utility>

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
    const std::filesystem::path above = folder.parent_path();
    if (above.parent_path() == "chapters") return "api_" + above.filename().string();  // a chapter's own folder of code
    return folder == "docs" ? "" : page_label(folder / "README.md");
}

}  // namespace

Addresses::Addresses(std::filesystem::path project) : project_(std::move(project))
{
    for (const catalogue::Exercise& exercise : catalogue::exercises_of(project_)) {
        exercises_[exercise.answer()] = exercise_label(exercise);
        exercises_[exercise.hints()] = exercise_label(exercise);
    }
}

std::string Addresses::label_of(const std::filesystem::path& file, const std::string& anchor)
{
    const std::string page = page_label(file);
    if (!page.empty()) return anchor.empty() ? (page == "front" ? "index" : page) : heading_label(page, anchor);
    if (const auto exercise = exercises_.find(file); exercise != exercises_.end()) return exercise->second;
    if (std::filesystem::is_directory(project_ / file)) return folder_label(file);
    if (!std::filesystem::is_regular_file(project_ / file)) return "";
    shown_files_.insert(file);
    return file_label(file);
}

std::string page_label(const std::filesystem::path& file)
{
    if (file == "README.md") return "front";
    if (file == "solutions/README.md") return "exercises";  // each solution is folded away below its exercise
    if (file.parent_path() == "docs" && file.extension() == ".md") return as_label(file.stem().string());
    if (file.filename() != "README.md") return "";
    if (file.parent_path() == "exercises") return "exercises";
    if (file.parent_path().parent_path() == "chapters") return "chapter_" + file.parent_path().filename().string();
    return "";
}

std::string file_label(const std::filesystem::path& file) { return "file_" + as_label(file.generic_string()); }

std::string exercise_label(const catalogue::Exercise& exercise) { return "exercise_" + as_label(exercise.id()); }

std::string heading_label(const std::string& page_label, const std::string& anchor)
{
    return page_label + "-" + anchor;
}

std::string address_of(const std::string& label)
{
    if (!label.starts_with("api_")) return label + ".html";
    std::string name = "group__";
    for (const char c : label) name += c == '_' ? std::string("__") : std::string(1, c);
    return name + ".html";
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
