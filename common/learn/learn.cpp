#include "common/learn/learn.hpp"

#include "common/learn/build.hpp"
#include "common/learn/process.hpp"
#include "common/learn/program.hpp"

#include <fmt/core.h>

#include <cstddef>
#include <filesystem>
#include <future>
#include <span>
#include <string>
#include <vector>

namespace learn
{

namespace
{

std::span<char*> command_line;

/// Give the whole command line over to the coach. The first time it has to be built, and the checks are set up meanwhile: CMake
/// keeps only one processor busy.
[[noreturn]] void hand_over(const Desk& desk)
{
    const std::filesystem::path coach = desk.places.build / "common" / "learn" / "coach";
    const bool is_first = !std::filesystem::exists(coach);
    std::future<void> meanwhile;
    if (is_first) meanwhile = std::async(std::launch::async, [&] { set_up_checks(desk.places); });
    build(desk.places.build, {"coach"}, is_first ? "what checks answers (once)" : "");
    if (meanwhile.valid()) meanwhile.get();
    std::vector<std::string> command = {coach.string()};
    command.insert(command.end(), command_line.begin() + 1, command_line.end());
    become(command);
}

int perform(Desk& desk, const Given& given)
{
    const std::string& name = given.command;
    if (name.empty()) return where_you_are(desk);
    if (name == "tour") return tour(desk);
    if (name == "run") return run_chapter(desk, given.word(), {given.words.begin() + 1, given.words.end()});
    if (name == "list" && !given.has("json")) return list(desk);
    if (name == "hint") return hint(desk, given.word(), given.has("again"));
    if (name == "reset") return reset(desk, given.word());
    if (name == "attend") return attend(desk, given.words);
    if (name == "bench") return bench(desk, given.words);
    if (name == "docs") return docs(desk, given.has("open"));
    if (name == "test") return test(desk);
    hand_over(desk);
}

}  // namespace

int run_learn(int argc, char** argv)
{
    command_line = {argv, static_cast<std::size_t>(argc)};
    return run_program(argc, argv, perform);
}

}  // namespace learn
