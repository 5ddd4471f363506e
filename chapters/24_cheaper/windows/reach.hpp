/// \file
/// Chapter 24: who reaches whom, where each query sees only the latest keys.
#pragma once

#include "common/tensor.hpp"

#include <cstddef>

namespace attention
{

/// Which keys a query sees: the latest ones, and perhaps some from the start.
/// \param n       tokens
/// \param window  so many of the latest keys, the query's own place among them
/// \param first   so many from the start of the sequence, whatever the window
/// \return        true = may attend, shape (n, n)
inline BoolMatrix window_mask(std::size_t n, std::size_t window, std::size_t first = 0)
{
    BoolMatrix mask = xt::zeros<bool>({n, n});
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j <= i; ++j) mask(i, j) = j < first || i - j < window;
    }
    return mask;
}

/// How many layers it takes until a place can know of another, where all layers have the same mask.
///
/// Each layer takes what a place knows one step further, to whoever sees that place.
///
/// \param mask    who sees whom in one layer; each place sees itself, shape (n, n)
/// \param layers  how many there are
/// \return        1 where i sees j, 2 where i sees a place that sees j, ...; 0 where the layers do not reach, shape (n, n)
inline Matrix layers_to_reach(const BoolMatrix& mask, std::size_t layers)
{
    const std::size_t n = mask.shape(0);
    Matrix needed = xt::zeros<double>({n, n});
    for (std::size_t l = 1; l <= layers; ++l) {
        const Matrix before = needed;
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t via = 0; via < n; ++via) {
                for (std::size_t j = 0; j < n && mask(i, via); ++j) {
                    const bool is_there = l == 1 ? via == j : before(via, j) > 0;
                    if (is_there && needed(i, j) == 0) needed(i, j) = static_cast<double>(l);
                }
            }
        }
    }
    return needed;
}

/// How far back the last place can know of something, without a gap.
/// \param needed  from `layers_to_reach`, shape (n, n)
/// \return        places, at most n - 1
inline std::size_t reach_of(const Matrix& needed)
{
    const std::size_t last = needed.shape(0) - 1;
    std::size_t back = 0;
    while (back < last && needed(last, last - back - 1) > 0) ++back;
    return back;
}

}  // namespace attention
