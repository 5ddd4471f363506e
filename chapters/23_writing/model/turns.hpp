/// \file
/// Chapter 23: rotary positions for all heads and rows of a model at once.
#pragma once

#include "16_positions/frequency.hpp"
#include "17_induction/model.hpp"

#include "common/tensor.hpp"
#include "common/tile.hpp"

#include <cmath>
#include <cstddef>

namespace attention
{

/// How far each pair of a head's coordinates is turned at each place (chapter 16).
template <typename Real>
struct Turns {
    Numbers<Real> cosines;  ///< shape (length, d_head / 2)
    Numbers<Real> sines;    ///< shape (length, d_head / 2)
};

/// The turns for places 0 to length - 1.
template <typename Real>
Turns<Real> turns_of(std::size_t length, std::size_t d_head)
{
    const Numbers<Real> zeros = xt::zeros<Real>({length, d_head / 2});
    Turns<Real> turns{zeros, zeros};
    for (std::size_t pair = 0; pair < d_head / 2; ++pair) {
        const double step = turn_per_step(pair, d_head);
        for (std::size_t t = 0; t < length; ++t) {
            turns.cosines(t, pair) = static_cast<Real>(std::cos(static_cast<double>(t) * step));
            turns.sines(t, pair) = static_cast<Real>(std::sin(static_cast<double>(t) * step));
        }
    }
    return turns;
}

/// Turn queries or keys, the heads side by side and one sequence after the other. Backwards: turn gradients back.
///
/// \param turns      for as many places as a sequence has
/// \param direction  1, or -1 for the way back
/// \param X          shape (rows, heads d_head)
template <typename Real>
void turn(const Turns<Real>& turns, Real direction, Numbers<Real>& X)
{
    const std::size_t length = turns.cosines.shape(0);
    const std::size_t pairs = turns.cosines.shape(1);
    for (std::size_t r = 0; r < X.shape(0); ++r) {
        const Real* cosine = common::tile_of(turns.cosines).row(r % length);
        const Real* sine = common::tile_of(turns.sines).row(r % length);
        for (std::size_t first = 0; first < X.shape(1); first += 2 * pairs) {
            Real* x = common::tile_of(X).row(r) + first;
            for (std::size_t p = 0; p < pairs; ++p) {
                const Real a = x[2 * p];
                const Real b = x[2 * p + 1];
                x[2 * p] = a * cosine[p] - direction * b * sine[p];
                x[2 * p + 1] = direction * a * sine[p] + b * cosine[p];
            }
        }
    }
}

}  // namespace attention
