/// \file
/// Chapter 15: many heads learn from the same questions.
#pragma once

#include "15_learning/learning.hpp"

#include "common/random.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <vector>

namespace attention
{

/// A head that learns, and how it went.
struct Run {
    std::size_t d_k = 64;                 ///< the size of queries and keys
    Scaling scaling = Scaling::root;      ///< of the scores
    Learner learner = {};                 ///< with what it has learned so far
    std::vector<double> steps = {};       ///< after how many steps it was tested
    std::vector<Progress> progress = {};  ///< the results of the tests
};

/// A head before its first step. The same seed gives the same projections, whatever the scaling and the rule.
///
/// \param d_k      the size of queries and keys
/// \param scaling  of the scores
/// \param rule     how it steps
/// \param seed     of the random projections
inline Run new_run(std::size_t d_k, Scaling scaling, Rule rule, std::uint64_t seed)
{
    common::Random random(seed + d_k);
    Run run;
    run.d_k = d_k;
    run.scaling = scaling;
    run.learner.W = random_head(d_k, random);
    run.learner.scale = scale_of(scaling, d_k);
    run.learner.rule = rule;
    return run;
}

/// How long heads learn, and how often they are tested.
struct Course {
    int steps = 1500;            ///< how many
    std::size_t batch = 64;      ///< questions per step
    std::size_t examined = 512;  ///< questions for the tests, never learned from
    int looks = 60;              ///< how many tests, evenly spread, not counting the start
};

/// Let heads learn side by side. In every step, all get the same questions.
///
/// \param runs    heads, changed by every step
/// \param course  how long, and how often they are tested
/// \param random  where the questions come from
/// \param looked  called after each test, with the number of steps so far
inline void learn_together(std::vector<Run>& runs, const Course& course, common::Random& random,
                           const std::function<void(int)>& looked = {})
{
    const Questions exam = random_questions(course.examined, random);
    const int between = course.steps < course.looks ? 1 : course.steps / course.looks;
    for (int step = 0; step <= course.steps; ++step) {
        if (step % between == 0 || step == course.steps) {
            for (Run& run : runs) {
                run.steps.push_back(step);
                run.progress.push_back(progress_of(exam, run.learner));
            }
            if (looked) looked(step);
        }
        if (step == course.steps) break;
        const Questions asked = random_questions(course.batch, random);
        for (Run& run : runs) learn_from(asked, run.learner);
    }
}

/// The sizes that are compared.
constexpr std::array<std::size_t, 3> head_sizes = {8, 64, 512};

/// The ways to divide that are compared.
constexpr std::array<Scaling, 3> scalings = {Scaling::none, Scaling::root, Scaling::full};

/// Heads of all sizes, with all rules and divisors, before their first step: size by size, descent first.
///
/// \param seed  of the random projections
inline std::vector<Run> eighteen_runs(std::uint64_t seed)
{
    std::vector<Run> runs;
    for (const std::size_t d_k : head_sizes) {
        for (const Rule rule : {Rule::descent, Rule::adam}) {
            for (const Scaling scaling : scalings) runs.push_back(new_run(d_k, scaling, rule, seed));
        }
    }
    return runs;
}

/// Six starts of a head with d_k = 512 for each divisor, after some steps of descent.
///
/// \param steps  how many
/// \param seed   of the questions, and one less than that of the first start
/// \return       18 runs, divisor by divisor, tested at the start and at the end
inline std::vector<Run> six_starts(int steps, std::uint64_t seed)
{
    std::vector<Run> runs;
    for (const Scaling scaling : scalings) {
        for (std::uint64_t start = 1; start <= 6; ++start)
            runs.push_back(new_run(512, scaling, Rule::descent, seed + start));
    }
    common::Random random(seed);
    learn_together(runs, {.steps = steps, .looks = 1}, random);
    return runs;
}

/// The same head, d_k = 64 and the root, after some steps of descent with different rates.
///
/// \param rates  one for each run
/// \param steps  how many
/// \param seed   of the head and the questions
inline std::vector<Run> with_rates(const std::vector<double>& rates, int steps, std::uint64_t seed)
{
    std::vector<Run> runs(rates.size(), new_run(64, Scaling::root, Rule::descent, seed));
    for (std::size_t r = 0; r < runs.size(); ++r) runs[r].learner.rate = rates[r];
    common::Random random(seed);
    learn_together(runs, {.steps = steps, .looks = 1}, random);
    return runs;
}

/// After how many steps the loss was first seen below a limit; infinity if it never was.
inline double steps_until(const Run& run, double limit)
{
    for (std::size_t i = 0; i < run.steps.size(); ++i) {
        if (run.progress[i].loss < limit) return run.steps[i];
    }
    return std::numeric_limits<double>::infinity();
}

}  // namespace attention
