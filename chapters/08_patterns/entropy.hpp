/// \file
/// Chapter 8: how spread out a row of weights is, as one number.
#pragma once

#include "common/tensor.hpp"

#include <cmath>
#include <cstddef>
#include <numbers>

namespace attention
{

/// The entropy of a row of weights: H = -sum_j A_j ln A_j (Shannon 1948).
///
/// \param weights  not negative, summing to 1, shape (m)
/// \return         nats: 0 where one weight has everything, ln m where all are equal; NaN where a weight is
inline double entropy(const Vector& weights)
{
    double H = 0.0;
    for (const double weight : weights) {
        if (weight == 0.0) continue;  // a key that is never drawn adds nothing: a ln a goes to 0 with a
        H -= weight * std::log(weight);
    }
    return H;
}

/// The entropy of each row.
///
/// \param weights  shape (n, m), each row not negative and summing to 1
/// \return         nats, shape (n)
inline Vector entropy_rows(const Matrix& weights)
{
    Vector H = xt::zeros<double>({weights.shape(0)});
    for (std::size_t i = 0; i < weights.shape(0); ++i) H(i) = entropy(row_of(weights, i));
    return H;
}

/// Nats as bits: how many yes-or-no questions.
inline double bits(double nats) { return nats / std::numbers::ln2; }

/// The effective number of keys: how many equally weighted keys would have this entropy.
///
/// \param weights  not negative, summing to 1, shape (m)
/// \return         between 1 and m, and seldom a whole number
inline double effective_tokens(const Vector& weights) { return std::exp(entropy(weights)); }

}  // namespace attention
