#include "common/learn/build.hpp"

#include "common/learn/process.hpp"

#include <unistd.h>

#include <fmt/format.h>

#include <deque>
#include <fstream>

namespace learn
{

namespace
{

std::string last_lines(const std::filesystem::path& file, std::size_t count)
{
    std::deque<std::string> lines;
    std::ifstream stream(file);
    for (std::string line; std::getline(stream, line);) {
        lines.push_back("  " + line + "\n");
        if (lines.size() > count) lines.pop_front();
    }
    std::string text;
    for (const auto& line : lines) text += line;
    return text;
}

}  // namespace

void build(const std::filesystem::path& build_folder, const std::string& target)
{
    const std::filesystem::path log = build_folder / "build.log";
    const bool on_terminal = isatty(STDERR_FILENO) == 1;
    if (on_terminal) fmt::print(stderr, "Building {} ...", target);
    const int result = run({"cmake", "--build", build_folder.string(), "--target", target}, log);
    if (on_terminal) fmt::print(stderr, "\r\033[K");  // the line has served
    if (result == 0) return;
    throw BuildFailed(fmt::format("{} did not build. The end of {}:\n{}", target, log.string(), last_lines(log, 30)));
}

}  // namespace learn
