#include "docs/site/files.hpp"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

namespace site
{

std::string read(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    if (!stream) throw std::runtime_error("cannot read " + file.string());
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

void write(const std::filesystem::path& file, const std::string& text)
{
    std::filesystem::create_directories(file.parent_path());
    std::ofstream stream(file, std::ios::binary);
    stream << text;
    if (!stream.flush()) throw std::runtime_error("cannot write " + file.string());
}

std::vector<std::string> lines_of(const std::string& text)
{
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

std::vector<std::filesystem::path> entries_of(const std::filesystem::path& folder)
{
    if (!std::filesystem::is_directory(folder)) return {};
    std::vector<std::filesystem::path> entries;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) entries.push_back(entry.path());
    std::sort(entries.begin(), entries.end());
    return entries;
}

std::vector<std::filesystem::path> numbered_folders(const std::filesystem::path& room)
{
    std::vector<std::filesystem::path> folders;
    for (const auto& entry : entries_of(room)) {
        const std::string name = entry.filename().string();
        const bool numbered =
            name.size() > 3 && std::isdigit(name[0]) != 0 && std::isdigit(name[1]) != 0 && name[2] == '_';
        if (numbered && std::filesystem::is_directory(entry)) folders.push_back(entry);
    }
    return folders;
}

std::string number_of(const std::string& folder) { return std::to_string(std::stoi(folder.substr(0, 2))); }

std::string title_of(const std::string& page)
{
    const std::string first = page.substr(0, page.find('\n'));
    return first.starts_with("# ") ? first.substr(2) : first;
}

}  // namespace site
