#include "tests/exercises/15_learning/mended_step.hpp"

#include "01_similarity/similarity.hpp"
#include "02_softmax/softmax.hpp"
#include "03_weighted_sum/weighted_sum.hpp"

#include "common/blas.hpp"

#include <cmath>

namespace attention
{

Matrix mended_step(const Matrix& X, const std::vector<Matrix>& K, const std::vector<Matrix>& V, const Matrix& answers,
                   const Matrix& W_Q, double rate)
{
    const auto root = std::sqrt(static_cast<double>(W_Q.shape(1)));
    const auto count = static_cast<double>(X.shape(0));
    Matrix after = W_Q;
    for (std::size_t b = 0; b < X.shape(0); ++b) {
        const Vector x = row_of(X, b);
        const Vector A = softmax(Vector(score_row(weighted_sum(x, W_Q), K[b]) / root));
        const Vector output = weighted_sum(A, V[b]);
        for (std::size_t j = 0; j < A.size(); ++j) {
            double pull = 0.0;
            for (std::size_t c = 0; c < output.size(); ++c)
                pull +=
                    2.0 * (output(c) - answers(b, c)) * (V[b](j, c) - output(c)) / static_cast<double>(output.size());
            for (std::size_t r = 0; r < x.size(); ++r) {
                for (std::size_t c = 0; c < W_Q.shape(1); ++c)
                    after(r, c) -= rate / count * A(j) * pull * x(r) * K[b](j, c) / root;
            }
        }
    }
    return after;
}

}  // namespace attention
