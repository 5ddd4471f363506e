/// \file
/// Running other programs.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace learn
{

/// Run a program and wait for it; it reads, prints and takes signals as this one does.
///
/// \param command  the program, looked up in PATH where it has no slash, and its arguments
/// \param output   where its output and its errors go; empty leaves them as they are
/// \return         its exit code; 128 plus the signal's number where a signal ended it
/// \throws std::runtime_error  where it cannot be started
int run(const std::vector<std::string>& command, const std::filesystem::path& output = {});

/// Give this process over to another program. Does not return.
/// \throws std::runtime_error  where it cannot be started
[[noreturn]] void become(const std::vector<std::string>& command);

}  // namespace learn
