/// \file
/// Chapter 24: only the k largest weights of a row.
#pragma once

#include "common/tensor.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

namespace attention
{

/// The places of the k largest numbers.
///
/// \param x  shape (m)
/// \param k  how many are wanted
/// \return   their places, the largest first; of equal numbers the first ones; all places where k is m or more
inline std::vector<std::size_t> largest_places(const Vector& x, std::size_t k)
{
    std::vector<std::size_t> places(x.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    const auto kept = places.begin() + static_cast<std::ptrdiff_t>(std::min(k, places.size()));
    std::partial_sort(places.begin(), kept, places.end(),
                      [&x](std::size_t a, std::size_t b) { return x(a) > x(b) || (x(a) == x(b) && a < b); });
    places.erase(kept, places.end());
    return places;
}

/// A row of weights, cut down to the chosen places.
struct Kept {
    Vector weights;     ///< 0 where nothing was chosen; they sum to 1 again, shape (m)
    double mass = 0.0;  ///< what the chosen weights summed to before
};

/// Keep some weights and give them the whole sum, as if softmax had seen no other score.
///
/// \param weights  what softmax gave, shape (m)
/// \param places   which of them stay
/// \return         the same weights as softmax of these scores alone; all 0 where none was chosen
inline Kept keep(const Vector& weights, const std::vector<std::size_t>& places)
{
    Kept kept{.weights = xt::zeros<double>({weights.size()})};
    for (const std::size_t j : places) kept.mass += weights(j);
    for (const std::size_t j : places) kept.weights(j) = kept.mass == 0 ? 0 : weights(j) / kept.mass;
    return kept;
}

/// Top-k attention for one row: the k largest weights (Gupta et al. 2021, https://arxiv.org/abs/2106.06899).
///
/// All scores have to be known before the largest can be: what is saved is the sum of the values, not Q K^T.
///
/// \param weights  what softmax gave, shape (m)
/// \param k        how many stay
inline Kept keep_top(const Vector& weights, std::size_t k) { return keep(weights, largest_places(weights, k)); }

}  // namespace attention
