/// \file
/// Chapter 19: how often the sums of a query must be corrected, and how often that is to be expected.
#pragma once

#include "19_online_softmax/partial.hpp"

#include "common/tensor.hpp"

#include <cmath>
#include <cstddef>
#include <limits>

namespace attention
{

/// How often sums that are already there are corrected, while the keys of one query pass.
///
/// \param scores  in the order in which they pass, shape (m)
/// \return        from 0 to m - 1: the first key finds nothing to correct
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

/// What `corrections` is on average, when scores pass in a random order: 1/2 + 1/3 + ... + 1/keys.
///
/// The j-th key is the largest so far with probability 1/j.
inline double expected_corrections(std::size_t keys)
{
    double expected = 0.0;
    for (std::size_t j = 2; j <= keys; ++j) expected += 1.0 / static_cast<double>(j);
    return expected;
}

}  // namespace attention
