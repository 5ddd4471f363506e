#include "docs/site/code.hpp"

#include "common/catalogue/files.hpp"
#include "common/catalogue/pattern.hpp"
#include "common/catalogue/text.hpp"
#include "docs/site/markdown.hpp"

#include <cstddef>

namespace site
{

namespace
{

using catalogue::entries_of;
using catalogue::lines_of;
using catalogue::read;

constexpr const char* file_comment = "/// \\file";

std::string link_to(const std::filesystem::path& file, const std::string& words, Addresses& addresses)
{
    const std::string label = addresses.label_of(file);
    return label.empty() ? "`" + words + "`" : "[" + words + "](@ref " + label + ")";
}

/// What belongs into a folder of a chapter: the heading of its list of headers.
std::string folder_heading(const std::filesystem::path& project, const std::filesystem::path& folder)
{
    const std::string name = "<b>" + folder.filename().string() + "</b>";  // Doxygen drops stars that begin a line
    const auto readme = catalogue::read_if_there(project / folder / "README.md");
    return "\n" + name + (readme ? ": " + *readme : "\n") + "\n";
}

/// The headers of a group, each as an item of a list with what it is for.
std::string header_list(const std::filesystem::path& project, const std::filesystem::path& folder, Addresses& addresses)
{
    std::string list;
    std::filesystem::path open = folder;  // whose headers are being listed
    for (const auto& file : headers_of(project, folder)) {
        if (file.parent_path() != open) list += folder_heading(project, file.parent_path());
        open = file.parent_path();
        list +=
            "- " + link_to(file, file.filename().string(), addresses) + ": " + purpose_of(read(project / file)) + "\n";
    }
    return list;
}

/// The folder of the chapter that a path leads into, at whatever depth; empty where it leads into none.
std::filesystem::path chapter_folder(const std::filesystem::path& file)
{
    for (std::filesystem::path folder = file.parent_path(); folder.has_relative_path(); folder = folder.parent_path()) {
        if (folder.parent_path().filename() == "chapters") return folder;
    }
    return {};
}

/// The files of the project that a source includes, as links.
std::string include_links(const std::filesystem::path& project, const std::string& source, Addresses& addresses)
{
    std::string links;
    for (const std::string& name : catalogue::all_that_fit(source, R"rx(#include "([^"]+)")rx")) {
        const std::filesystem::path in_chapters = std::filesystem::path("chapters") / name;
        const bool is_chapters = std::filesystem::exists(project / in_chapters);
        const std::filesystem::path file = is_chapters ? in_chapters : std::filesystem::path(name);
        links += (links.empty() ? "" : ", ") + link_to(file, name, addresses);
    }
    return links;
}

/// What a page about a chapter's file says at its top.
std::string origin_of(const std::filesystem::path& project, const std::filesystem::path& file, Addresses& addresses)
{
    const std::filesystem::path lesson = chapter_folder(file) / "README.md";
    const bool has_lesson = lesson != "README.md" && std::filesystem::exists(project / lesson);
    if (!has_lesson) return "";
    const std::string title = title_of(read(project / lesson));
    return "From [" + title + "](@ref " + addresses.label_of(lesson) + "). ";
}

bool opens_namespace(const std::string& line) { return line.starts_with("namespace "); }
bool closes_namespace(const std::string& line) { return line.starts_with("}  // namespace"); }

/// A fence around a text as it stands: one that the text does not close itself. A README has fences of its own.
std::string fenced(const std::string& text, const std::string& language)
{
    const std::string fence = text.find("\n```") == std::string::npos ? "```" : "~~~";
    return fence + language + "\n" + text + fence + "\n";
}

}  // namespace

std::string group_label(const std::filesystem::path& header)
{
    const std::filesystem::path chapter = chapter_folder(header);
    if (!chapter.empty()) return "api_" + chapter.filename().string();
    const std::string name = header.parent_path().filename().string();
    return name == "learn" || name == "catalogue" ? "api_common_" + name : "api_common";
}

std::vector<std::filesystem::path> headers_of(const std::filesystem::path& project, const std::filesystem::path& folder)
{
    const bool is_chapters = folder.begin()->string() == "chapters";
    std::vector<std::filesystem::path> headers;
    for (const auto& file : is_chapters ? catalogue::files_below(project / folder) : entries_of(project / folder)) {
        if (file.extension() == ".hpp") headers.push_back(file.lexically_relative(project));
    }
    return headers;
}

std::string purpose_of(const std::string& header)
{
    if (!header.starts_with(file_comment)) return "";
    std::string purpose;
    const std::vector<std::string> lines = lines_of(header);
    for (std::size_t i = 1; i < lines.size() && lines[i].starts_with("/// "); ++i)
        purpose += (purpose.empty() ? "" : " ") + lines[i].substr(4);
    return catalogue::replaced(purpose, "^Chapter [0-9]+: ", "");  // the page says so already
}

std::string group_definitions(const std::filesystem::path& project, const std::vector<Group>& groups,
                              Addresses& addresses)
{
    std::string text;
    for (const Group& group : groups) {
        text += "/** \\defgroup " + group.label + " " + group.title + "\n\n" + group.introduction + "\n\n";
        text += header_list(project, group.folder, addresses) + "*/\n\n";
    }
    return text;
}

std::string grouped(const std::string& header, const std::string& group)
{
    std::string result;
    bool in_file_comment = false;
    bool opens = false;  // the brace of a namespace stands on the line below its name
    for (const std::string& line : lines_of(header)) {
        in_file_comment = line == file_comment || (in_file_comment && line.starts_with("///"));
        if (closes_namespace(line)) result += "/** @} */ ";
        if (!in_file_comment) result += line;
        if (opens && line == "{") result += " /** \\addtogroup " + group + " */ /** @{ */";
        opens = opens_namespace(line);
        result += "\n";
    }
    return result;
}

std::string file_page(const std::filesystem::path& project, const std::filesystem::path& file, Addresses& addresses)
{
    const std::string source = read(project / file);
    const std::filesystem::path chapter = chapter_folder(file);
    const std::filesystem::path above = chapter.empty() ? file.parent_path() : chapter;
    const std::string name = file.lexically_relative(above.parent_path()).generic_string();
    const bool is_code = file.extension() == ".hpp" || file.extension() == ".cpp";
    const std::string includes = is_code ? include_links(project, source, addresses) : "";
    std::string page = "# " + name + " {#" + file_label(file) + "}\n\n";
    page += origin_of(project, file, addresses);
    if (file.extension() == ".hpp" && file.begin()->string() != "tests")
        page += "Its functions, one by one: \\ref " + group_label(file) + ". ";
    if (!includes.empty()) page += "It includes " + includes + ".";
    return page + "\n\n" + fenced(source, is_code ? "{.cpp}" : "{.unparsed}");
}

}  // namespace site
