#include "tests/exercises/10_other_scores/mended_distance/task.hpp"

#include "02_softmax/softmax.hpp"

#include "common/blas.hpp"

#include <cstddef>

namespace attention
{

Attention mended_distance(const Matrix& Q, const Matrix& K, const Matrix& V, double width)
{
    // Square before the sum, so that no coordinate cancels another. Minus, so that near scores more. And the width squared,
    // because the steps are: then doubling the width and all distances changes no weight.
    Matrix scores = xt::zeros<double>({Q.shape(0), K.shape(0)});  // (n, m)
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            double squares = 0.0;
            for (std::size_t c = 0; c < Q.shape(1); ++c) {
                const double steps = Q(i, c) - K(j, c);
                squares += steps * steps;
            }
            scores(i, j) = -squares / (2.0 * width * width);
        }
    }
    const Matrix weights = softmax_rows(scores);        // (n, m)
    const Matrix output = common::product(weights, V);  // (n, d_v)
    return {output, weights};
}

}  // namespace attention
