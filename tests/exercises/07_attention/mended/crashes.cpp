// Exercise 7.4 done in ways that AddressSanitizer must stop. <-- marks where a version departs from the one it was made from.
#include "tests/exercises/07_attention/mended/task.hpp"

#include "common/blas.hpp"

namespace attention
{

// Like the solution, except where marked.
namespace crash::lazy_keep_dims
{
Attention mended_attention(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const Matrix scores = common::product_transposed(Q, K);
    const std::size_t n = scores.shape(0);

    const Matrix exps = xt::exp(scores - xt::amax(scores, {1}, xt::keep_dims));  // <--
    Matrix sums = xt::zeros<double>({n, std::size_t{1}});
    for (std::size_t i = 0; i < n; ++i) sums(i, 0) = xt::sum(row_of(exps, i))();

    const Matrix weights = exps / sums;
    const Matrix output = common::product(weights, V);
    return {output, weights};
}
}  // namespace crash::lazy_keep_dims

}  // namespace attention
