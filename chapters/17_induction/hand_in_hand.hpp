/// \file
/// Chapter 17: where the second head looks, and where the first one looked from there.
#pragma once

#include "17_induction/forward.hpp"
#include "17_induction/score_parts.hpp"
#include "17_induction/scores.hpp"

#include "common/tensor.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace attention
{

/// The place with the largest weight of a row.
inline std::size_t largest_in_row(const Matrix& weights, std::size_t i)
{
    const Vector row = row_of(weights, i);
    return static_cast<std::size_t>(std::ranges::max_element(row) - row.begin());
}

/// One look of the second head, followed back to the first.
struct Look {
    std::size_t place = 0;      ///< which place asks
    std::size_t looks_at = 0;   ///< where the second head looks
    double weight = 0;          ///< with how much of its weight
    std::size_t looked_at = 0;  ///< where the first head had looked when that place was read
    double first_weight = 0;    ///< with how much of its weight
};

/// Follow the largest weights of the second head back, in the first sequence of a trace.
///
/// \param trace  what a model of two layers of one head computed
/// \param begin  the first place that asks
/// \param end    the place after the last
template <typename Real>
std::vector<Look> followed_back(const Trace<Real>& trace, std::size_t begin, std::size_t end)
{
    const Matrix first = weights_of(trace, 0, first_head);
    const Matrix second = weights_of(trace, 0, second_head);
    std::vector<Look> looks;
    for (std::size_t i = begin; i < end; ++i) {
        const std::size_t j = largest_in_row(second, i);
        const std::size_t back = largest_in_row(first, j);
        looks.push_back({i, j, second(i, j), back, first(j, back)});
    }
    return looks;
}

/// A key that a place may look at, and what its score is made of.
struct Candidate {
    std::size_t key = 0;  ///< its place
    double weight = 0;    ///< how much of the weight it gets
    ScoreParts parts;     ///< of its score
};

/// The two keys with the largest weights of a place, in the first sequence of a trace.
///
/// \param model  of two layers of one head
/// \param trace  what it computed
/// \param query  the place that asks, at least 1
template <typename Real>
std::vector<Candidate> two_best_keys(const Parameters<Real>& model, const Trace<Real>& trace, std::size_t query)
{
    Matrix weights = weights_of(trace, 0, second_head);
    std::vector<Candidate> best;
    for (int rank = 0; rank < 2; ++rank) {
        const std::size_t key = largest_in_row(weights, query);
        best.push_back({key, weights(query, key), score_parts(model, trace, query, key)});
        weights(query, key) = -1.0;  // so that the next one leads
    }
    return best;
}

}  // namespace attention
