/// \file
/// Chapter 12: who may look where.
#pragma once

#include "02_softmax/softmax.hpp"

#include "common/require.hpp"
#include "common/tensor.hpp"

#include <cstddef>
#include <limits>
#include <vector>

namespace attention
{

/// Which key belongs to which query, when there are more keys than queries or fewer.
enum class Alignment {
    top_left,      ///< query 0 is at key 0
    bottom_right,  ///< the last query is at the last key: new words that join kept keys
};

/// The causal mask: a query may attend to its own place and to those before it.
///
/// \param n          queries
/// \param m          keys
/// \param alignment  which key each query is at; both give the same for n = m
/// \return           true = may attend, shape (n, m)
inline BoolMatrix causal_mask(std::size_t n, std::size_t m, Alignment alignment = Alignment::top_left)
{
    BoolMatrix mask = xt::zeros<bool>({n, m});
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < m; ++j) {
            // Bottom right, query i is at key i + m - n. With n on the other side, no size goes below zero.
            mask(i, j) = alignment == Alignment::top_left ? j <= i : j + n <= i + m;
        }
    }
    return mask;
}

/// The padding mask: no query may attend to a key that only fills up a row.
///
/// \param n        queries
/// \param is_real  for each of the m keys, whether it is a word rather than padding
/// \return         true = may attend, shape (n, m); all rows are the same
inline BoolMatrix padding_mask(std::size_t n, const std::vector<bool>& is_real)
{
    BoolMatrix mask = xt::ones<bool>({n, is_real.size()});
    for (std::size_t j = 0; j < is_real.size(); ++j) {
        if (!is_real[j]) xt::view(mask, xt::all(), j) = false;  // a whole column
    }
    return mask;
}

/// Two masks at once: a query may attend where both allow it.
///
/// \param a  shape (n, m)
/// \param b  shape (n, m)
/// \return   shape (n, m)
/// \throws std::invalid_argument  unless both have the same shape
inline BoolMatrix both(const BoolMatrix& a, const BoolMatrix& b)
{
    common::require(a.shape() == b.shape(), "both: the masks are ({}, {}) and ({}, {}); they need the same shape",
                    a.shape(0), a.shape(1), b.shape(0), b.shape(1));
    return a && b;
}

/// Scores with -infinity for every forbidden pair, whatever was there before, NaN included.
///
/// \param scores  shape (n, m)
/// \param mask    true = may attend, shape (n, m)
/// \return        shape (n, m)
/// \throws std::invalid_argument  unless both have the same shape
inline Matrix masked_scores(const Matrix& scores, const BoolMatrix& mask)
{
    common::require(scores.shape(0) == mask.shape(0) && scores.shape(1) == mask.shape(1),
                    "masked_scores: scores are ({}, {}) but the mask is ({}, {}); they need the same shape",
                    scores.shape(0), scores.shape(1), mask.shape(0), mask.shape(1));
    return xt::where(mask, scores, -std::numeric_limits<double>::infinity());
}

/// Softmax of each row over the keys that its query may attend to.
///
/// \param scores  shape (n, m)
/// \param mask    true = may attend, shape (n, m)
/// \return        weights, shape (n, m): exactly 0 where forbidden. A row that may attend to nothing is all 0, never NaN.
///                A row that sees a score of NaN or +infinity is all NaN
/// \throws std::invalid_argument  unless both have the same shape
inline Matrix masked_softmax_rows(const Matrix& scores, const BoolMatrix& mask)
{
    return softmax_rows(masked_scores(scores, mask));
}

}  // namespace attention
