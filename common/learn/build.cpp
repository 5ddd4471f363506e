#include "common/learn/build.hpp"

#include "common/catalogue/files.hpp"
#include "common/learn/build_progress.hpp"
#include "common/learn/lock.hpp"
#include "common/learn/process.hpp"
#include "common/learn/text.hpp"

#include <unistd.h>

#include <fmt/core.h>

#include <cstddef>
#include <cstdio>
#include <optional>

namespace learn
{

namespace
{

/// The value of a CMake variable, as `CMAKE_HOME_DIRECTORY:INTERNAL`; empty where it is not known.
std::string cached(const std::filesystem::path& build_folder, const std::string& variable)
{
    const std::string cache = "\n" + catalogue::read_if_there(build_folder / "CMakeCache.txt").value_or("");
    const std::size_t at = cache.find("\n" + variable + "=");
    if (at == std::string::npos) return "";
    const std::size_t begin = at + variable.size() + 2;
    return cache.substr(begin, cache.find('\n', begin) - begin);
}

void run_cmake(const std::vector<std::string>& command, const std::filesystem::path& log)
{
    if (run(command, log) == 0) return;
    throw BuildFailed(fmt::format("CMake failed. The end of {}:\n{}", log.string(),
                                  indented(last_lines(catalogue::read_if_there(log).value_or(""), 30))));
}

std::string names(const std::vector<std::string>& targets)
{
    if (targets == std::vector<std::string>{"all"}) return "everything";
    std::string text;
    for (const std::string& target : targets) text += (text.empty() ? "" : ", ") + target;
    return text;
}

}  // namespace

std::vector<std::string> build_command(const std::filesystem::path& build_folder)
{
    const std::string program = cached(build_folder, "CMAKE_MAKE_PROGRAM:FILEPATH");
    if (std::filesystem::path(program).filename().string().starts_with("ninja"))
        return {program, "-C", build_folder.string()};
    return {"cmake", "--build", build_folder.string(), "--target"};
}

void build(const std::filesystem::path& build_folder, const std::vector<std::string>& targets,
           const std::string& long_work)
{
    const std::filesystem::path log = build_folder / "build.log";
    const bool on_terminal = isatty(STDERR_FILENO) == 1 && understands_codes();
    if (!long_work.empty()) fmt::print(stderr, "Building {}.\n", long_work);
    const Lock lock(build_folder / ".lock");
    std::vector<std::string> command = build_command(build_folder);
    command.insert(command.end(), targets.begin(), targets.end());
    std::optional<BuildProgress> progress;
    if (on_terminal) progress.emplace(names(targets), log);
    const int result = run(command, log);
    progress.reset();
    if (result == 0) return;
    throw BuildFailed(fmt::format("{} did not build. The end of {}:\n{}", names(targets), log.string(),
                                  indented(last_lines(catalogue::read_if_there(log).value_or(""), 30))));
}

bool is_set_up(const std::filesystem::path& build_folder, const std::filesystem::path& project)
{
    return std::filesystem::exists(build_folder / "build.ninja") &&
           cached(build_folder, "CMAKE_HOME_DIRECTORY:INTERNAL") == project.string();
}

void set_up(const std::filesystem::path& build_folder, const std::filesystem::path& project, const std::string& preset,
            const std::vector<std::string>& options)
{
    const bool is_elsewheres =
        std::filesystem::exists(build_folder / "CMakeCache.txt") && !is_set_up(build_folder, project);
    if (is_elsewheres) std::filesystem::remove_all(build_folder);
    std::filesystem::create_directories(build_folder);
    std::vector<std::string> command = {"cmake", "-S", project.string(), "--preset", preset};
    command.insert(command.end(), options.begin(), options.end());
    run_cmake(command, build_folder / "configure.log");
}

void set_up_checks(const Places& places)
{
    if (is_set_up(places.checks, places.project)) return;
    const Lock lock(places.checks.parent_path() / ".checks.lock");
    if (!is_set_up(places.checks, places.project)) set_up(places.checks, places.project, "check");
}

void configure(const std::filesystem::path& build_folder)
{
    const Lock lock(build_folder / ".lock");
    run_cmake({"cmake", build_folder.string()}, build_folder / "build.log");
}

}  // namespace learn
