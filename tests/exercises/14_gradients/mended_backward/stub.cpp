/// Exercise 14.3: A way back with three slips
///
/// Somebody has written the way back through attention. Its shapes are right, it runs, and a model trained with it even
/// learns a little. But there are three slips in it; mend them, and nothing else.
///
/// O = A V with A = softmax(S), row by row, and S = Q K^T / sqrt(d_k). Given are Q, K, V, the weights A, and dO.
///
/// \param Q   queries, shape (n, d_k)
/// \param K   keys, shape (m, d_k)
/// \param V   values, shape (m, d_v)
/// \param A   weights, shape (n, m)
/// \param dO  how the loss changes with each output, shape (n, d_v)
/// \return    dQ, dK and dV
#include "tests/exercises/14_gradients/mended_backward/task.hpp"

#include "common/blas.hpp"

#include <cmath>
#include <cstddef>

namespace attention
{

AttentionGradients mended_backward(const Matrix& Q, const Matrix& K, const Matrix& V, const Matrix& A, const Matrix& dO)
{
    throw common::NotDoneYet();  // take this line out when you have mended the rest
    const double scale = 1.0 / static_cast<double>(Q.shape(1));
    const Matrix A_T = xt::transpose(A);
    const Matrix dV = common::product(A_T, dO);
    const Matrix dA = common::product_transposed(dO, V);
    Matrix dS = xt::zeros<double>({A.shape(0), A.shape(1)});
    for (std::size_t i = 0; i < A.shape(0); ++i) {
        double mean = 0.0;
        for (std::size_t j = 0; j < A.shape(1); ++j) mean += dA(i, j) / static_cast<double>(A.shape(1));
        for (std::size_t j = 0; j < A.shape(1); ++j) dS(i, j) = A(i, j) * (dA(i, j) - mean);
    }
    const Matrix dS_T = xt::transpose(dS);
    const Matrix dQ = scale * common::product(dS, K);
    const Matrix dK = common::product(dS_T, Q);
    return {dQ, dK, dV};
}

}  // namespace attention
