#include "common/learn/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstring>

extern char** environ;  // NOLINT(readability-redundant-declaration): not every system declares it

namespace learn
{

namespace
{

using Clock = std::chrono::steady_clock;

volatile std::sig_atomic_t interrupt_came = 0;

/// The pointers that the system's functions ask for, with a null at the end.
std::vector<char*> pointers(const std::vector<std::string>& words)
{
    std::vector<char*> result;
    // The system promises not to write to them.
    for (const auto& word : words) result.push_back(const_cast<char*>(word.c_str()));  // NOLINT
    result.push_back(nullptr);
    return result;
}

/// This program's environment and what is added to it.
std::vector<std::string> environment_with(const std::vector<std::string>& added)
{
    std::vector<std::string> all = added;  // the first of a name counts
    for (char** variable = environ; *variable != nullptr; ++variable) all.emplace_back(*variable);
    return all;
}

[[noreturn]] void fail_to_start(const std::string& program, int error)
{
    throw std::runtime_error(fmt::format("cannot start {}: {}", program, std::strerror(error)));
}

int exit_code_of(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status); }

int wait_for(pid_t child)
{
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    return exit_code_of(status);
}

/// A pipe whose ends are closed at the end; nobody inherits them but by name.
struct Pipe {
    Pipe()
    {
        if (pipe(ends.data()) != 0) throw std::runtime_error("cannot make a pipe");
        for (const int end : ends) fcntl(end, F_SETFD, FD_CLOEXEC);
    }
    ~Pipe()
    {
        close_end(0);
        close_end(1);
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    Pipe(Pipe&&) = delete;
    Pipe& operator=(Pipe&&) = delete;

    void close_end(std::size_t end)
    {
        if (ends[end] >= 0) close(ends[end]);
        ends[end] = -1;
    }

    std::array<int, 2> ends = {-1, -1};  // to read from, to write to
};

/// Start a program that leads a group of its own, so that all of it can be ended at once.
pid_t start_group(const std::vector<std::string>& command, const std::vector<std::string>& environment, int output,
                  int errors)
{
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);

    pid_t child = 0;
    const std::vector<std::string> variables = environment_with(environment);
    const int error = posix_spawnp(&child, command.front().c_str(), &actions, &attributes, pointers(command).data(),
                                   pointers(variables).data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0) fail_to_start(command.front(), error);
    return child;
}

/// Read what there is into a text that does not grow beyond a megabyte; false at the end of it.
bool read_some(int from, std::string& text)
{
    constexpr std::size_t most = 1 << 20;
    std::array<char, 1 << 14> piece{};
    const ssize_t count = read(from, piece.data(), piece.size());
    if (count < 0) return errno == EINTR;
    text.append(piece.data(), std::min(static_cast<std::size_t>(count), most - std::min(most, text.size())));
    return count > 0;
}

/// Milliseconds until a moment, never more than the time within which an interrupt should be noticed.
int patience(const std::optional<Clock::time_point>& deadline)
{
    constexpr std::chrono::milliseconds most{100};
    if (!deadline) return most.count();
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(*deadline - Clock::now());
    return static_cast<int>(std::clamp(left, std::chrono::milliseconds{0}, most).count());
}

}  // namespace

void take_interrupts()
{
    struct sigaction action = {};
    action.sa_handler = [](int) { interrupt_came = 1; };  // no SA_RESTART: who waits wakes up
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaction(signal, &action, nullptr);
}

bool is_interrupted() { return interrupt_came != 0; }

int run(const std::vector<std::string>& command, const std::filesystem::path& output)
{
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    if (!output.empty()) {
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
        posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO);
    }
    pid_t child = 0;
    const int error =
        posix_spawnp(&child, command.front().c_str(), &actions, nullptr, pointers(command).data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0) fail_to_start(command.front(), error);
    const int result = wait_for(child);
    if (is_interrupted()) throw Interrupted();
    return result;
}

Heard listen(const std::vector<std::string>& command, const std::vector<std::string>& environment,
             std::optional<std::chrono::milliseconds> limit)
{
    Pipe output;
    Pipe errors;
    std::optional<Clock::time_point> deadline;
    if (limit) deadline = Clock::now() + *limit;
    const pid_t child = start_group(command, environment, output.ends[1], errors.ends[1]);
    output.close_end(1);
    errors.close_end(1);

    Heard heard;
    std::array<pollfd, 2> sources = {{{output.ends[0], POLLIN, 0}, {errors.ends[0], POLLIN, 0}}};
    const auto listening = [&] { return sources[0].fd >= 0 || sources[1].fd >= 0; };
    const auto listen_until_late = [&] {
        const auto is_late = [&] { return deadline && Clock::now() >= *deadline; };
        while (listening() && !is_interrupted() && !is_late()) {
            poll(sources.data(), sources.size(), patience(deadline));
            for (pollfd& source : sources) {
                std::string& text = &source == sources.data() ? heard.output : heard.errors;
                if (source.fd >= 0 && source.revents != 0 && !read_some(source.fd, text)) source.fd = -1;
            }
        }
    };
    listen_until_late();
    heard.timed_out = listening() && !is_interrupted();
    if (heard.timed_out) {  // it may still say where it was
        kill(-child, SIGABRT);
        deadline = Clock::now() + std::chrono::seconds(3);
        listen_until_late();
    }
    if (listening()) kill(-child, SIGKILL);
    heard.exit_code = wait_for(child);
    if (is_interrupted()) throw Interrupted();
    return heard;
}

void become(const std::vector<std::string>& command)
{
    execvp(command.front().c_str(), pointers(command).data());
    fail_to_start(command.front(), errno);
}

}  // namespace learn
