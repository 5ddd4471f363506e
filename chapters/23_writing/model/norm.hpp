/// \file
/// Chapter 23: a norm: each row is brought to the same size, and each coordinate gets a gain of its own.
#pragma once

#include "23_writing/model/products.hpp"

#include "17_induction/model.hpp"

#include "common/tensor.hpp"
#include "common/tile.hpp"

#include <cmath>
#include <cstddef>

namespace attention
{

/// Keeps a row of zeros from a division by 0.
inline constexpr double norm_epsilon = 1e-6;

/// What a norm computed.
template <typename Real>
struct Normed {
    Numbers<Real> rows;           ///< what came out, shape (rows, d_model)
    xt::xtensor<Real, 1> scales;  ///< what each row was multiplied by: 1 over its root mean square
};

/// What a row has to be multiplied by for its squares to have a mean of 1.
template <typename Real>
Real norm_scale(const Real* x, std::size_t d)
{
    Real squares = 0;
    for (std::size_t c = 0; c < d; ++c) squares += x[c] * x[c];
    return 1 / std::sqrt(squares / static_cast<Real>(d) + static_cast<Real>(norm_epsilon));
}

/// y = gain x / rms(x), for each row (Zhang and Sennrich 2019).
///
/// \param X       shape (rows, d_model)
/// \param gain    of each coordinate, shape (d_model)
/// \param normed  what comes out
template <typename Real>
void norm(const Numbers<Real>& X, const xt::xtensor<Real, 1>& gain, Normed<Real>& normed)
{
    const std::size_t d = X.shape(1);
    make_room(normed.rows, X.shape(0), d);
    if (normed.scales.size() != X.shape(0)) normed.scales.resize({X.shape(0)});
    for (std::size_t r = 0; r < X.shape(0); ++r) {
        const Real* x = common::tile_of(X).row(r);
        Real* y = common::tile_of(normed.rows).row(r);
        const Real scale = norm_scale(x, d);
        for (std::size_t c = 0; c < d; ++c) y[c] = gain(c) * scale * x[c];
        normed.scales(r) = scale;
    }
}

/// The way back through a norm: with u = x / rms(x), dx = (gain dy - u mean(gain dy u)) / rms(x).
///
/// \param X       what came in, shape (rows, d_model)
/// \param gain    of each coordinate
/// \param normed  what came out
/// \param dY      gradient with what came out, shape (rows, d_model)
/// \param dgain   that with the gains is added to it
/// \param dX      that with what came in is added to it, shape (rows, d_model)
template <typename Real>
void norm_backward(const Numbers<Real>& X, const xt::xtensor<Real, 1>& gain, const Normed<Real>& normed,
                   const Numbers<Real>& dY, xt::xtensor<Real, 1>& dgain, Numbers<Real>& dX)
{
    const std::size_t d = X.shape(1);
    for (std::size_t r = 0; r < X.shape(0); ++r) {
        const Real* x = common::tile_of(X).row(r);
        const Real* dy = common::tile_of(dY).row(r);
        Real* dx = common::tile_of(dX).row(r);
        const Real scale = normed.scales(r);
        Real mean = 0;
        for (std::size_t c = 0; c < d; ++c) mean += gain(c) * dy[c] * scale * x[c] / static_cast<Real>(d);
        for (std::size_t c = 0; c < d; ++c) {
            const Real u = scale * x[c];
            dx[c] += scale * (gain(c) * dy[c] - u * mean);
            dgain(c) += dy[c] * u;
        }
    }
}

}  // namespace attention
