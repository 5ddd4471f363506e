/// \file
/// Chapter 16: the same rows in another order.
#pragma once

#include "common/require.hpp"
#include "common/tensor.hpp"

#include <cstddef>
#include <vector>

namespace attention
{

/// The same rows in another order.
///
/// \param X      shape (n, d)
/// \param order  for each row of the result, which row of X it is
/// \return       shape (order.size(), d)
/// \throws std::invalid_argument  if the order names a row that X does not have
inline Matrix in_order(const Matrix& X, const std::vector<std::size_t>& order)
{
    Matrix result = xt::zeros<double>({order.size(), X.shape(1)});
    for (std::size_t i = 0; i < order.size(); ++i) {
        common::require(order[i] < X.shape(0), "in_order: row {} is asked for but X has {} rows", order[i], X.shape(0));
        set_row(result, i, row_of(X, order[i]));
    }
    return result;
}

/// How much the outputs change, beyond their order, when the words change theirs.
///
/// \param layer  from words, shape (n, d), to outputs, shape (n, any)
/// \param X      words
/// \param order  another order for them
/// \return       the largest difference between the outputs of the shuffled words and the shuffled outputs of the
///               words; only rounding if the layer does not know about order
template <typename Layer>
double change_by_order(Layer layer, const Matrix& X, const std::vector<std::size_t>& order)
{
    const Matrix of_shuffled = layer(in_order(X, order));  // (n, d_v)
    const Matrix shuffled = in_order(layer(X), order);     // (n, d_v)
    const Matrix apart = xt::abs(of_shuffled - shuffled);
    return xt::amax(apart)();
}

}  // namespace attention
