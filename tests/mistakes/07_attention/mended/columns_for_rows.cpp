#include "tests/exercises/07_attention/mended.hpp"

#include "common/blas.hpp"

namespace attention
{

Attention mended_attention(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const Matrix exps = xt::exp(common::product_transposed(Q, K));
    const Vector sums = xt::sum(exps, {0});
    const Matrix weights = exps / sums;
    return {common::product(weights, V), weights};
}

}  // namespace attention
