/// \file
/// Chapter 15: a learning rate for each divisor.
#pragma once

#include "15_learning/learning.hpp"
#include "15_learning/recall_backward.hpp"
#include "15_learning/recall_head.hpp"
#include "15_learning/side_by_side.hpp"

#include "common/difference.hpp"
#include "common/optimizer.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace attention
{

/// A step of gradient descent with one rate for W_Q and W_K, and the learner's own for W_V.
///
/// \param asked         questions
/// \param learner       is changed by one step
/// \param pairing_rate  how far W_Q and W_K step
inline void learn_at_two_rates(const Questions& asked, Learner& learner, double pairing_rate)
{
    const Recalled recalled = recall(asked, learner.W, learner.scale);
    Projections gradients = recall_backward(asked, learner.W, learner.scale, recalled);
    const common::Parts<double> W = parts_of(learner.W);
    const common::Parts<double> dW = parts_of(gradients);
    common::descend<double>({W[0], W[1]}, {dW[0], dW[1]}, pairing_rate);
    common::descend<double>({W[2]}, {dW[2]}, learner.rate);
}

/// A learning rate for W_Q and W_K, and the loss it led to.
struct RateTried {
    double rate = 0.0;    ///< of W_Q and W_K
    double chosen = 0.0;  ///< the loss on the questions that rates are chosen by
    double loss = 0.0;    ///< the loss on other questions
};

/// Let the same head learn with one rate after another. All get the same questions.
///
/// \param d_k      the size of queries and keys
/// \param scaling  of the scores
/// \param rates    of W_Q and W_K, at least one; W_V always has 0.3
/// \param steps    how many
/// \param seed     of the head and the questions
/// \return         the losses for each rate
inline std::vector<RateTried> rates_tried(std::size_t d_k, Scaling scaling, const std::vector<double>& rates, int steps,
                                          std::uint64_t seed)
{
    common::Random random(seed);
    const Questions to_choose = random_questions(512, random);
    const Questions exam = random_questions(512, random);
    std::vector<Run> runs(rates.size(), new_run(d_k, scaling, Rule::descent, seed));
    for (int step = 0; step < steps; ++step) {
        const Questions asked = random_questions(64, random);
        for (std::size_t r = 0; r < runs.size(); ++r) learn_at_two_rates(asked, runs[r].learner, rates[r]);
    }
    std::vector<RateTried> tried;
    for (std::size_t r = 0; r < runs.size(); ++r) {
        tried.push_back({.rate = rates[r],
                         .chosen = progress_of(to_choose, runs[r].learner).loss,
                         .loss = progress_of(exam, runs[r].learner).loss});
    }
    return tried;
}

/// The rate that led to the lowest loss.
///
/// \param tried  at least one
inline RateTried best_of(const std::vector<RateTried>& tried)
{
    return *std::min_element(tried.begin(), tried.end(),
                             [](const RateTried& a, const RateTried& b) { return a.chosen < b.chosen; });
}

/// The result of tuning for one size and one divisor.
struct Tuned {
    std::size_t d_k = 0;              ///< the size
    Scaling scaling = Scaling::root;  ///< the divisor
    RateTried first;                  ///< the first of the rates
    RateTried best;                   ///< the best of them
};

/// Tune each size with each divisor.
///
/// \param rates  of W_Q and W_K
/// \param steps  how many
/// \param seed   of heads and questions
/// \return       nine, size by size
inline std::vector<Tuned> tuned_each(const std::vector<double>& rates, int steps, std::uint64_t seed)
{
    std::vector<Tuned> tuned;
    for (const std::size_t d_k : head_sizes) {
        for (const Scaling scaling : scalings) {
            const std::vector<RateTried> tried = rates_tried(d_k, scaling, rates, steps, seed);
            tuned.push_back({d_k, scaling, tried.front(), best_of(tried)});
        }
    }
    return tuned;
}

/// How far apart two heads end that should be one: divided by the root; and undivided, but with W_Q and W_K started smaller by the
/// fourth root of d_k, and their rate divided by the root.
///
/// With W' = sqrt(scale) W the pairing scale W_Q W_K^T is W'_Q W'_K^T. A step of rate scale dP W_K for W_Q is one of rate scale
/// dP W'_K for W'_Q, and dP W'_K is the gradient at W'_Q.
///
/// \param d_k    the size of queries and keys
/// \param steps  of descent
/// \param seed   of the head and the questions
/// \return       the largest difference between their pairings, and between their W_V
inline double undivided_apart_from_root(std::size_t d_k, int steps, std::uint64_t seed)
{
    Learner by_root = new_run(d_k, Scaling::root, Rule::descent, seed).learner;
    Learner undivided = new_run(d_k, Scaling::none, Rule::descent, seed).learner;
    undivided.W.W_Q *= std::sqrt(by_root.scale);
    undivided.W.W_K *= std::sqrt(by_root.scale);
    common::Random random(seed);
    for (int step = 0; step < steps; ++step) {
        const Questions asked = random_questions(64, random);
        learn_at_two_rates(asked, by_root, by_root.rate);
        learn_at_two_rates(asked, undivided, by_root.rate * by_root.scale);
    }
    const Matrix P = pairing(by_root.W, by_root.scale);
    const Matrix P_undivided = pairing(undivided.W, undivided.scale);
    return std::max(common::difference(P, P_undivided), common::difference(by_root.W.W_V, undivided.W.W_V));
}

}  // namespace attention
