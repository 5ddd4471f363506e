/// \file
/// Chapter 10: scores made equally sharp, so that you can compare what they prefer.
#pragma once

#include "02_softmax/softmax.hpp"
#include "08_patterns/entropy.hpp"

#include "common/require.hpp"
#include "common/tensor.hpp"

namespace attention
{

/// The mean entropy of the weights that some scores give when they are multiplied by a factor, in nats.
inline double mean_entropy(const Matrix& scores, double factor)
{
    const Vector entropies = entropy_rows(softmax_rows(factor * scores));
    return xt::sum(entropies)() / static_cast<double>(entropies.size());
}

/// The factor that gives the weights of some scores the mean entropy you want.
///
/// The larger the factor, the smaller the entropy, so bisection finds it: halve the gap between too small and too large.
///
/// \param scores  shape (n, m), n at least 1
/// \param wanted  mean entropy, in nats
/// \return        between 0 and 1000
/// \throws std::invalid_argument  unless some factor from 0 to 1000 gives that entropy
inline double factor_for_entropy(const Matrix& scores, double wanted)
{
    double low = 0.0;
    double high = 1000.0;
    common::require(mean_entropy(scores, low) >= wanted && mean_entropy(scores, high) <= wanted,
                    "factor_for_entropy: the entropy can be from {} to {} nats, but {} is wanted",
                    mean_entropy(scores, high), mean_entropy(scores, low), wanted);
    for (int step = 0; step < 100; ++step) {
        const double middle = (low + high) / 2.0;
        if (mean_entropy(scores, middle) > wanted) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}

}  // namespace attention
