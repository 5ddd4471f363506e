#include "common/catalogue/files.hpp"

#include "common/whole_file.hpp"

#include <algorithm>
#include <fstream>
#include <ios>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace catalogue
{

namespace fs = std::filesystem;

std::string read(const fs::path& file)
{
    std::optional<std::string> text = read_if_there(file);
    if (!text) throw std::runtime_error("cannot read " + file.string());
    return *std::move(text);
}

std::optional<std::string> read_if_there(const fs::path& file)
{
    const std::ifstream stream(file, std::ios::binary);
    if (!stream || fs::is_directory(file)) return std::nullopt;
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

void write(const fs::path& file, const std::string& text)
{
    std::error_code ignored;  // what writing says of a missing folder is good enough
    fs::create_directories(file.parent_path(), ignored);
    const std::string wrong = common::write_whole(file.string(), text);
    if (!wrong.empty()) throw std::runtime_error(wrong);
}

bool save(const fs::path& file, const std::string& text)
{
    try {
        write(file, text);
        return true;
    } catch (const std::runtime_error&) {
        return false;
    }
}

std::vector<fs::path> entries_of(const fs::path& folder)
{
    std::vector<fs::path> entries;
    if (!fs::is_directory(folder)) return entries;
    for (const auto& entry : fs::directory_iterator(folder)) entries.push_back(entry.path());
    std::ranges::sort(entries);
    return entries;
}

std::vector<fs::path> folders_of(const fs::path& folder)
{
    std::vector<fs::path> folders = entries_of(folder);
    std::erase_if(folders, [](const fs::path& entry) { return !fs::is_directory(entry); });
    return folders;
}

std::vector<fs::path> files_below(const fs::path& folder)
{
    std::vector<fs::path> files = entries_of(folder);
    std::erase_if(files, [](const fs::path& entry) { return fs::is_directory(entry); });
    for (const fs::path& inner : folders_of(folder)) std::ranges::copy(files_below(inner), std::back_inserter(files));
    return files;
}

}  // namespace catalogue
