/// \file
/// Chapter 23: from scores for all tokens to the one that is written.
#pragma once

#include "02_softmax/softmax.hpp"

#include "common/require.hpp"
#include "common/tensor.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

namespace attention
{

/// The places of the largest scores, the largest first; of equals, the one that comes first.
///
/// \param logits  one score a token, shape (vocabulary)
/// \param top_k   how many; 0, or more than there are, means all
/// \return        their places, min(top_k, vocabulary) of them
inline std::vector<std::size_t> largest(const Vector& logits, std::size_t top_k)
{
    std::vector<std::size_t> places(logits.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::ranges::stable_sort(places, [&](std::size_t a, std::size_t b) { return logits(a) > logits(b); });
    if (top_k > 0 && top_k < places.size()) places.resize(top_k);
    return places;
}

/// Choose a token: the largest scores stay, the temperature makes them sharper or flatter, softmax makes shares of them, and
/// the shares lie end to end from 0 to 1. The token in whose share `u` falls is chosen.
///
/// \param logits       one score a token, shape (vocabulary), at least one
/// \param temperature  what they are divided by; 0 means: always the largest
/// \param top_k        how many of the largest stay; 0: all
/// \param u            a random number from [0, 1), handed in so that a test can say what it is
/// \return             the token
/// \throws std::invalid_argument  where there is nothing to choose from, or the temperature is below 0
inline std::size_t sampled(const Vector& logits, double temperature, std::size_t top_k, double u)
{
    common::require(logits.size() > 0 && temperature >= 0.0,
                    "sampled: {} scores at a temperature of {} were given; a score, and no less than 0, are needed",
                    logits.size(), temperature);
    const std::vector<std::size_t> kept = largest(logits, temperature == 0.0 ? 1 : top_k);
    if (kept.size() == 1) return kept.front();
    Vector sharpened = xt::zeros<double>({kept.size()});
    for (std::size_t i = 0; i < kept.size(); ++i) sharpened(i) = (logits(kept[i]) - logits(kept[0])) / temperature;
    const Vector shares = softmax(sharpened);  // (kept)
    double end = 0.0;
    for (std::size_t i = 0; i < kept.size(); ++i) {
        end += shares(i);
        if (u < end) return kept[i];
    }
    return kept.back();  // the shares sum to 1 up to rounding
}

}  // namespace attention
