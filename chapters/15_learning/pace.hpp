/// \file
/// Chapter 15: how far a step of gradient descent moves the pairing.
#pragma once

#include "15_learning/learning.hpp"
#include "15_learning/recall_backward.hpp"
#include "15_learning/side_by_side.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>

namespace attention
{

/// How far a step should move the pairing P = scale W_Q W_K^T of a random head, for each unit of rate and of dP.
///
/// With dW_Q = scale dP W_K and dW_K = scale dP^T W_Q, a small step changes P by -rate scale^2 (dP W_K W_K^T + W_Q W_Q^T dP). In
/// a random head W_Q W_Q^T is about d_k / 8 times the identity, and W_K W_K^T about d_k / 12 times, the better the larger d_k.
///
/// \param d_k    the size of queries and keys
/// \param scale  of the scores
/// \return       scale^2 d_k (1/8 + 1/12)
inline double expected_pace(std::size_t d_k, double scale)
{
    return scale * scale * static_cast<double>(d_k) * (1.0 / key_size + 1.0 / token_size);
}

/// The norm of a matrix, over all its numbers.
inline double length_of(const Matrix& M) { return std::sqrt(xt::sum(Matrix(M * M))()); }

/// How the loss changes with the pairing itself. If W_K is the identity, W_Q is the pairing.
///
/// \param asked  questions
/// \param W      the projections
/// \param scale  of the scores
/// \return       dP, shape (8, 12)
inline Matrix pairing_gradient(const Questions& asked, const Projections& W, double scale)
{
    const Projections plain = {.W_Q = pairing(W, scale), .W_K = xt::eye<double>(token_size), .W_V = W.W_V};
    return recall_backward(asked, plain, 1.0, recall(asked, plain, 1.0)).W_Q;
}

/// How far a small step really moves the pairing, divided by the rate and the norm of dP.
struct Pace {
    double along = 0.0;   ///< straight against the gradient
    double in_all = 0.0;  ///< in any direction
};

/// Take a small step, and see how far the pairing has moved.
///
/// \param asked    questions
/// \param learner  a head before the step
inline Pace measured_pace(const Questions& asked, Learner learner)
{
    const Matrix before = pairing(learner.W, learner.scale);
    const Matrix dP = pairing_gradient(asked, learner.W, learner.scale);
    learner.rate = 1e-4 / expected_pace(learner.W.W_Q.shape(1), learner.scale);
    learn_from(asked, learner);
    const Matrix moved = (pairing(learner.W, learner.scale) - before) / (learner.rate * length_of(dP));
    return {.along = -xt::sum(Matrix(moved * dP))() / length_of(dP), .in_all = length_of(moved)};
}

/// The same, averaged over random heads, each with its own questions.
///
/// \param d_k      the size of queries and keys
/// \param scaling  of the scores
/// \param heads    how many, at least 1
/// \param seed     of the first head; the next ones count on
inline Pace mean_pace(std::size_t d_k, Scaling scaling, std::size_t heads, std::uint64_t seed)
{
    Pace mean;
    for (std::size_t h = 0; h < heads; ++h) {
        common::Random random(seed + h);
        const Questions asked = random_questions(64, random);
        const Pace pace = measured_pace(asked, new_run(d_k, scaling, Rule::descent, seed + h).learner);
        mean.along += pace.along / static_cast<double>(heads);
        mean.in_all += pace.in_all / static_cast<double>(heads);
    }
    return mean;
}

}  // namespace attention
