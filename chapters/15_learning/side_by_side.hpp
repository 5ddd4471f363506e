/// \file
/// Chapter 15: many heads learn from the same questions.
#pragma once

#include "15_learning/learning.hpp"

#include "common/random.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace attention
{

/// A head that learns, and how that went.
struct Run {
    std::size_t d_k = 64;                 ///< the size of queries and keys
    Scaling scaling = Scaling::root;      ///< of the scores
    Learner learner = {};                 ///< as far as it has come
    std::vector<double> steps = {};       ///< after how many steps it was examined
    std::vector<Progress> progress = {};  ///< what came out
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

/// How learning goes on.
struct Course {
    int steps = 1500;            ///< how many
    std::size_t batch = 64;      ///< questions in each
    std::size_t examined = 512;  ///< questions that all are examined with, none of them learned from
    int looks = 60;              ///< how often they are examined, evenly spread, not counting the start
};

/// Have heads learn side by side. Every step, all get the same questions.
///
/// \param runs    heads, changed by every step
/// \param course  how long
/// \param random  where the questions come from
/// \param looked  called after each examination, with the number of steps so far
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

}  // namespace attention
