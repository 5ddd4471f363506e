/// \file
/// How far a build has come, on one line of the terminal.
#pragma once

#include <atomic>
#include <filesystem>
#include <string>
#include <thread>

namespace learn
{

/// The last `[12/345]` in what Ninja has printed, as `12 of 345`; empty where there is none.
std::string steps_done(const std::string& printed);

/// While it lives, a line on the terminal says what is built and how far it has come; at its end the line is gone.
class BuildProgress
{
public:
    /// \param what  what is built, as `everything`
    /// \param log   where Ninja's output goes
    BuildProgress(const std::string& what, const std::filesystem::path& log);
    ~BuildProgress();
    BuildProgress(const BuildProgress&) = delete;
    BuildProgress& operator=(const BuildProgress&) = delete;
    BuildProgress(BuildProgress&&) = delete;
    BuildProgress& operator=(BuildProgress&&) = delete;

private:
    std::atomic<bool> is_over_ = false;
    std::thread watcher_;
};

}  // namespace learn
