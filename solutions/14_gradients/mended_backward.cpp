#include "tests/exercises/14_gradients/mended_backward/task.hpp"

#include "common/blas.hpp"

#include <cmath>
#include <cstddef>

namespace attention
{

AttentionGradients mended_backward(const Matrix& Q, const Matrix& K, const Matrix& V, const Matrix& A, const Matrix& dO)
{
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    const Matrix A_T = xt::transpose(A);
    const Matrix dV = common::product(A_T, dO);
    const Matrix dA = common::product_transposed(dO, V);
    Matrix dS = xt::zeros<double>({A.shape(0), A.shape(1)});
    for (std::size_t i = 0; i < A.shape(0); ++i) {
        double mean = 0.0;  // of dA, by the weights of this query
        for (std::size_t j = 0; j < A.shape(1); ++j) mean += A(i, j) * dA(i, j);
        for (std::size_t j = 0; j < A.shape(1); ++j) dS(i, j) = A(i, j) * (dA(i, j) - mean);
    }
    const Matrix dS_T = xt::transpose(dS);
    // S = scale Q K^T, so both ways back carry the scale.
    const Matrix dQ = scale * common::product(dS, K);
    const Matrix dK = scale * common::product(dS_T, Q);
    return {dQ, dK, dV};
}

}  // namespace attention
