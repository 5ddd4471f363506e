/// \file
/// A softmax that looks right and is wrong, made safe enough to look at.
#pragma once

#include "common/tensor.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

namespace pitfalls
{

using common::Matrix;

/// The first step of a softmax over rows, the way you would naturally write it in xtensor. It is wrong.
///
/// A lazy reduction with keep_dims should stand still while the expression around it walks along a row. It doesn't: it
/// slides on to the next row, and finally past the end of the matrix. Reading there is undefined behaviour, so we put the
/// matrix into the middle of a larger buffer of zeros: the numbers are just as wrong, and the same on every machine.
///
/// \param scores  shape (n, m)
/// \return        shape (n, m): what should be exp(s_ij - max_l s_il), and is not
inline Matrix exps_with_lazy_maximum(const Matrix& scores)
{
    const std::size_t size = scores.size();
    std::vector<double> buffer(3 * size, 0.0);
    std::ranges::copy(scores, buffer.begin() + static_cast<std::ptrdiff_t>(size));
    const std::array<std::size_t, 2> shape = {scores.shape(0), scores.shape(1)};
    const auto s = xt::adapt(buffer.data() + size, size, xt::no_ownership(), shape);

    return xt::exp(s - xt::amax(s, {1}, xt::keep_dims));  // looks right
}

/// The same step with the maximum in a container of its own. It is right.
///
/// \param scores  shape (n, m), m at least 1
/// \return        exp(s_ij - max_l s_il), shape (n, m), each row with a 1 in it
inline Matrix exps_with_named_maximum(const Matrix& scores)
{
    const Matrix row_max = xt::amax(scores, {1}, xt::keep_dims);  // (n, 1)
    return xt::exp(scores - row_max);                             // (n, m)
}

}  // namespace pitfalls
