/// \file
/// Chapter 4 again, the way an xtensor user writes it: the same three lines, on the xtensor versions of the pieces.
#pragma once

#include "04_soft_lookup/soft_lookup.hpp"

#include "01_similarity/in_xtensor.hpp"
#include "02_softmax/in_xtensor.hpp"
#include "03_weighted_sum/in_xtensor.hpp"
#include "common/tensor.hpp"

namespace attention::in_xtensor
{

/// A dictionary that blends.
///
/// \param q     the query, shape (d)
/// \param K     the keys, one per row, shape (m, d), m at least 1
/// \param V     the values, one per row, shape (m, d_v)
/// \param beta  how sharply it chooses
/// \return      output, shape (d_v), and weights, shape (m)
inline Lookup soft_lookup(const Vector& q, const Matrix& K, const Matrix& V, double beta = 1.0)
{
    const Vector scores = beta * in_xtensor::score_row(q, K);    // (m)
    const Vector weights = in_xtensor::softmax(scores);          // (m)
    const Vector output = in_xtensor::weighted_sum(weights, V);  // (d_v)
    return {output, weights};
}

}  // namespace attention::in_xtensor
