/// \file
/// Chapter 16: positions as sines and cosines, added to the words.
#pragma once

#include "16_positions/frequency.hpp"

#include "common/require.hpp"
#include "common/tensor.hpp"

#include <cmath>
#include <cstddef>

namespace attention
{

/// A row of sines and cosines for each position: P(p, 2k) = sin(p t_k), P(p, 2k + 1) = cos(p t_k)
/// (Vaswani et al. 2017, section 3.5).
///
/// \param n      how many positions
/// \param d      as wide as the words, even
/// \param first  the position of the first row
/// \return       to be added to the words, shape (n, d)
/// \throws std::invalid_argument  if d is odd
inline Matrix sinusoidal_positions(std::size_t n, std::size_t d, std::size_t first = 0)
{
    common::require(d % 2 == 0, "sinusoidal_positions: d = {} is odd; sines and cosines come in pairs", d);
    Matrix P = xt::zeros<double>({n, d});
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t pair = 0; pair < d / 2; ++pair) {
            const double angle = static_cast<double>(first + i) * turn_per_step(pair, d);
            P(i, 2 * pair) = std::sin(angle);
            P(i, 2 * pair + 1) = std::cos(angle);
        }
    }
    return P;
}

}  // namespace attention
