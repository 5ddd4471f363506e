/// \file
/// Running other programs.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace learn
{

/// Ctrl-C was pressed, or the program was asked to end in another way.
class Interrupted : public std::runtime_error
{
public:
    Interrupted() : std::runtime_error("interrupted") {}
};

/// From now on Ctrl-C and its like end what is running as an Interrupted, so that everything is put back as it was.
void take_interrupts();

/// Whether an interrupt has come.
bool is_interrupted();

/// Run a program and wait for it; it reads, prints and takes signals as this one does.
///
/// \param command  the program, looked up in PATH where it has no slash, and its arguments
/// \param output   where its output and its errors go; empty leaves them as they are
/// \return         its exit code; 128 plus the signal's number where a signal ended it
/// \throws std::runtime_error  where it cannot be started
int run(const std::vector<std::string>& command, const std::filesystem::path& output = {});

/// How a program ended that was listened to.
struct Heard {
    int exit_code = 0;       ///< 128 plus the signal's number where a signal ended it
    bool timed_out = false;  ///< it was ended, because its time was up
    std::string output;      ///< what it printed, at most the first megabyte
    std::string errors;      ///< what it complained about, likewise
};

/// Run a program and listen to it. It has no terminal to read from, and ends with everything that it started: when its
/// time is up, or at an interrupt.
///
/// \param command      the program and its arguments
/// \param environment  variables for it, each as `NAME=value`, beside those of this program
/// \param limit        how long it may take
/// \throws std::runtime_error  where it cannot be started
/// \throws Interrupted         where an interrupt comes first
Heard listen(const std::vector<std::string>& command, const std::vector<std::string>& environment = {},
             std::optional<std::chrono::milliseconds> limit = {});

/// Give this process over to another program. Does not return.
/// \throws std::runtime_error  where it cannot be started
[[noreturn]] void become(const std::vector<std::string>& command);

}  // namespace learn
