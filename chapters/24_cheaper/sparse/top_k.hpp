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
/// Top-k attention uses only the keys at the places of the k largest scores (Gupta et al. 2021,
/// https://arxiv.org/abs/2106.06899). All scores have to be known before the largest can be.
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

/// What the weights at some places sum to: how much of softmax is left where only these are used.
///
/// \param weights  what softmax gave, shape (m)
/// \param places   which of them stay
inline double mass_at(const Vector& weights, const std::vector<std::size_t>& places)
{
    double mass = 0.0;
    for (const std::size_t j : places) mass += weights(j);
    return mass;
}

}  // namespace attention
