/// \file
/// Chapter 15: one head, watched while it learns, and a check of its gradients.
#pragma once

#include "15_learning/learning.hpp"
#include "15_learning/recall_backward.hpp"
#include "15_learning/recall_head.hpp"
#include "15_learning/side_by_side.hpp"

#include "14_gradients/finite_differences.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"

#include <cmath>
#include <cstdint>
#include <functional>
#include <vector>

namespace attention
{

/// A head that has learned, and its pairing each time it was tested.
struct Watched {
    Run run;                       ///< with its progress
    Matrix values_before;          ///< W_V before the first step
    std::vector<Matrix> pairings;  ///< one for each test
};

/// One head with d_k = 64 and the root learns by plain descent, tested 150 times.
///
/// \param steps   how many
/// \param seed    of the head and the questions
/// \param looked  called after each test, with the run so far
inline Watched watch_one_head(int steps, std::uint64_t seed, const std::function<void(const Run&)>& looked = {})
{
    std::vector<Run> runs = {new_run(64, Scaling::root, Rule::descent, seed)};
    Watched watched{.run = {}, .values_before = runs[0].learner.W.W_V, .pairings = {}};
    common::Random random(seed);
    learn_together(runs, {.steps = steps, .looks = 150}, random, [&](int) {
        watched.pairings.push_back(pairing(runs[0].learner.W, runs[0].learner.scale));
        if (looked) looked(runs[0]);
    });
    watched.run = runs[0];
    return watched;
}

/// The largest relative error of the gradients of W_Q, W_K and W_V, against central differences.
///
/// \param seed  of five questions and a head with d_k = 6
inline double worst_error_of_recall(std::uint64_t seed)
{
    common::Random random(seed);
    const Questions asked = random_questions(5, random);
    Projections W = random_head(6, random);
    const double scale = scale_of(Scaling::root, 6);
    const Projections d = recall_backward(asked, W, scale, recall(asked, W, scale));
    double worst = 0.0;
    const auto compare = [&](const Matrix& given, Matrix& place) {
        const Matrix at = place;
        const Matrix tried = central_differences(
            [&](const Matrix& moved) {
                place = moved;
                return squared_error(recall(asked, W, scale).output, asked.answers);
            },
            at);
        place = at;
        worst = std::fmax(worst, relative_error(given, tried));
    };
    compare(d.W_Q, W.W_Q);
    compare(d.W_K, W.W_K);
    compare(d.W_V, W.W_V);
    return worst;
}

}  // namespace attention
