#include "tests/exercises/07_attention/mended/task.hpp"

#include "common/blas.hpp"

#include <cstddef>

namespace attention
{

Attention mended_attention(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    // Q first: a row of scores belongs to a query. With Q = K the order made no difference, since K K^T is symmetric.
    const Matrix scores = common::product_transposed(Q, K);  // (n, m)
    const std::size_t n = scores.shape(0);

    // Each row has its own largest score. One for all is right on paper, but a row far below it has exponentials of 0.
    const Matrix largest = xt::amax(scores, {1}, xt::keep_dims);  // (n, 1), in a container of its own
    const Matrix exps = xt::exp(scores - largest);                // (n, m)
    Matrix sums = xt::zeros<double>({n, std::size_t{1}});  // over the row, not the column: again alike by symmetry
    for (std::size_t i = 0; i < n; ++i) sums(i, 0) = xt::sum(row_of(exps, i))();

    const Matrix weights = exps / sums;                 // (n, m)
    const Matrix output = common::product(weights, V);  // (n, d_v): what is handed over are values, not keys
    return {output, weights};
}

}  // namespace attention
