/// \file
/// The program behind ./learn: shows, lists and runs. It is small, because it is the first thing that gets built. Whatever
/// checks answers is another program, `coach`, which is built when it is first needed.

#include "common/learn/build.hpp"
#include "common/learn/process.hpp"
#include "common/learn/program.hpp"

#include <fmt/core.h>

#include <future>
#include <span>

namespace
{

using learn::Desk;
using learn::Given;

std::span<char*> command_line;

/// Give the whole command line over to the coach. The first time it has to be built, and the checks are set up meanwhile: CMake
/// keeps only one processor busy.
[[noreturn]] void hand_over(const Desk& desk)
{
    const std::filesystem::path coach = desk.places.build / "common" / "learn" / "coach";
    const bool is_first = !std::filesystem::exists(coach);
    std::future<void> meanwhile;
    if (is_first) meanwhile = std::async(std::launch::async, [&] { learn::set_up_checks(desk.places); });
    learn::build(desk.places.build, {"coach"}, is_first ? "what checks answers (once)" : "");
    if (meanwhile.valid()) meanwhile.get();
    std::vector<std::string> command = {coach.string()};
    command.insert(command.end(), command_line.begin() + 1, command_line.end());
    learn::become(command);
}

int perform(Desk& desk, const Given& given)
{
    const std::string& name = given.command;
    if (name.empty()) return learn::where_you_are(desk);
    if (name == "tour") return learn::tour(desk);
    if (name == "run") return learn::run_chapter(desk, given.word(), {given.words.begin() + 1, given.words.end()});
    if (name == "list" && !given.has("json")) return learn::list(desk);
    if (name == "hint") return learn::hint(desk, given.word(), given.has("again"));
    if (name == "reset") return learn::reset(desk, given.word());
    if (name == "attend") return learn::attend(desk, given.words);
    if (name == "bench") return learn::bench(desk, given.words);
    if (name == "docs") return learn::docs(desk, given.has("open"));
    if (name == "test") return learn::test(desk);
    hand_over(desk);
}

}  // namespace

int main(int argc, char** argv)
{
    command_line = {argv, static_cast<std::size_t>(argc)};
    return learn::run_program(argc, argv, perform);
}
