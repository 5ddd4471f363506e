#include "tests/exercises/07_attention/mended.hpp"

#include "common/blas.hpp"

namespace attention
{

Attention mended_attention(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const Matrix scores = common::product_transposed(Q, K);
    const std::size_t n = scores.shape(0);

    const double largest = xt::amax(scores)();
    const Matrix exps = xt::exp(scores - largest);
    Matrix sums = xt::zeros<double>({n, std::size_t{1}});
    for (std::size_t i = 0; i < n; ++i) sums(i, 0) = xt::sum(row_of(exps, i))();

    const Matrix weights = exps / sums;
    const Matrix output = common::product(weights, K);
    return {output, weights};
}

}  // namespace attention
