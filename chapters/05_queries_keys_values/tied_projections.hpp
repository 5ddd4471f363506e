/// \file
/// Chapter 5: what is lost when queries and keys share one projection.
#pragma once

#include "02_softmax/softmax.hpp"
#include "05_queries_keys_values/projections.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>

namespace attention
{

/// The scores of three one-hot words under two projections: row i of W_Q with row j of W_K.
///
/// \param W_Q  shape (3, 3)
/// \param W_K  shape (3, 3)
/// \return     shape (3, 3)
inline Matrix scores_of_one_hot_words(const Matrix& W_Q, const Matrix& W_K)
{
    const Matrix W_K_transposed = xt::transpose(W_K);
    return project_rows(W_Q, W_K_transposed);
}

/// The share of time that a walker spends on each word who steps from word to word by the weights of symmetric scores.
///
/// \param scores  symmetric, shape (n, n)
/// \return        pi, shape (n), in proportion to the row sums of exp(scores); pi_i A_ij = pi_j A_ji
inline Vector stationary_distribution(const Matrix& scores)
{
    const Matrix exps = xt::exp(scores);         // (n, n)
    const Vector row_sums = xt::sum(exps, {1});  // (n)
    const double total = xt::sum(row_sums)();
    return row_sums / total;
}

/// Rock, paper, scissors: how badly the words miss what they should attend to, the one that each of them beats.
///
/// \param W_Q  shape (3, 3)
/// \param W_K  shape (3, 3)
/// \return     the mean of -ln(weight on the right one); ln 3 for weights that are all equal
inline double rock_paper_scissors_loss(const Matrix& W_Q, const Matrix& W_K)
{
    const Matrix weights = softmax_rows(scores_of_one_hot_words(W_Q, W_K));
    double loss = 0.0;
    for (std::size_t i = 0; i < 3; ++i) loss -= std::log(weights(i, (i + 2) % 3)) / 3;  // paper (1) beats rock (0)
    return loss;
}

/// What training found.
struct Trained {
    Matrix W_Q;       ///< shape (3, 3)
    Matrix W_K;       ///< shape (3, 3)
    double loss = 0;  ///< what is left of `rock_paper_scissors_loss`
};

/// Move every number of the projections a little downhill, many times: gradient descent, its slopes measured by trying.
///
/// \param tied   whether W_K is to be W_Q itself
/// \param seed   of the random start
/// \param steps  how many times
/// \return       the projections found, and their loss
inline Trained learn_rock_paper_scissors(bool tied, std::uint64_t seed, int steps = 500)
{
    constexpr double rate = 2.0;
    constexpr double h = 1e-5;
    common::Random random(seed);
    Matrix W_Q = random.normal_matrix(3, 3);
    Matrix W_K = random.normal_matrix(3, 3);
    const auto loss = [&] { return rock_paper_scissors_loss(W_Q, tied ? W_Q : W_K); };
    const auto slope = [&](double& parameter) {
        const double here = parameter;
        parameter = here + h;
        const double up = loss();
        parameter = here - h;
        const double down = loss();
        parameter = here;
        return (up - down) / (2 * h);
    };
    for (int step = 0; step < steps; ++step) {
        Matrix dW_Q = W_Q;
        Matrix dW_K = W_K;
        for (std::size_t i = 0; i < 9; ++i) {
            dW_Q.flat(i) = slope(W_Q.flat(i));
            dW_K.flat(i) = slope(W_K.flat(i));
        }
        W_Q -= rate * dW_Q;
        W_K -= rate * dW_K;
    }
    return {W_Q, tied ? W_Q : W_K, loss()};
}

/// How many of the three attend most to the one they beat.
inline int right_answers(const Trained& trained)
{
    const Matrix weights = softmax_rows(scores_of_one_hot_words(trained.W_Q, trained.W_K));
    int right = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        const double target = weights(i, (i + 2) % 3);
        if (target > weights(i, i) + 1e-6 && target > weights(i, (i + 1) % 3) + 1e-6) ++right;
    }
    return right;
}

}  // namespace attention
