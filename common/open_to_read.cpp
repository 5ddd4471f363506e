#include "common/open_to_read.hpp"

#include <fmt/format.h>

#include <system_error>

namespace common
{

std::ifstream open_to_read(const std::filesystem::path& path)
{
    namespace fs = std::filesystem;
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    const auto fail = [&](const char* why) { throw FileTrouble(fmt::format("{}: {}", path.string(), why)); };
    if (status.type() == fs::file_type::not_found) fail("there is no such file");
    if (fs::is_directory(status)) fail("this is a folder");
    if (fs::is_fifo(status)) fail("this is a pipe; write what comes out of it into a file first");
    if (fs::exists(status) && !fs::is_regular_file(status)) fail("this is a device, not a file");
    std::ifstream in(path, std::ios::binary);
    if (!in) fail("it may not be read");
    return in;
}

}  // namespace common
