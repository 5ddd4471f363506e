#include "tests/exercises/07_attention/mended.hpp"

#include "02_softmax/softmax.hpp"
#include "03_weighted_sum/weighted_sum.hpp"
#include "06_score_matrix/score_matrix.hpp"

namespace attention
{

Attention mended_attention(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    Matrix weights = xt::zeros<double>({Q.shape(0), K.shape(0)});
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        const Vector choice = softmax(score_row(row_of(Q, i), K));
        set_row(weights, i, choice);
        set_row(output, i, weighted_sum(choice, V));
    }
    return {output, weights};
}

}  // namespace attention
