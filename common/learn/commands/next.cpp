#include "common/learn/commands/commands.hpp"

#include "common/learn/verdicts.hpp"

#include <algorithm>

namespace learn
{

const Exercise* next_exercise(const Desk& desk)
{
    const auto is_open = [&](const Exercise& exercise) { return known_state(exercise, desk.places) != State::solved; };
    const Exercise* current = exercise_named(desk.exercises, desk.progress.current());
    if (current != nullptr && is_open(*current)) return current;
    const auto first = std::ranges::find_if(desk.exercises, is_open);
    return first == desk.exercises.end() ? nullptr : &*first;
}

}  // namespace learn
