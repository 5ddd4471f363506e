#include "tests/exercises/07_attention/mended.hpp"

#include "common/blas.hpp"

namespace attention
{

Attention mended_attention(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const Matrix scores = common::product_transposed(Q, K);
    const std::size_t n = scores.shape(0);

    Matrix exps = scores;
    for (std::size_t i = 0; i < n; ++i) {
        const Vector row = row_of(scores, i);
        const double largest = xt::amax(row)();
        const Vector e = xt::exp(row - largest);
        set_row(exps, i, e);
    }
    Vector sums = xt::zeros<double>({n});
    for (std::size_t i = 0; i < n; ++i) sums(i) = xt::sum(row_of(exps, i))();

    const Matrix weights = exps / sums;
    const Matrix output = common::product(weights, V);
    return {output, weights};
}

}  // namespace attention
