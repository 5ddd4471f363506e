/// \file
/// Chapter 20: matrices of random numbers, of any type, for what the chapter measures.
#pragma once

#include "common/random.hpp"
#include "common/tensor.hpp"

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

}  // namespace attention
