/// \file
/// The program that checks answers and explains what went wrong. `learn` hands over to it.

#include "common/learn/command_line.hpp"
#include "common/learn/commands/commands.hpp"
#include "common/learn/program.hpp"

#include <string>

namespace
{

int perform(learn::Desk& desk, const learn::Given& given)
{
    const std::string& name = given.command;
    if (name == "watch") return learn::watch(desk, given.word());
    if (name == "solution") return learn::solution(desk, given.word(), given.has("peek"));
    if (name == "list") return learn::list_for_programs(desk);
    if (name == "check") {
        return learn::check_exercises(desk, {.what = given.word(),
                                             .all = given.has("all"),
                                             .full = given.has("full"),
                                             .as_json = given.has("json"),
                                             .junit = given.value("junit")});
    }
    throw learn::WrongUsage("this program only checks; type ./learn");
}

}  // namespace

int main(int argc, char** argv) { return learn::run_program(argc, argv, perform); }
