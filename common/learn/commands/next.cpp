#include "common/learn/commands/commands.hpp"

#include "common/learn/verdicts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

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

std::string next_after(const Desk& desk, const Exercise& solved)
{
    const Exercise* next = next_exercise(desk);
    if (next == nullptr) return "";
    if (next->chapter == solved.chapter) return fmt::format("  Next: ./learn check {}\n", next->name);
    return fmt::format("  Next: read chapters/{}/README.md\n  Then: ./learn check {}\n", next->chapter, next->name);
}

}  // namespace learn
