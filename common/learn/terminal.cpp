#include "common/learn/terminal.hpp"

#include "common/learn/text.hpp"

#include <poll.h>
#include <unistd.h>

#include <fmt/format.h>

#include <array>
#include <cstdio>

namespace learn
{

Terminal::Terminal()
{
    termios settings = {};
    if (isatty(STDOUT_FILENO) != 1 || tcgetattr(STDIN_FILENO, &settings) != 0) return;
    before_ = settings;
    settings.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);  // Ctrl-C stays what it is
    tcsetattr(STDIN_FILENO, TCSANOW, &settings);
}

Terminal::~Terminal()
{
    if (before_) tcsetattr(STDIN_FILENO, TCSANOW, &*before_);
}

std::optional<char> Terminal::key_or_news(int elsewhere) const
{
    constexpr int a_fifth_of_a_second = 200;
    // poll passes over negative descriptors.
    std::array<pollfd, 2> sources = {{{is_real() ? STDIN_FILENO : -1, POLLIN, 0}, {elsewhere, POLLIN, 0}}};
    if (poll(sources.data(), sources.size(), a_fifth_of_a_second) <= 0 || sources[0].revents == 0) return std::nullopt;
    char key = 0;
    if (read(STDIN_FILENO, &key, 1) == 1) return key;
    return 'q';  // the terminal is gone
}

void Terminal::clear() const
{
    if (is_real() && understands_codes()) fmt::print("\033[2J\033[3J\033[H");
    std::fflush(stdout);
}

}  // namespace learn
