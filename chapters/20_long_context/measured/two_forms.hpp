/// \file
/// Chapter 20: the clear form and the fast one against plain loops, on a case small enough for all of them.
#pragma once

#include "20_long_context/blocks/blocked_attention.hpp"
#include "20_long_context/blocks/options.hpp"
#include "20_long_context/fast/fast_attention.hpp"
#include "20_long_context/measured/exactness.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"
#include "common/tile.hpp"

#include <cstddef>
#include <cstdint>

namespace attention
{

/// A matrix of any type of number.
template <typename Real>
using MatrixOf = xt::xtensor<Real, 2>;

/// Independent normal numbers, shape (rows, columns).
template <typename Real>
MatrixOf<Real> random_matrix(std::uint64_t seed, std::size_t rows, std::size_t columns)
{
    common::Random random(seed);
    MatrixOf<Real> array = xt::zeros<Real>({rows, columns});
    for (Real& x : array) x = static_cast<Real>(random.normal());
    return array;
}

/// The error of one form: 700 queries over 900 keys, d_k = 64, d_v = 48, all rows compared.
///
/// \param fast    the fast form, or the clear one
/// \param causal  query i sees the keys 0 to i, or every query sees every key
/// \return        the largest difference from plain loops in double, relative to the output's own size
template <typename Real>
double error_of_form(bool fast, bool causal)
{
    const MatrixOf<Real> Q = random_matrix<Real>(1, 700, 64);
    const MatrixOf<Real> K = random_matrix<Real>(2, 900, 64);
    const MatrixOf<Real> V = random_matrix<Real>(3, 900, 48);
    MatrixOf<Real> O = xt::zeros<Real>({700, 48});
    using common::tile_of;
    LongOptions<Real> options;
    if (causal) options.causal = Alignment::top_left;
    if (fast)
        fast_attention<Real>(tile_of(Q), tile_of(K), tile_of(V), tile_of(O), options);
    else
        blocked_attention<Real>(tile_of(Q), tile_of(K), tile_of(V), tile_of(O), options);
    return exactness<Real>(tile_of(Q), tile_of(K), tile_of(V), tile_of(O), causal, 700, 0).error;
}

}  // namespace attention
