#include "tests/exercises/14_gradients/mended_backward.hpp"

#include "common/blas.hpp"

#include <cmath>

namespace attention
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

}  // namespace attention
