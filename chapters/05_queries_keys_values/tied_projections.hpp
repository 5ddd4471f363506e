/// \file
/// Chapter 5: what is lost when queries and keys share one projection. Rock, paper and scissors try to learn whom they beat.
///
/// A shared projection has two handicaps: its scores are symmetric, and a word's score with itself is a square. Scores that
/// are symmetric but otherwise free have the first without the second, so they are trained as well.
#pragma once

#include "02_softmax/softmax.hpp"
#include "05_queries_keys_values/projections.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace attention
{

/// The scores of three words whose vectors are [1, 0, 0], [0, 1, 0] and [0, 0, 1]: row i of W_Q with row j of W_K.
///
/// \param W_Q  shape (3, 3)
/// \param W_K  shape (3, 3)
/// \return     shape (3, 3)
inline Matrix scores_of_one_hot_words(const Matrix& W_Q, const Matrix& W_K)
{
    const Matrix W_K_transposed = xt::transpose(W_K);
    return project_rows(W_Q, W_K_transposed);
}

/// Which word each of the three beats: rock (0) scissors, paper (1) rock, scissors (2) paper.
inline std::size_t beaten_by(std::size_t word) { return (word + 2) % 3; }

/// How badly the three words miss the one that each of them should attend to.
///
/// \param scores  row i is what word i scores with each word, shape (3, 3)
/// \return        the mean of -ln(weight on the right word): 0 for perfect weights, ln 3 for equal ones
inline double rock_paper_scissors_loss(const Matrix& scores)
{
    const Matrix weights = softmax_rows(scores);
    double loss = 0.0;
    for (std::size_t i = 0; i < 3; ++i) loss -= std::log(weights(i, beaten_by(i))) / 3;
    return loss;
}

/// How steeply a loss rises with each number of a matrix, measured by moving the number a little both ways.
///
/// \param W     the matrix; it is moved while we measure, and put back
/// \param loss  what is measured
/// \return      the gradient, of the shape of W
inline Matrix measured_gradient(Matrix& W, const std::function<double()>& loss)
{
    constexpr double h = 1e-5;
    Matrix gradient = xt::zeros_like(W);
    for (std::size_t i = 0; i < W.size(); ++i) {
        const double here = W.flat(i);
        W.flat(i) = here + h;
        const double up = loss();
        W.flat(i) = here - h;
        const double down = loss();
        W.flat(i) = here;
        gradient.flat(i) = (up - down) / (2 * h);
    }
    return gradient;
}

/// What training found.
struct Trained {
    Matrix scores;    ///< row i is what word i scores with each word, shape (3, 3)
    double loss = 0;  ///< what is left of `rock_paper_scissors_loss`
};

/// Gradient descent: move every number of the projections downhill, against its slope, many times.
///
/// \param tied  whether W_K is to be W_Q itself
/// \param seed  of the random start
/// \return      the scores that the projections give at last, and their loss
inline Trained learn_rock_paper_scissors(bool tied, std::uint64_t seed)
{
    constexpr double rate = 2.0;  // a step is twice the slope
    constexpr int steps = 500;
    common::Random random(seed);
    Matrix W_Q = random.normal_matrix(3, 3);
    Matrix W_K = random.normal_matrix(3, 3);
    const auto scores = [&] { return scores_of_one_hot_words(W_Q, tied ? W_Q : W_K); };
    const auto loss = [&] { return rock_paper_scissors_loss(scores()); };
    for (int step = 0; step < steps; ++step) {
        const Matrix dW_Q = measured_gradient(W_Q, loss);
        const Matrix dW_K = measured_gradient(W_K, loss);
        W_Q -= rate * dW_Q;
        W_K -= rate * dW_K;
    }
    return {scores(), loss()};
}

/// The same where the scores come from no projection: any symmetric table will do.
///
/// \param seed  of the random start
/// \return      the scores at last, and their loss
inline Trained learn_symmetric_scores(std::uint64_t seed)
{
    constexpr double rate = 2.0;  // a step is twice the slope
    constexpr int steps = 500;
    common::Random random(seed);
    Matrix A = random.normal_matrix(3, 3);
    const auto scores = [&] { return Matrix((A + xt::transpose(A)) / 2); };
    const auto loss = [&] { return rock_paper_scissors_loss(scores()); };
    for (int step = 0; step < steps; ++step) {
        const Matrix dA = measured_gradient(A, loss);
        A -= rate * dA;
    }
    return {scores(), loss()};
}

/// How many of the three attend most to the one they beat.
inline int right_answers(const Trained& trained)
{
    const Matrix weights = softmax_rows(trained.scores);
    int right = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        const double target = weights(i, beaten_by(i));
        if (target > weights(i, i) + 1e-6 && target > weights(i, (i + 1) % 3) + 1e-6) ++right;
    }
    return right;
}

}  // namespace attention
