/// \file
/// Chapter 6: softmax in the wrong direction, to see that nothing complains.
#pragma once

#include "02_softmax/softmax.hpp"

#include "common/tensor.hpp"

namespace attention
{

/// Softmax down each column, as if the queries competed for a key. This is not what attention does.
///
/// \param scores  shape (n, m)
/// \return        shape (n, m); each column sums to 1, and the rows sum to anything
inline Matrix softmax_columns(const Matrix& scores)
{
    const Matrix keys_first = xt::transpose(scores);      // (m, n)
    const Matrix competition = softmax_rows(keys_first);  // (m, n)
    return xt::transpose(competition);
}

}  // namespace attention
