#include "common/learn/build.hpp"

#include "common/learn/files.hpp"
#include "common/learn/lock.hpp"
#include "common/learn/process.hpp"
#include "common/learn/text.hpp"

#include <unistd.h>

#include <fmt/format.h>

namespace learn
{

void build(const std::filesystem::path& build_folder, const std::string& target)
{
    const std::filesystem::path log = build_folder / "build.log";
    const bool on_terminal = isatty(STDERR_FILENO) == 1;
    if (on_terminal) fmt::print(stderr, "Building {} ...", target);
    const Lock lock(build_folder / ".lock");
    const int result = run({"cmake", "--build", build_folder.string(), "--target", target}, log);
    if (on_terminal) fmt::print(stderr, "\r\033[K");  // the line has served
    if (result == 0) return;
    throw BuildFailed(fmt::format("{} did not build. The end of {}:\n{}", target, log.string(),
                                  indented(last_lines(read_file(log).value_or(""), 30))));
}

void configure(const std::filesystem::path& build_folder)
{
    const std::filesystem::path log = build_folder / "build.log";
    const Lock lock(build_folder / ".lock");
    if (run({"cmake", build_folder.string()}, log) == 0) return;
    throw BuildFailed(fmt::format("CMake did not get through. The end of {}:\n{}", log.string(),
                                  indented(last_lines(read_file(log).value_or(""), 30))));
}

}  // namespace learn
