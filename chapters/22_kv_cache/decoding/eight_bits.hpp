/// \file
/// Chapter 22: keys and values in few bits. A number becomes a whole number of steps, and neighbours share the size of a step.
#pragma once

#include "02_softmax/softmax.hpp"

#include "common/require.hpp"
#include "common/tensor.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace attention
{

/// Which numbers of a matrix share the size of a step.
enum class Sharing {
    channel,  ///< those of a column: one coordinate of all tokens
    token,    ///< those of a row: all coordinates of one token
};

/// A matrix of whole numbers. Each stands for itself times the size of its step.
struct InSteps {
    xt::xtensor<std::int8_t, 2> steps;   ///< shape (n, d), each from -most to most: 127 for 8 bits, 7 for 4
    Vector size;                         ///< of a step: shape (d) by channel, (n) by token
    Sharing sharing = Sharing::channel;  ///< which of the two
};

/// The largest whole number of so many bits: 127 for 8, and as far below 0.
constexpr int most_steps(int bits) { return (1 << (bits - 1)) - 1; }

/// A matrix in few bits. The largest number that shares a step becomes the largest whole number there is.
///
/// \param X        keys or values, shape (n, d)
/// \param sharing  which of its numbers share the size of a step
/// \param bits     of each whole number, 2 to 8
/// \return         the nearest whole numbers, and the sizes of their steps
/// \throws std::invalid_argument  for other numbers of bits, and for a NaN or an infinity: no step fits these
inline InSteps in_steps(const Matrix& X, Sharing sharing, int bits = 8)
{
    common::require(bits >= 2 && bits <= 8, "in_steps: {} bits were asked for; there are 2 to 8", bits);
    const bool by_channel = sharing == Sharing::channel;
    InSteps found{xt::zeros<std::int8_t>({X.shape(0), X.shape(1)}),
                  xt::zeros<double>({by_channel ? X.shape(1) : X.shape(0)}), sharing};
    for (std::size_t j = 0; j < X.shape(0); ++j) {
        for (std::size_t c = 0; c < X.shape(1); ++c) {
            common::require(std::isfinite(X(j, c)), "in_steps: ({}, {}) is {}; only numbers can be counted in steps", j,
                            c, X(j, c));
            double& size = found.size(by_channel ? c : j);
            size = std::max(size, std::abs(X(j, c)) / most_steps(bits));
        }
    }
    for (std::size_t j = 0; j < X.shape(0); ++j) {
        for (std::size_t c = 0; c < X.shape(1); ++c) {
            const double size = found.size(by_channel ? c : j);
            if (size > 0.0) found.steps(j, c) = static_cast<std::int8_t>(std::lround(X(j, c) / size));
        }
    }
    return found;
}

/// What a whole number stands for, in the end.
///
/// \param X  in steps
/// \param j  the token
/// \param c  the channel
inline double number_at(const InSteps& X, std::size_t j, std::size_t c)
{
    return X.steps(j, c) * X.size(X.sharing == Sharing::channel ? c : j);
}

/// The scores of a query over keys in steps. No key becomes a row of real numbers again: sizes by channel go into the query, once;
/// sizes by token go into the scores.
///
/// \param q  the query, shape (d_k)
/// \param K  keys, shape (n, d_k)
/// \return   shape (n), divided by the square root of d_k
inline Vector scores_in_steps(const Vector& q, const InSteps& K)
{
    const bool by_channel = K.sharing == Sharing::channel;
    Vector folded = q / std::sqrt(std::fmax(1.0, static_cast<double>(q.size())));  // (d_k)
    if (by_channel) folded *= K.size;
    Vector scores = xt::zeros<double>({K.steps.shape(0)});
    for (std::size_t j = 0; j < K.steps.shape(0); ++j) {
        for (std::size_t c = 0; c < q.size(); ++c) scores(j) += folded(c) * K.steps(j, c);
        if (!by_channel) scores(j) *= K.size(j);
    }
    return scores;
}

/// A sum of values in steps. Sizes by token go into the weights; sizes by channel go into the output, once.
///
/// \param weights  of the values, shape (n)
/// \param V        values, shape (n, d_v)
/// \return         shape (d_v)
inline Vector blended_in_steps(const Vector& weights, const InSteps& V)
{
    const bool by_channel = V.sharing == Sharing::channel;
    Vector output = xt::zeros<double>({V.steps.shape(1)});
    for (std::size_t j = 0; j < V.steps.shape(0); ++j) {
        const double weight = by_channel ? weights(j) : weights(j) * V.size(j);
        for (std::size_t c = 0; c < V.steps.shape(1); ++c) output(c) += weight * V.steps(j, c);
    }
    if (by_channel) output *= V.size;
    return output;
}

/// One decoding step over a cache in steps.
///
/// \param q  the query, shape (d_k)
/// \param K  keys, shape (n, d_k)
/// \param V  values, shape (n, d_v)
/// \return   shape (d_v)
/// \throws std::invalid_argument  unless they fit
inline Vector attend_in_steps(const Vector& q, const InSteps& K, const InSteps& V)
{
    common::require(q.size() == K.steps.shape(1) && K.steps.shape(0) == V.steps.shape(0),
                    "attend_in_steps: the query has {} numbers, K is ({}, {}) and V has {} rows; a key needs as many "
                    "numbers as the query, and a value of its own",
                    q.size(), K.steps.shape(0), K.steps.shape(1), V.steps.shape(0));
    return blended_in_steps(softmax(scores_in_steps(q, K)), V);
}

/// Bytes of a cache of n tokens in few bits: the whole numbers, a size of a step for each channel of the keys and for each token
/// of the values, 4 bytes each.
///
/// \param tokens  n
/// \param d       the size of a key, and of a value
/// \param bits    of each number
constexpr double bytes_in_steps(std::size_t tokens, std::size_t d, int bits)
{
    const double numbers = 2.0 * static_cast<double>(tokens * d);
    return numbers * bits / 8 + 4.0 * static_cast<double>(d + tokens);
}

}  // namespace attention
