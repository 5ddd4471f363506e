/// \file
/// Chapter 19: keys cut into random pieces, and the pieces merged in random order.
#pragma once

#include "19_online_softmax/partial.hpp"
#include "19_online_softmax/trace.hpp"

#include "02_softmax/softmax.hpp"
#include "03_weighted_sum/weighted_sum.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace attention
{

/// What random cuts and merges have given.
struct AnyOrder {
    double direct = 0.0;  ///< softmax of all scores, then the weighted sum
    int tries = 0;        ///< how often the keys were cut and merged
    int near = 0;         ///< how many results were within 1e-13 of the direct one
};

/// The keys in pieces of 1 to 50, each seen by a query of its own.
inline std::vector<Partial> random_pieces(const Vector& scores, const Matrix& V, common::Random& random)
{
    std::vector<Partial> pieces;
    for (std::size_t begin = 0; begin < scores.size();) {
        const std::size_t end = std::min<std::size_t>(scores.size(), begin + 1 + random.below(50));
        pieces.push_back(seen_of(scores, V, begin, end));
        begin = end;
    }
    return pieces;
}

/// Merge any two of the pieces, and again, until one is left.
///
/// \param pieces  at least one
/// \param random  chooses which two come next
/// \return        over all their keys
inline Partial merged_at_random(std::vector<Partial> pieces, common::Random& random)
{
    while (pieces.size() > 1) {
        random.shuffle(pieces);
        const Partial one = pieces.back();
        pieces.pop_back();
        pieces.back() = merged(pieces.back(), one);
    }
    return pieces.front();
}

/// Cut many keys at random and merge them at random, again and again.
///
/// \param keys   how many, with random scores (standard deviation 5) and values
/// \param tries  how often
inline AnyOrder any_order(std::size_t keys, int tries)
{
    common::Random random(19);
    const Vector scores = 5.0 * random.normal_vector(keys);
    const Matrix V = random.normal_matrix(keys, 1);
    AnyOrder found{weighted_sum(softmax(scores), V)(0), tries, 0};
    for (int run = 0; run < tries; ++run) {
        const Vector output = finished(merged_at_random(random_pieces(scores, V, random), random));
        found.near += std::abs(output(0) - found.direct) < 1e-13 ? 1 : 0;
    }
    return found;
}

}  // namespace attention
