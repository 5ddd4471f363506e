/// \file
/// Chapter 14: back through scaled dot-product attention.
#pragma once

#include "14_gradients/softmax_backward.hpp"

#include "common/blas.hpp"
#include "common/require.hpp"
#include "common/tensor.hpp"

#include <cmath>

namespace attention
{

/// How the loss changes with queries, keys and values.
struct AttentionGradients {
    Matrix dQ;  ///< shape (n, d_k)
    Matrix dK;  ///< shape (m, d_k)
    Matrix dV;  ///< shape (m, d_v)
};

/// The same numbers with rows and columns swapped.
inline Matrix transposed(const Matrix& M) { return xt::transpose(M); }

/// What scores are multiplied by, 1 / sqrt(d_k); 1 where there are no features.
inline double scale_of_scores(const Matrix& Q)
{
    return 1.0 / std::sqrt(std::fmax(1.0, static_cast<double>(Q.shape(1))));
}

/// Refuse weights or gradients that are not of these queries, keys and values.
inline void require_fitting(const char* caller, const Matrix& Q, const Matrix& K, const Matrix& V, const Matrix& A,
                            const Matrix& dO)
{
    common::require(A.shape(0) == Q.shape(0) && A.shape(1) == K.shape(0),
                    "{}: A is ({}, {}) but there are {} queries and {} keys", caller, A.shape(0), A.shape(1),
                    Q.shape(0), K.shape(0));
    common::require(dO.shape(0) == Q.shape(0) && dO.shape(1) == V.shape(1),
                    "{}: dO is ({}, {}) but the output is ({}, {})", caller, dO.shape(0), dO.shape(1), Q.shape(0),
                    V.shape(1));
}

/// From the gradient of the output to those of queries, keys and values: S = Q K^T / sqrt(d_k), A = softmax(S), O = A V,
/// walked backward line by line.
///
/// Weights made under a mask work too, as long as all numbers are finite: a hidden key has weight 0, and softmax passes back 0
/// times a finite number. If something hidden may be NaN or infinite, use `masked_attention_backward`.
///
/// \param Q   queries, shape (n, d_k)
/// \param K   keys, shape (m, d_k)
/// \param V   values, shape (m, d_v)
/// \param A   the weights of the forward pass, shape (n, m)
/// \param dO  how the loss changes with each output, shape (n, d_v)
/// \return    dQ, dK and dV
/// \throws std::invalid_argument  unless the shapes fit
inline AttentionGradients attention_backward(const Matrix& Q, const Matrix& K, const Matrix& V, const Matrix& A,
                                             const Matrix& dO)
{
    require_fitting("attention_backward", Q, K, V, A, dO);
    const double scale = scale_of_scores(Q);
    const Matrix dV = common::product(transposed(A), dO);         // O = A V:       dV = A^T dO, (m, d_v)
    const Matrix dA = common::product_transposed(dO, V);          //                dA = dO V^T, (n, m)
    const Matrix dS = softmax_backward(A, dA);                    // A = softmax S, (n, m)
    const Matrix scaled_dS = scale * dS;                          // S = scale Q K^T, (n, m)
    const Matrix dQ = common::product(scaled_dS, K);              //                dQ = scale dS K, (n, d_k)
    const Matrix dK = common::product(transposed(scaled_dS), Q);  //                dK = scale dS^T Q, (m, d_k)
    return {dQ, dK, dV};
}

}  // namespace attention
