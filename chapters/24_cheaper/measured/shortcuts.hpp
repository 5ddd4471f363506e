/// \file
/// Chapter 24: all ways to attend with their names, and what they cost by formula.
#pragma once

#include "24_cheaper/measured/way.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace attention
{

/// How large the shortcuts are, as numbers to reckon with.
struct RealSizes {
    double d;         ///< coordinates of a query, a key and a value
    double window;    ///< keys that a window shows
    double top;       ///< weights that top-k keeps
    double block;     ///< keys in a block
    double chosen;    ///< blocks that a query looks into
    double features;  ///< random features

    /// The same sizes.
    explicit RealSizes(const Sizes& sizes)
        : d(static_cast<double>(sizes.d)), window(static_cast<double>(sizes.window)),
          top(static_cast<double>(sizes.top)), block(static_cast<double>(sizes.block)),
          chosen(static_cast<double>(sizes.chosen)), features(static_cast<double>(sizes.features))
    {
    }
};

/// What a way needs for n tokens.
using Formula = double (*)(double n, const RealSizes& s);

/// The sum of min(t, w) for t from 1 to n: the keys that all tokens together see under a window.
inline double keys_in_windows(double n, double w) { return n <= w ? n * (n + 1) / 2 : w * (w + 1) / 2 + (n - w) * w; }

/// @{
/// Operations over n tokens, causal: two for each multiply-add of the products. (The exponentials, the sum of softmax and
/// the search for the largest scores are left out, as in chapter 11's rule of thumb.)
inline double softmax_operations(double n, const RealSizes& s) { return 4 * s.d * n * (n + 1) / 2; }
inline double window_operations(double n, const RealSizes& s) { return 4 * s.d * keys_in_windows(n, s.window); }
inline double top_k_operations(double n, const RealSizes& s)
{
    return 2 * s.d * (n * (n + 1) / 2 + keys_in_windows(n, s.top));  // all scores, then few values
}
inline double blocks_operations(double n, const RealSizes& s)
{
    const double full = std::floor(n / s.block);  // blocks at the end
    const double rest = n - full * s.block;       // tokens after them
    const double means = s.block * keys_in_windows(full - 1, full) + full * (rest + 1);
    const double blocks = s.block * keys_in_windows(full - 1, s.chosen) + std::min(full, s.chosen) * (rest + 1);
    const double newest = full * keys_in_windows(s.block - 1, s.block) + keys_in_windows(rest, s.block);
    return 2 * s.d * (means + 2 * (s.block * blocks + newest));
}
inline double linear_operations(double n, const RealSizes& s)
{
    return n * (4 * s.d * s.d + 2 * s.d);  // into the state and out of it; the normaliser
}
inline double sum_operations(double n, const RealSizes& s) { return n * (4 * s.d * s.d + 4 * s.d); }  // two lengths
inline double delta_operations(double n, const RealSizes& s)
{
    return n * (6 * s.d * s.d + 6 * s.d);  // ask, add what is missing, ask again; three lengths
}
inline double features_operations(double n, const RealSizes& s)
{
    return n * (8 * s.d * s.features + 2 * s.features + 4 * s.d);  // features of q and k, then as linear; two lengths
}
/// @}

/// @{
/// Numbers that are kept from one token to the next, after n tokens.
inline double cache_numbers(double n, const RealSizes& s) { return 2 * s.d * n; }
inline double window_numbers(double n, const RealSizes& s) { return 2 * s.d * std::min(n, s.window); }
inline double blocks_numbers(double n, const RealSizes& s) { return 2 * s.d * n + s.d * std::ceil(n / s.block); }
inline double linear_numbers(double, const RealSizes& s) { return s.d * s.d + s.d; }
inline double state_numbers(double, const RealSizes& s) { return s.d * s.d; }
inline double features_numbers(double, const RealSizes& s) { return s.features * (2 * s.d + 1); }
/// @}

/// A way with its name and its formulas.
struct Shortcut {
    std::string name;     ///< for a table
    MakeWay<float> make;  ///< to run it
    Formula operations;   ///< over n tokens
    Formula numbers;      ///< kept after n tokens
};

/// All ways, softmax first.
inline std::vector<Shortcut> shortcuts()
{
    return {{"softmax", softmax_way<float>, softmax_operations, cache_numbers},
            {"window", window_way<float>, window_operations, window_numbers},
            {"top-k", top_k_way<float>, top_k_operations, cache_numbers},
            {"chosen blocks", blocks_way<float>, blocks_operations, blocks_numbers},
            {"linear, elu + 1", linear_way<float>, linear_operations, linear_numbers},
            {"plain sum", sum_way<float>, sum_operations, state_numbers},
            {"delta rule", delta_way<float>, delta_operations, state_numbers},
            {"random features", features_way<float>, features_operations, features_numbers}};
}

/// From how many tokens on causal linear attention takes fewer operations than causal softmax: at n = 2 d their formulas are
/// equal.
inline double break_even_by_formula(double d) { return 2 * d; }

}  // namespace attention
