#include "common/learn/commands/commands.hpp"

#include "common/catalogue/files.hpp"
#include "common/catalogue/source.hpp"
#include "common/learn/checker.hpp"

#include <fmt/format.h>

#include <optional>
#include <stdexcept>
#include <string>

namespace learn
{

int solution(Desk& desk, const std::string& name, bool peek)
{
    const Exercise& exercise = find_exercise(desk.exercises, name);
    const std::optional<std::string> ours = catalogue::read_if_there(desk.places.project / exercise.solution());
    if (!ours) throw std::runtime_error("there are no solutions in this copy of the tutorial");
    if (!peek && check(exercise, desk.places).state != State::solved) {
        fmt::print("{} is not solved yet. Its hints: ./learn hint {}\nTo see the solution anyway, add --peek\n",
                   exercise.id(), exercise.name);
        return not_solved;
    }
    const std::string yours = catalogue::read_if_there(desk.places.project / exercise.answer()).value_or("");
    fmt::print("---- yours: {} ----\n\n{}\n---- ours: {} ----\n\n{}", exercise.answer().string(),
               catalogue::parts_of(yours).code, exercise.solution().string(), catalogue::parts_of(*ours).code);
    return fine;
}

}  // namespace learn
