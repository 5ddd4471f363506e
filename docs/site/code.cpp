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

/// The headers of a folder, each as an item of a list with what it is for.
std::string header_list(const std::filesystem::path& project, const std::filesystem::path& folder, Addresses& addresses)
{
    std::string list;
    for (const auto& file : entries_of(project / folder)) {
        if (file.extension() != ".hpp") continue;
        const std::string name = file.filename().string();
        list += "- " + link_to(folder / name, name, addresses) + ": " + purpose_of(read(file)) + "\n";
    }
    return list;
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
    const std::filesystem::path lesson = file.parent_path() / "README.md";
    const bool has_lesson = file.begin()->string() == "chapters" && std::filesystem::exists(project / lesson);
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
    const std::filesystem::path folder = header.parent_path();
    const bool in_chapter = folder.parent_path().filename() == "chapters";
    if (in_chapter) return "api_" + folder.filename().string();
    const std::string name = folder.filename().string();
    return name == "learn" || name == "catalogue" ? "api_common_" + name : "api_common";
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
    const std::string name = file.parent_path().filename().string() + "/" + file.filename().string();
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
