/// \file
/// What a learner can ask of `./learn`: one function a command. Each returns the exit code.
#pragma once

#include "common/learn/meant.hpp"
#include "common/learn/places.hpp"
#include "common/learn/progress.hpp"

#include <string>
#include <vector>

namespace learn
{

constexpr int fine = 0;              ///< exit code: all is well, or solved
constexpr int not_solved = 1;        ///< exit code: an exercise is not solved, or a test failed
constexpr int wrong_usage = 2;       ///< exit code: what was typed means nothing
constexpr int something_broken = 3;  ///< exit code: something outside is missing or broken
constexpr int interrupted = 130;     ///< exit code: Ctrl-C, as shells have it

/// What every command may need to know.
struct Desk {
    Places places;                    ///< the folders
    std::vector<Chapter> chapters;    ///< all of them, in order
    std::vector<Exercise> exercises;  ///< all of them, in order
    Progress progress;                ///< what is remembered about the learner
};

/// The exercise that a command is about when none is named: the one that was worked on last, as long as it is not solved;
/// else the first that is not. Null where all are solved.
const Exercise* next_exercise(const Desk& desk);

/// What to do next, once an exercise is solved: if the next one is in another chapter, its lesson comes first.
/// Empty if all exercises are solved.
std::string next_after(const Desk& desk, const Exercise& solved);

/// `./learn` alone: where you are, what is next; the very first time, chapter 1 itself.
int where_you_are(Desk& desk);

/// `./learn run N`: one chapter's program.
int run_chapter(Desk& desk, const std::string& name, const std::vector<std::string>& arguments);

/// `./learn tour`: every chapter's program, in order.
int tour(Desk& desk);

/// `./learn list`: the chapters and their exercises, and what became of them.
int list(const Desk& desk);

/// `./learn list --json`: the same for programs, with all that is known.
int list_for_programs(const Desk& desk);

/// What can be said to `./learn check`.
struct CheckOptions {
    std::string what;      ///< an exercise or a chapter; empty for the next exercise
    bool all = false;      ///< every exercise there is
    bool full = false;     ///< with everything the compiler said
    bool as_json = false;  ///< for programs
    std::string junit;     ///< a file for a report in JUnit's form
};

/// `./learn check`: what is right and what is wrong with an exercise, or with several.
int check_exercises(Desk& desk, const CheckOptions& options);

/// `./learn watch`: check an exercise at every save.
int watch(Desk& desk, const std::string& name);

/// `./learn hint`: one more hint each time; `again` shows those that were shown.
int hint(Desk& desk, const std::string& name, bool again);

/// `./learn solution`: your version and ours, after it is solved.
int solution(Desk& desk, const std::string& name, bool peek);

/// `./learn reset`: the stub again; what you had is kept aside.
int reset(const Desk& desk, const std::string& name);

/// `./learn attend`: chapter 21's attention over the learner's own arrays or text. The arguments are that program's.
int attend(const Desk& desk, const std::vector<std::string>& arguments);

/// `./learn write`: chapter 23's model goes on with a text. The arguments are that program's.
int write_on(const Desk& desk, const std::vector<std::string>& arguments);

/// `./learn bench`: the benchmarks. The arguments are that program's.
int bench(const Desk& desk, const std::vector<std::string>& arguments);

/// `./learn docs`: build the site, with or without live pages, say where it is, and open it where that is asked for.
int docs(const Desk& desk, bool open, bool live);

/// `./learn test`: build everything, then let ctest report.
int test(const Desk& desk);

}  // namespace learn
