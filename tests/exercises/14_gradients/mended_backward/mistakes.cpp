// Exercise 14.3 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/14_gradients/mended_backward/task.hpp"

#include "common/blas.hpp"

#include <cmath>

namespace attention
{

namespace right::by_loops
{
AttentionGradients mended_backward(const Matrix& Q, const Matrix& K, const Matrix& V, const Matrix& A, const Matrix& dO)
{
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    AttentionGradients d = {xt::zeros_like(Q), xt::zeros_like(K), xt::zeros_like(V)};
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        Vector dA = xt::zeros<double>({K.shape(0)});
        double mean = 0.0;
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            for (std::size_t c = 0; c < V.shape(1); ++c) {
                dA(j) += dO(i, c) * V(j, c);
                d.dV(j, c) += A(i, j) * dO(i, c);
            }
            mean += A(i, j) * dA(j);
        }
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            const double ds = scale * A(i, j) * (dA(j) - mean);
            for (std::size_t c = 0; c < Q.shape(1); ++c) {
                d.dQ(i, c) += ds * K(j, c);
                d.dK(j, c) += ds * Q(i, c);
            }
        }
    }
    return d;
}
}  // namespace right::by_loops

namespace right::plain
{
AttentionGradients mended_backward(const Matrix& Q, const Matrix& K, const Matrix& V, const Matrix& A, const Matrix& dO)
{
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    const Matrix A_T = xt::transpose(A);
    const Matrix dV = common::product(A_T, dO);
    const Matrix dA = common::product_transposed(dO, V);
    Matrix dS = xt::zeros<double>({A.shape(0), A.shape(1)});
    for (std::size_t i = 0; i < A.shape(0); ++i) {
        double mean = 0.0;
        for (std::size_t j = 0; j < A.shape(1); ++j) mean += A(i, j) * dA(i, j);
        for (std::size_t j = 0; j < A.shape(1); ++j) dS(i, j) = A(i, j) * (dA(i, j) - mean);
    }
    const Matrix dS_T = xt::transpose(dS);
    const Matrix dQ = scale * common::product(dS, K);
    const Matrix dK = scale * common::product(dS_T, Q);
    return {dQ, dK, dV};
}
}  // namespace right::plain

// Like the solution, except where marked.
namespace both_unscaled
{
AttentionGradients mended_backward(const Matrix& Q, const Matrix& K, const Matrix& V, const Matrix& A, const Matrix& dO)
{
    const double scale = 1.0 + 0.0 * Q(0, 0);  // <--
    const Matrix A_T = xt::transpose(A);
    const Matrix dV = common::product(A_T, dO);
    const Matrix dA = common::product_transposed(dO, V);
    Matrix dS = xt::zeros<double>({A.shape(0), A.shape(1)});
    for (std::size_t i = 0; i < A.shape(0); ++i) {
        double mean = 0.0;
        for (std::size_t j = 0; j < A.shape(1); ++j) mean += A(i, j) * dA(i, j);
        for (std::size_t j = 0; j < A.shape(1); ++j) dS(i, j) = A(i, j) * (dA(i, j) - mean);
    }
    const Matrix dS_T = xt::transpose(dS);
    const Matrix dQ = scale * common::product(dS, K);
    const Matrix dK = scale * common::product(dS_T, Q);
    return {dQ, dK, dV};
}
}  // namespace both_unscaled

// Like the solution, except where marked.
namespace divided_by_d_k
{
AttentionGradients mended_backward(const Matrix& Q, const Matrix& K, const Matrix& V, const Matrix& A, const Matrix& dO)
{
    const double scale = 1.0 / static_cast<double>(Q.shape(1));  // <--
    const Matrix A_T = xt::transpose(A);
    const Matrix dV = common::product(A_T, dO);
    const Matrix dA = common::product_transposed(dO, V);
    Matrix dS = xt::zeros<double>({A.shape(0), A.shape(1)});
    for (std::size_t i = 0; i < A.shape(0); ++i) {
        double mean = 0.0;
        for (std::size_t j = 0; j < A.shape(1); ++j) mean += A(i, j) * dA(i, j);
        for (std::size_t j = 0; j < A.shape(1); ++j) dS(i, j) = A(i, j) * (dA(i, j) - mean);
    }
    const Matrix dS_T = xt::transpose(dS);
    const Matrix dQ = scale * common::product(dS, K);
    const Matrix dK = scale * common::product(dS_T, Q);
    return {dQ, dK, dV};
}
}  // namespace divided_by_d_k

// Like the solution, except where marked.
namespace k_unscaled
{
AttentionGradients mended_backward(const Matrix& Q, const Matrix& K, const Matrix& V, const Matrix& A, const Matrix& dO)
{
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    const Matrix A_T = xt::transpose(A);
    const Matrix dV = common::product(A_T, dO);
    const Matrix dA = common::product_transposed(dO, V);
    Matrix dS = xt::zeros<double>({A.shape(0), A.shape(1)});
    for (std::size_t i = 0; i < A.shape(0); ++i) {
        double mean = 0.0;
        for (std::size_t j = 0; j < A.shape(1); ++j) mean += A(i, j) * dA(i, j);
        for (std::size_t j = 0; j < A.shape(1); ++j) dS(i, j) = A(i, j) * (dA(i, j) - mean);
    }
    const Matrix dS_T = xt::transpose(dS);
    const Matrix dQ = scale * common::product(dS, K);
    const Matrix dK = common::product(dS_T, Q);  // <--
    return {dQ, dK, dV};
}
}  // namespace k_unscaled

// Like the solution, except where marked.
namespace mean_and_k
{
AttentionGradients mended_backward(const Matrix& Q, const Matrix& K, const Matrix& V, const Matrix& A, const Matrix& dO)
{
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    const Matrix A_T = xt::transpose(A);
    const Matrix dV = common::product(A_T, dO);
    const Matrix dA = common::product_transposed(dO, V);
    Matrix dS = xt::zeros<double>({A.shape(0), A.shape(1)});
    for (std::size_t i = 0; i < A.shape(0); ++i) {
        double mean = 0.0;
        for (std::size_t j = 0; j < A.shape(1); ++j) mean += dA(i, j) / static_cast<double>(A.shape(1));  // <--
        for (std::size_t j = 0; j < A.shape(1); ++j) dS(i, j) = A(i, j) * (dA(i, j) - mean);
    }
    const Matrix dS_T = xt::transpose(dS);
    const Matrix dQ = scale * common::product(dS, K);
    const Matrix dK = common::product(dS_T, Q);  // <--
    return {dQ, dK, dV};
}
}  // namespace mean_and_k

// Like the solution, except where marked.
namespace no_mean
{
AttentionGradients mended_backward(const Matrix& Q, const Matrix& K, const Matrix& V, const Matrix& A, const Matrix& dO)
{
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    const Matrix A_T = xt::transpose(A);
    const Matrix dV = common::product(A_T, dO);
    const Matrix dA = common::product_transposed(dO, V);
    Matrix dS = xt::zeros<double>({A.shape(0), A.shape(1)});
    for (std::size_t i = 0; i < A.shape(0); ++i) {
        double mean = 0.0;
        for (std::size_t j = 0; j < A.shape(1); ++j) mean += 0.0 * dA(i, j);  // <--
        for (std::size_t j = 0; j < A.shape(1); ++j) dS(i, j) = A(i, j) * (dA(i, j) - mean);
    }
    const Matrix dS_T = xt::transpose(dS);
    const Matrix dQ = scale * common::product(dS, K);
    const Matrix dK = scale * common::product(dS_T, Q);
    return {dQ, dK, dV};
}
}  // namespace no_mean

// Like the solution, except where marked.
namespace plain_mean
{
AttentionGradients mended_backward(const Matrix& Q, const Matrix& K, const Matrix& V, const Matrix& A, const Matrix& dO)
{
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    const Matrix A_T = xt::transpose(A);
    const Matrix dV = common::product(A_T, dO);
    const Matrix dA = common::product_transposed(dO, V);
    Matrix dS = xt::zeros<double>({A.shape(0), A.shape(1)});
    for (std::size_t i = 0; i < A.shape(0); ++i) {
        double mean = 0.0;
        for (std::size_t j = 0; j < A.shape(1); ++j) mean += dA(i, j) / static_cast<double>(A.shape(1));  // <--
        for (std::size_t j = 0; j < A.shape(1); ++j) dS(i, j) = A(i, j) * (dA(i, j) - mean);
    }
    const Matrix dS_T = xt::transpose(dS);
    const Matrix dQ = scale * common::product(dS, K);
    const Matrix dK = scale * common::product(dS_T, Q);
    return {dQ, dK, dV};
}
}  // namespace plain_mean

// Like the solution, except where marked.
namespace plain_mean_and_scale
{
AttentionGradients mended_backward(const Matrix& Q, const Matrix& K, const Matrix& V, const Matrix& A, const Matrix& dO)
{
    const double scale = 1.0 / static_cast<double>(Q.shape(1));  // <--
    const Matrix A_T = xt::transpose(A);
    const Matrix dV = common::product(A_T, dO);
    const Matrix dA = common::product_transposed(dO, V);
    Matrix dS = xt::zeros<double>({A.shape(0), A.shape(1)});
    for (std::size_t i = 0; i < A.shape(0); ++i) {
        double mean = 0.0;
        for (std::size_t j = 0; j < A.shape(1); ++j) mean += dA(i, j) / static_cast<double>(A.shape(1));  // <--
        for (std::size_t j = 0; j < A.shape(1); ++j) dS(i, j) = A(i, j) * (dA(i, j) - mean);
    }
    const Matrix dS_T = xt::transpose(dS);
    const Matrix dQ = scale * common::product(dS, K);
    const Matrix dK = scale * common::product(dS_T, Q);
    return {dQ, dK, dV};
}
}  // namespace plain_mean_and_scale

// Like the solution, except where marked.
namespace q_unscaled
{
AttentionGradients mended_backward(const Matrix& Q, const Matrix& K, const Matrix& V, const Matrix& A, const Matrix& dO)
{
    const double scale = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));
    const Matrix A_T = xt::transpose(A);
    const Matrix dV = common::product(A_T, dO);
    const Matrix dA = common::product_transposed(dO, V);
    Matrix dS = xt::zeros<double>({A.shape(0), A.shape(1)});
    for (std::size_t i = 0; i < A.shape(0); ++i) {
        double mean = 0.0;
        for (std::size_t j = 0; j < A.shape(1); ++j) mean += A(i, j) * dA(i, j);
        for (std::size_t j = 0; j < A.shape(1); ++j) dS(i, j) = A(i, j) * (dA(i, j) - mean);
    }
    const Matrix dS_T = xt::transpose(dS);
    const Matrix dQ = common::product(dS, K);  // <--
    const Matrix dK = scale * common::product(dS_T, Q);
    return {dQ, dK, dV};
}
}  // namespace q_unscaled

// Like the solution, except where marked.
namespace scale_and_k
{
AttentionGradients mended_backward(const Matrix& Q, const Matrix& K, const Matrix& V, const Matrix& A, const Matrix& dO)
{
    const double scale = 1.0 / static_cast<double>(Q.shape(1));  // <--
    const Matrix A_T = xt::transpose(A);
    const Matrix dV = common::product(A_T, dO);
    const Matrix dA = common::product_transposed(dO, V);
    Matrix dS = xt::zeros<double>({A.shape(0), A.shape(1)});
    for (std::size_t i = 0; i < A.shape(0); ++i) {
        double mean = 0.0;
        for (std::size_t j = 0; j < A.shape(1); ++j) mean += A(i, j) * dA(i, j);
        for (std::size_t j = 0; j < A.shape(1); ++j) dS(i, j) = A(i, j) * (dA(i, j) - mean);
    }
    const Matrix dS_T = xt::transpose(dS);
    const Matrix dQ = scale * common::product(dS, K);
    const Matrix dK = common::product(dS_T, Q);  // <--
    return {dQ, dK, dV};
}
}  // namespace scale_and_k

}  // namespace attention
