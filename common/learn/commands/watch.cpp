#include "common/learn/commands/commands.hpp"

#include "common/learn/build.hpp"
#include "common/learn/changes.hpp"
#include "common/learn/checker.hpp"
#include "common/learn/process.hpp"
#include "common/learn/show.hpp"
#include "common/learn/terminal.hpp"
#include "common/learn/verdicts.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <cstdio>
#include <optional>
#include <string>
#include <vector>

namespace learn
{

namespace
{

/// Checks at every save, until a key or an interrupt ends it.
class Watch
{
public:
    Watch(Desk& desk, const Exercise& first) : desk_(desk), exercise_(&first) {}

    int run()
    {
        while (exercise_ != nullptr) stay_with(*exercise_);
        return fine;
    }

private:
    /// One exercise, until another one is to be watched, or none.
    void stay_with(const Exercise& exercise)
    {
        desk_.progress.remember_current(exercise.id());
        Changes changes(desk_.places.project / exercise.answer());  // before the first check: no save after it is lost
        check_and_show(exercise);
        while (exercise_ == &exercise) {
            const std::optional<char> key = terminal_.key_or_news(changes.descriptor());
            if (is_interrupted()) throw Interrupted();
            if (key) answer(*key);
            // A save during a check, or during anything else, is still seen here.
            if (changes.were_made()) check_and_show(exercise);
        }
    }

    void check_and_show(const Exercise& exercise)
    {
        terminal_.clear();
        fmt::print("{}: {}\n", exercise.answer().string(), exercise.title);
        if (exercise.number == 1) fmt::print("Its lesson: chapters/{}/README.md\n", exercise.chapter);
        std::fflush(stdout);
        State state = State::unchecked;
        try {
            const Outcome outcome = check(exercise, desk_.places);
            state = outcome.state;
            fmt::print("\n{}\n", verdict_text(outcome));
        } catch (const BuildFailed& error) {
            fmt::print("\n{}\n", error.what());
        }
        if (state == State::solved) fmt::print("Compare yours with ours: ./learn solution {}\n\n", exercise.name);
        show_keys(state == State::solved ? "n go on to the next" : "n next");
    }

    void show_keys(const char* next) const
    {
        std::vector<Judged> all;
        for (const Exercise& exercise : desk_.exercises)
            all.push_back({exercise, Outcome{.state = known_state(exercise, desk_.places)}});
        fmt::print("{}", bar_for(all));
        if (terminal_.is_real()) fmt::print("Save to check again.   h hint   {}   l list   r rerun   q quit\n", next);
        std::fflush(stdout);
    }

    void answer(char key)
    {
        switch (key) {
        case 'h': hint(desk_, exercise_->name, false); break;
        case 'l': list(desk_); break;
        case 'r': check_and_show(*exercise_); break;
        case 'n': exercise_ = the_next(); break;
        case 'q': exercise_ = nullptr; break;
        default: break;
        }
        std::fflush(stdout);
    }

    /// The first after this one that is not solved, from the beginning again where the end is reached.
    const Exercise* the_next() const
    {
        const std::size_t count = desk_.exercises.size();
        const auto here = static_cast<std::size_t>(exercise_ - desk_.exercises.data());
        for (std::size_t step = 1; step <= count; ++step) {
            const Exercise& exercise = desk_.exercises[(here + step) % count];
            if (known_state(exercise, desk_.places) != State::solved) return &exercise;
        }
        fmt::print("All {} exercises are solved.\n", count);
        return nullptr;
    }

    Desk& desk_;
    const Exercise* exercise_;
    Terminal terminal_;
};

}  // namespace

int watch(Desk& desk, const std::string& name)
{
    const Exercise* first = name.empty() ? next_exercise(desk) : &find_exercise(desk.exercises, name);
    if (first == nullptr) {
        fmt::print("All {} exercises are solved.\n", desk.exercises.size());
        return fine;
    }
    return Watch(desk, *first).run();
}

}  // namespace learn
