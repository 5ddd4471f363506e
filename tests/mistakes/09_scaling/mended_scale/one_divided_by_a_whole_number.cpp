#include "tests/exercises/09_scaling/mended_scale.hpp"

#include "02_softmax/softmax.hpp"
#include "06_score_matrix/score_matrix.hpp"

#include "common/blas.hpp"

#include <cmath>

namespace attention
{

Attention mended_scale(const Matrix& X, const Matrix& Y, const Projections& W)
{
    const Matrix Q = project_rows(X, W.W_Q);
    const Matrix K = project_rows(Y, W.W_K);
    const Matrix V = project_rows(Y, W.W_V);
    const int root = static_cast<int>(std::sqrt(Q.shape(1)));
    const Matrix scores = score_matrix(Q, K) * (1 / root);
    const Matrix weights = softmax_rows(scores);
    return {common::product(weights, V), weights};
}

}  // namespace attention
