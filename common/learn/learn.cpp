#include "common/learn/learn.hpp"

#include "common/learn/build.hpp"
#include "common/learn/process.hpp"
#include "common/learn/program.hpp"

#include <cstddef>
#include <exception>
#include <filesystem>
#include <span>
#include <string>
#include <thread>
#include <vector>

namespace learn
{

namespace
{

std::span<char*> command_line;

/// A thread that is waited for, whatever happens. Not a std::async, which alone takes a third of a second to compile.
struct Meanwhile {
    std::thread thread;
    ~Meanwhile() { thread.join(); }
};

void try_to_set_up_checks(const Places& places)
{
    try {
        set_up_checks(places);
    } catch (const std::exception&) {
        return;  // the coach will try again, and say what is wrong
    }
}

/// Build the coach, and set the checks up meanwhile: CMake keeps only one processor busy.
void build_coach(const Places& places)
{
    const Meanwhile meanwhile{std::thread([&] { try_to_set_up_checks(places); })};
    build(places.build, {"coach"}, "what checks answers (once)");
}

/// Give the whole command line over to the coach.
[[noreturn]] void hand_over(const Desk& desk)
{
    const std::filesystem::path coach = desk.places.build / "common" / "learn" / "coach";
    if (std::filesystem::exists(coach)) {
        build(desk.places.build, {"coach"});
    } else {
        build_coach(desk.places);
    }
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
    if (name == "write") return write_on(desk, given.words);
    if (name == "bench") return bench(desk, given.words);
    if (name == "docs") return docs(desk, given.has("open"), !given.has("no-live"));
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
