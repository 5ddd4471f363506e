/// \file
/// Chapter 20: what long attention can be asked for beside Q, K and V.
#pragma once

#include "12_masks/masks.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <optional>

namespace attention
{

/// May change the scores of query `i` for `count` keys from key `first` on: add to them, bend them, or hide a key by setting its
/// score to -infinity. Called from several threads, and never twice for the same score.
template <typename Real>
using ChangeScores = std::function<void(std::size_t i, std::size_t first, Real* scores, std::size_t count)>;

/// How to attend.
template <typename Real>
struct LongOptions {
    std::optional<double> scale = {};                ///< what dot products are multiplied by; 1 / sqrt(d_k) by default
    std::optional<Alignment> causal = {};            ///< hide the keys after a query, counted from here
    ChangeScores<Real> change = {};                  ///< called with the scaled scores, before the causal mask
    int threads = 0;                                 ///< 0: one for each processor
    std::function<void(double part)> progress = {};  ///< called now and then with the share that is done, 0 to 1
};

/// What the scores are multiplied by.
template <typename Real>
Real scale_of(const LongOptions<Real>& options, std::size_t d_k)
{
    return static_cast<Real>(options.scale.value_or(1.0 / std::sqrt(std::fmax(1.0, static_cast<double>(d_k)))));
}

/// How many keys query i may see; they are the first ones.
///
/// \param i       the query, of n
/// \param n       queries
/// \param m       keys
/// \param causal  nothing, or which key the queries stand at
inline std::size_t visible_keys(std::size_t i, std::size_t n, std::size_t m, std::optional<Alignment> causal)
{
    if (!causal) return m;
    if (*causal == Alignment::top_left) return std::min(m, i + 1);
    return m + i + 1 > n ? std::min(m, m + i + 1 - n) : 0;
}

}  // namespace attention
