#include "common/learn/files.hpp"

#include <unistd.h>

#include <fstream>
#include <sstream>
#include <system_error>

namespace learn
{

std::optional<std::string> read_file(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    if (!stream || std::filesystem::is_directory(file)) return std::nullopt;
    text << stream.rdbuf();
    return text.str();
}

bool write_file(const std::filesystem::path& file, const std::string& text)
{
    std::error_code failed;
    std::filesystem::create_directories(file.parent_path(), failed);
    const std::filesystem::path draft = file.string() + "." + std::to_string(getpid());
    std::ofstream stream(draft, std::ios::binary);
    stream << text << std::flush;
    if (stream.good()) std::filesystem::rename(draft, file, failed);
    if (stream.good() && !failed) return true;
    std::filesystem::remove(draft, failed);
    return false;
}

}  // namespace learn
