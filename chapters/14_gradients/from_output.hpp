/// \file
/// Chapter 14: back through softmax with the help of the output.
#pragma once

#include "02_softmax/softmax.hpp"

#include "common/blas.hpp"
#include "common/random.hpp"
#include "common/require.hpp"
#include "common/tensor.hpp"

#include <cstddef>
#include <cstdint>

namespace attention
{

/// The mean of dA by the weights, row by row: sum_j A_ij dA_ij.
///
/// \param A   weights, shape (n, m)
/// \param dA  how the loss changes with each weight, shape (n, m)
/// \return    shape (n)
inline Vector mean_by_weights(const Matrix& A, const Matrix& dA) { return xt::sum(A * dA, {1}); }

/// The same numbers without A and dA: dO_i . o_i, row by row.
///
/// dA_ij = dO_i . v_j, so the mean over j is dO_i . (sum_j A_ij v_j) = dO_i . o_i (Dao et al. 2022, appendix B.2).
///
/// \param dO  how the loss changes with each output, shape (n, d_v)
/// \param O   the output, shape (n, d_v)
/// \return    shape (n)
inline Vector mean_from_output(const Matrix& dO, const Matrix& O) { return xt::sum(dO * O, {1}); }

/// Back through softmax where the means are known already: each number of dS needs only its own A and dA.
///
/// \param A      weights, shape (n, m)
/// \param dA     how the loss changes with each weight, shape (n, m)
/// \param means  of each row of dA, shape (n)
/// \return       how the loss changes with each score, shape (n, m)
/// \throws std::invalid_argument  unless the shapes fit
inline Matrix softmax_backward_with_means(const Matrix& A, const Matrix& dA, const Vector& means)
{
    common::require(A.shape() == dA.shape() && means.size() == A.shape(0),
                    "softmax_backward_with_means: A is ({}, {}), dA ({}, {}), and there are {} means; A and dA need "
                    "the same shape, and each row a mean",
                    A.shape(0), A.shape(1), dA.shape(0), dA.shape(1), means.size());
    return A * (dA - xt::view(means, xt::all(), xt::newaxis()));
}

/// How far the two ways to the mean are apart, at most, over random rows of attention.
///
/// \param rows  how many queries, each looking at six keys
/// \param seed  of the random numbers
inline double farthest_means(std::size_t rows, std::uint64_t seed)
{
    common::Random random(seed);
    const Matrix V = random.normal_matrix(6, 3);
    const Matrix dO = random.normal_matrix(rows, 3);
    const Matrix A = softmax_rows(random.normal_matrix(rows, 6));
    const Vector by_weights = mean_by_weights(A, common::product_transposed(dO, V));
    const Vector from_output = mean_from_output(dO, common::product(A, V));
    return xt::amax(xt::abs(by_weights - from_output))();
}

}  // namespace attention
