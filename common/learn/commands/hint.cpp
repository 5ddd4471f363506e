#include "common/learn/commands/commands.hpp"

#include "common/catalogue/hints.hpp"
#include "common/learn/text.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <stdexcept>
#include <string>
#include <vector>

namespace learn
{

namespace
{

void show_hint(const Exercise& exercise, const std::vector<catalogue::Hint>& hints, std::size_t i)
{
    fmt::print("Hint {} of {} for {} {}: {}\n\n{}\n", i + 1, hints.size(), exercise.numbers(), exercise.name,
               hints[i].title, indented(reflowed(hints[i].text, 76)));
}

}  // namespace

int hint(Desk& desk, const std::string& name, bool again)
{
    const Exercise* next = name.empty() ? next_exercise(desk) : &find_exercise(desk.exercises, name);
    if (next == nullptr) {
        fmt::print("All {} exercises are solved.\n", desk.exercises.size());
        return fine;
    }
    const std::vector<catalogue::Hint> hints = catalogue::hints_of(desk.places.project, *next);
    if (hints.empty()) throw std::runtime_error("the hints of " + next->id() + " are not there");
    const std::size_t shown = std::min(desk.progress.hints_shown(next->id()), hints.size());
    if (again || shown == hints.size()) {
        for (std::size_t i = 0; i < shown; ++i) show_hint(*next, hints, i);
        const char* more = shown < hints.size() ? "One more: ./learn hint {0}\n"
                                                : "That was the last hint. Still stuck? ./learn solution {0} --peek\n";
        fmt::print(fmt::runtime(more), next->name);
        return fine;
    }
    show_hint(*next, hints, shown);
    if (!desk.progress.remember_hints(next->id(), shown + 1)) {
        for (std::size_t i = shown + 1; i < hints.size(); ++i) show_hint(*next, hints, i);
        fmt::print(stderr, "learn: nothing can be saved in {}, so here are all the hints at once\n",
                   desk.places.state.string());
        return fine;
    }
    desk.progress.remember_current(next->id());
    if (shown > 0) fmt::print("To see the earlier ones again: ./learn hint {} --again\n", next->name);
    return fine;
}

}  // namespace learn
