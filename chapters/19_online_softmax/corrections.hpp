/// \file
/// Chapter 19: how often the sums of a query must be corrected, and what happens if they never are.
#pragma once

#include "19_online_softmax/partial.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"

#include <cmath>
#include <cstddef>
#include <limits>

namespace attention
{

/// How often existing sums are corrected while the keys of one query pass.
///
/// \param scores  in the order in which they pass, shape (keys)
/// \return        from 0 to keys - 1: the first key finds nothing to correct
inline int corrections(const Vector& scores)
{
    int count = 0;
    double maximum = -std::numeric_limits<double>::infinity();
    for (const double score : scores) {
        const double next = std::fmax(maximum, score);
        count += correction(maximum, next) == 1.0 ? 0 : 1;
        maximum = next;
    }
    return count;
}

/// The average of `corrections` over all orders of the scores: 1/2 + 1/3 + ... + 1/keys.
///
/// In a random order the j-th key is the largest so far with probability 1/j.
inline double expected_corrections(std::size_t keys)
{
    double expected = 0.0;
    for (std::size_t j = 2; j <= keys; ++j) expected += 1.0 / static_cast<double>(j);
    return expected;
}

/// The average of `corrections` over some rows of random scores.
inline double mean_corrections(std::size_t keys, int rows, common::Random& random)
{
    int total = 0;
    for (int row = 0; row < rows; ++row) total += corrections(random.normal_vector(keys));
    return static_cast<double>(total) / rows;
}

/// One pass that forgets the correction: a mistake, kept to look at.
///
/// \param scores  in the order in which they pass, shape (keys)
/// \param V       their values, shape (keys, d_v)
/// \return        shape (d_v)
inline Vector never_corrected(const Vector& scores, const Matrix& V)
{
    Partial seen = nothing_seen(V.shape(1));
    for (std::size_t j = 0; j < scores.size(); ++j) {
        seen.maximum = std::fmax(seen.maximum, scores(j));
        const double weight = std::exp(scores(j) - seen.maximum);
        seen.sum += weight;  // the old sums stay as they were: wrong
        seen.output += weight * row_of(V, j);
    }
    return finished(seen);
}

}  // namespace attention
