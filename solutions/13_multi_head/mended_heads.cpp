#include "tests/exercises/13_multi_head/mended_heads/task.hpp"

#include "02_softmax/softmax.hpp"
#include "06_score_matrix/score_matrix.hpp"

#include "common/blas.hpp"

#include <cmath>

namespace attention
{

Matrix mended_heads(const Matrix& X, std::size_t heads)
{
    const std::size_t d = X.shape(1) / heads;
    Matrix output = xt::zeros<double>({X.shape(0), X.shape(1)});
    for (std::size_t h = 0; h < heads; ++h) {
        Matrix part = xt::zeros<double>({X.shape(0), d});
        for (std::size_t i = 0; i < X.shape(0); ++i) {
            // A head gets its part of every word, not the next numbers in memory.
            for (std::size_t c = 0; c < d; ++c) part(i, c) = X(i, h * d + c);
        }
        const Matrix scores = score_matrix(part, part);
        // The dot product of d coordinates grows with the root of d, not of all columns together.
        const Matrix scaled_scores = scores / std::sqrt(static_cast<double>(d));
        const Matrix found = common::product(softmax_rows(scaled_scores), part);
        for (std::size_t i = 0; i < X.shape(0); ++i) {
            for (std::size_t c = 0; c < d; ++c) output(i, h * d + c) = found(i, c);
        }
    }
    return output;
}

}  // namespace attention
