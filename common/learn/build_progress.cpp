#include "common/learn/build_progress.hpp"

#include <fmt/core.h>

#include <chrono>
#include <cstddef>
#include <cstdio>
#include <fstream>
#include <ios>
#include <iterator>

namespace learn
{

namespace
{

/// The end of a file, as far as a few lines go; empty where it cannot be read.
std::string end_of(const std::filesystem::path& file)
{
    constexpr std::streamoff enough = 4096;
    std::ifstream stream(file, std::ios::binary | std::ios::ate);
    const std::streamoff size = stream.tellg();
    stream.seekg(size > enough ? size - enough : 0);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

void show_until(const std::atomic<bool>& is_over, const std::string& what, const std::filesystem::path& log)
{
    while (!is_over) {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        fmt::print(stderr, "\r\033[KBuilding {} ... {}", what, steps_done(end_of(log)));
        std::fflush(stderr);
    }
    fmt::print(stderr, "\r\033[K");  // the line has served
}

}  // namespace

std::string steps_done(const std::string& printed)
{
    const std::size_t open = ("\n" + printed).rfind("\n[");
    if (open == std::string::npos) return "";
    const std::size_t slash = printed.find('/', open);
    const std::size_t close = printed.find(']', open);
    if (slash == std::string::npos || close == std::string::npos || slash > close) return "";
    return printed.substr(open + 1, slash - open - 1) + " of " + printed.substr(slash + 1, close - slash - 1);
}

BuildProgress::BuildProgress(const std::string& what, const std::filesystem::path& log)
    : watcher_([this, what, log] { show_until(is_over_, what, log); })
{
}

BuildProgress::~BuildProgress()
{
    is_over_ = true;
    watcher_.join();
}

}  // namespace learn
