#include "tests/exercises/07_attention/mended.hpp"

#include "common/blas.hpp"

namespace attention
{

Attention mended_attention(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const Matrix exps = xt::exp(common::product_transposed(Q, K));
    const Matrix weights = exps / xt::sum(exps)();
    return {common::product(weights, V), weights};
}

}  // namespace attention
