#include "tests/learn/terminal_program.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstddef>
#include <stdexcept>

namespace tests
{

namespace
{

using Clock = std::chrono::steady_clock;

[[noreturn]] void become_in_terminal(int end, const std::string& command_line)
{
    setsid();
    ioctl(end, TIOCSCTTY, 0);
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) dup2(end, descriptor);
    execl("/bin/sh", "sh", "-c", command_line.c_str(), static_cast<char*>(nullptr));
    _exit(127);
}

}  // namespace

TerminalProgram::TerminalProgram(const std::string& command_line)
{
    terminal_ = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (terminal_ < 0 || grantpt(terminal_) != 0 || unlockpt(terminal_) != 0)
        throw std::runtime_error("cannot make a terminal");
    other_end_ = open(ptsname(terminal_), O_RDWR | O_NOCTTY | O_CLOEXEC);
    program_ = fork();
    if (program_ == 0) become_in_terminal(other_end_, command_line);
}

TerminalProgram::~TerminalProgram()
{
    if (program_ > 0) {
        kill(-program_, SIGKILL);
        waitpid(program_, nullptr, 0);
    }
    close(other_end_);
    close(terminal_);
}

void TerminalProgram::type(const std::string& keys) const
{
    if (::write(terminal_, keys.data(), keys.size()) < 0) throw std::runtime_error("cannot type");
}

bool TerminalProgram::read_more(std::chrono::milliseconds limit)
{
    pollfd source = {terminal_, POLLIN, 0};
    if (poll(&source, 1, static_cast<int>(limit.count())) <= 0) return false;
    std::array<char, 4096> piece{};
    const ssize_t count = ::read(terminal_, piece.data(), piece.size());
    if (count > 0) shown_.append(piece.data(), static_cast<std::size_t>(count));
    return count > 0;
}

std::string TerminalProgram::wait_for(const std::string& text, std::chrono::milliseconds limit)
{
    const auto deadline = Clock::now() + limit;
    std::size_t at = shown_.find(text);
    while (at == std::string::npos && Clock::now() < deadline) {
        read_more(std::chrono::milliseconds(100));
        at = shown_.find(text);
    }
    const std::size_t end = at == std::string::npos ? shown_.size() : at + text.size();
    const std::string seen = shown_.substr(0, end);
    shown_.erase(0, end);
    return seen;
}

int TerminalProgram::wait_for_end()
{
    int status = 0;
    while (waitpid(program_, &status, WNOHANG) == 0) read_more(std::chrono::milliseconds(50));
    program_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

termios TerminalProgram::settings() const
{
    termios settings = {};
    tcgetattr(other_end_, &settings);
    return settings;
}

}  // namespace tests
