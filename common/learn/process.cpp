#include "common/learn/process.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>

extern char** environ;  // NOLINT(readability-redundant-declaration): POSIX leaves the declaration to the program

namespace learn
{

namespace
{

std::vector<char*> pointers(const std::vector<std::string>& command)
{
    std::vector<char*> result;
    // exec and spawn take char* for historical reasons and change nothing.
    for (const auto& part : command) result.push_back(const_cast<char*>(part.c_str()));
    result.push_back(nullptr);
    return result;
}

[[noreturn]] void fail_to_start(const std::string& program, int error)
{
    throw std::runtime_error(fmt::format("cannot start {}: {}", program, std::strerror(error)));
}

}  // namespace

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

    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

void become(const std::vector<std::string>& command)
{
    execvp(command.front().c_str(), pointers(command).data());
    fail_to_start(command.front(), errno);
}

}  // namespace learn
