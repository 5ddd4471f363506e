/// \file
/// Chapter 19: one query as its keys pass by: what it knows after each of them.
#pragma once

#include "19_online_softmax/partial.hpp"

#include "common/tensor.hpp"

#include <cstddef>
#include <vector>

namespace attention
{

/// After one key.
struct Step {
    double keep = 1.0;  ///< what the old sums were multiplied by when this key arrived
    Partial seen;       ///< m, l and o with this key in them
};

/// What one query knows after each of some keys.
///
/// \param scores  of the keys, in the order in which they pass, shape (keys)
/// \param V       their values, shape (keys, d_v)
/// \return        a step for each key
inline std::vector<Step> trace(const Vector& scores, const Matrix& V)
{
    std::vector<Step> steps;
    Partial seen = nothing_seen(V.shape(1));
    for (std::size_t j = 0; j < scores.size(); ++j) {
        const double before = seen.maximum;
        absorb(seen, scores(j), row_of(V, j));
        steps.push_back({correction(before, seen.maximum), seen});
    }
    return steps;
}

/// What one query knows after some of the keys.
///
/// \param scores  of all keys, shape (keys)
/// \param V       all values, shape (keys, d_v)
/// \param begin   the first key to look at
/// \param end     the key to stop before
inline Partial seen_of(const Vector& scores, const Matrix& V, std::size_t begin, std::size_t end)
{
    Partial seen = nothing_seen(V.shape(1));
    for (std::size_t j = begin; j < end; ++j) absorb(seen, scores(j), row_of(V, j));
    return seen;
}

}  // namespace attention
