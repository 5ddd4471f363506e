#include "common/learn/commands/commands.hpp"

#include "common/learn/checker.hpp"
#include "common/learn/files.hpp"
#include "common/learn/text.hpp"

#include <fmt/format.h>

#include <sstream>
#include <stdexcept>

namespace learn
{

namespace
{

/// A source without the task at its top, which both sides share.
std::string without_task(const std::string& source)
{
    std::istringstream stream(source);
    std::string rest;
    bool in_task = true;
    for (std::string line; std::getline(stream, line);) {
        in_task = in_task && line.starts_with("///");
        if (!in_task) rest += line + "\n";
    }
    return rest;
}

}  // namespace

int solution(Desk& desk, const std::string& name, bool peek)
{
    const Exercise& exercise = find_exercise(desk.exercises, name);
    const std::optional<std::string> ours = read_file(solution_file(exercise, desk.places));
    if (!ours) throw std::runtime_error("there are no solutions in this copy of the tutorial");
    if (!peek && check(exercise, desk.places).state != State::solved) {
        fmt::print("{} is not solved yet. Its hints: ./learn hint {}\nTo see the solution all the same: add --peek\n",
                   exercise.id(), exercise.name);
        return not_solved;
    }
    const std::string yours = read_file(answer_file(exercise, desk.places)).value_or("");
    fmt::print("---- yours: exercises/{0}.cpp ----\n\n{1}\n---- ours: solutions/{0}.cpp ----\n\n{2}", exercise.id(),
               without_task(yours), without_task(*ours));
    return fine;
}

}  // namespace learn
