/// \file
/// Chapter 19: what a query must keep of the keys it has seen, and how two such partial results become one.
///
/// In comments of this chapter m is the papers' m, a running maximum. The number of keys is written `keys`.
#pragma once

#include "common/require.hpp"
#include "common/tensor.hpp"

#include <cmath>
#include <cstddef>
#include <limits>

namespace attention
{

/// The result of attention over some of the keys, ready for more: 2 + d_v numbers, however many keys there were.
///
/// Milakov and Gimelshein 2018, Online normalizer calculation for softmax, keep m and l; Rabe and Staats 2021,
/// Self-attention does not need O(n^2) memory, keep the output with them.
struct Partial {
    double maximum =
        -std::numeric_limits<double>::infinity();  ///< m, the largest score so far; -infinity before the first
    double sum = 0.0;                              ///< l, the sum of exp(s_j - m) so far
    Vector output;                                 ///< o, the sum of exp(s_j - m) v_j so far, shape (d_v)
};

/// The partial result of a query that has seen nothing yet.
///
/// \param d_v  the size of a value
/// \return     m = -infinity, l = 0, o = 0
inline Partial nothing_seen(std::size_t d_v)
{
    Partial nothing;
    nothing.output = xt::zeros<double>({d_v});
    return nothing;
}

/// The factor that moves a sum to a larger maximum: exp(from - to).
///
/// \param from  the maximum until now
/// \param to    the new maximum, at least as large
/// \return      from 0 to 1; 1 where there was no maximum, and so no sum; NaN where either is NaN or both are +infinity
inline double correction(double from, double to)
{
    // Before the first key the sums are 0 and need no factor, but -infinity minus -infinity would be NaN.
    return from == -std::numeric_limits<double>::infinity() ? 1.0 : std::exp(from - to);
}

/// Two partial results become one, as if a single query had seen the keys of both.
///
/// A maximum and sums do not depend on order: partial results merge in any order and in any grouping, up to rounding.
///
/// \param a  over some keys
/// \param b  over other keys
/// \return   over all of them
/// \throws std::invalid_argument  unless both have outputs of the same size
inline Partial merged(const Partial& a, const Partial& b)
{
    common::require(a.output.size() == b.output.size(),
                    "merged: one output has d_v = {} coordinates but the other has {}; they need the same",
                    a.output.size(), b.output.size());
    Partial both;
    both.maximum = std::fmax(a.maximum, b.maximum);
    const double keep_a = correction(a.maximum, both.maximum);
    const double keep_b = correction(b.maximum, both.maximum);
    both.sum = keep_a * a.sum + keep_b * b.sum;
    both.output = keep_a * a.output + keep_b * b.output;  // (d_v)
    return both;
}

/// Look at one more key.
///
/// \param seen   what is known; changed
/// \param score  of this key; a key at -infinity is skipped
/// \param value  of this key, shape (d_v)
/// \throws std::invalid_argument  unless the value is as long as the output
inline void absorb(Partial& seen, double score, const Vector& value)
{
    if (score == -std::numeric_limits<double>::infinity()) return;
    seen = merged(seen, {score, 1.0, value});  // one key alone: m is its score, l = exp(0), o = exp(0) v
}

/// What the query gets once all keys have been seen: o / l.
///
/// \param seen  over all keys
/// \return      shape (d_v); 0 where nothing was seen
inline Vector finished(const Partial& seen)
{
    if (seen.sum == 0.0) return seen.output;
    return seen.output / seen.sum;
}

}  // namespace attention
