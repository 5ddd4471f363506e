#include "common/learn/commands/commands.hpp"

#include "common/learn/checker.hpp"
#include "common/learn/report.hpp"

#include <fmt/core.h>

#include <vector>

namespace learn
{

int list_for_programs(const Desk& desk)
{
    std::vector<Judged> all;
    for (const Exercise& exercise : desk.exercises) all.push_back({exercise, known_outcome(exercise, desk.places)});
    fmt::print("{}\n", list_as_json(desk.chapters, desk.progress, all));
    return fine;
}

}  // namespace learn
