#include "common/live.hpp"

#include "common/colour.hpp"

#include <fmt/format.h>

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace common
{

namespace
{

/// How many lines a drawing may have here; 0 where nobody looks.
std::size_t room_for_lines()
{
    if (isatty(STDERR_FILENO) != 1 || !understands_codes()) return 0;
    winsize size{};
    if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col < 80 || size.ws_row < 1) return 0;
    return size.ws_row - 1U;  // the cursor is in the last one
}

}  // namespace

std::string drawn_over(std::size_t lines, const std::string& text)
{
    const std::string up = lines > 0 ? fmt::format("\033[{}A", lines) : "";
    return up + "\r\033[J" + text;
}

void Live::show(const std::string& text)
{
    using namespace std::chrono_literals;
    const auto now = std::chrono::steady_clock::now();
    if (lines_ > 0 && now - shown_ < 50ms) return;
    const auto lines = static_cast<std::size_t>(std::ranges::count(text, '\n'));
    if (lines > room_for_lines()) return;
    std::fflush(stdout);
    fmt::print(stderr, "{}", drawn_over(lines_, text));
    std::fflush(stderr);
    lines_ = lines;
    shown_ = now;
}

Live::~Live()
{
    if (lines_ > 0) std::fputs(drawn_over(lines_, "").c_str(), stderr);
}

}  // namespace common
