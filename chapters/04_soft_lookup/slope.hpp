/// \file
/// Chapter 4, an experiment: how a soft answer moves with the question.
#pragma once

#include "04_soft_lookup/soft_lookup.hpp"

#include "common/tensor.hpp"

#include <cstddef>

namespace attention
{

/// Ask for a little more of one thing, and a little less, and see how far apart the two answers are.
///
/// \param q     the query, shape (d)
/// \param i     the coordinate of the query that moves
/// \param K     the keys, one per row, shape (m, d)
/// \param V     the values, one per row, shape (m, d_v)
/// \param beta  how sharply it chooses
/// \return      how much the soft answer changes per unit of q_i, shape (d_v)
inline Vector slope_of_lookup(const Vector& q, std::size_t i, const Matrix& K, const Matrix& V, double beta = 1.0)
{
    constexpr double step = 1e-6;
    Vector more = q;
    Vector less = q;
    more(i) += step;
    less(i) -= step;
    return (soft_lookup(more, K, V, beta).output - soft_lookup(less, K, V, beta).output) / (2 * step);
}

}  // namespace attention
