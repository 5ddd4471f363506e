/// \file
/// Chapter 24: who reaches whom, where each query sees only the latest keys.
#pragma once

#include "common/tensor.hpp"

#include <algorithm>
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

/// From which places something can arrive, over layers that all have the same mask: each carries it on by one step.
/// \param mask    who sees whom in one layer, shape (n, n)
/// \param layers  one after the other
/// \return        true = place i can know of place j after all layers, shape (n, n)
inline BoolMatrix reached(const BoolMatrix& mask, std::size_t layers)
{
    const std::size_t n = mask.shape(0);
    BoolMatrix known = xt::zeros<bool>({n, n});
    for (std::size_t i = 0; i < n; ++i) known(i, i) = true;  // before the first layer, each place knows itself
    for (std::size_t l = 0; l < layers; ++l) {
        const BoolMatrix before = known;
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t via = 0; via <= i; ++via) {
                if (!mask(i, via)) continue;
                for (std::size_t j = 0; j < n; ++j) known(i, j) = known(i, j) || before(via, j);
            }
        }
    }
    return known;
}

}  // namespace attention
