/// \file
/// Chapter 14: many random cases, and whether a way back agrees with central differences in each.
#pragma once

#include "14_gradients/attention_backward.hpp"
#include "14_gradients/finite_differences.hpp"

#include "12_masks/masked_attention.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>

namespace attention
{

/// An easy loss: the sum of all outputs, each times a number of its own. Its gradient is these numbers.
///
/// \param output  any shape
/// \param dO      the same shape
inline double easy_loss(const Matrix& output, const Matrix& dO) { return xt::sum(Matrix(output * dO))(); }

/// Attention of some shape, under some mask, with a loss.
struct RandomCase {
    Matrix Q;         ///< shape (n, d_k)
    Matrix K;         ///< shape (m, d_k)
    Matrix V;         ///< shape (m, d_v)
    Matrix dO;        ///< how the loss changes with the output, shape (n, d_v)
    BoolMatrix mask;  ///< true = may attend, shape (n, m)
};

/// Sizes from 1 to 6, normal numbers, and three of four pairs visible.
inline RandomCase random_case(common::Random& random)
{
    const std::size_t n = 1 + random.below(6);
    const std::size_t m = 1 + random.below(6);
    const std::size_t d_k = 1 + random.below(6);
    const std::size_t d_v = 1 + random.below(6);
    BoolMatrix mask = xt::ones<bool>({n, m});
    for (bool& visible : mask) visible = random.below(4) != 0;
    return {random.normal_matrix(n, d_k), random.normal_matrix(m, d_k), random.normal_matrix(m, d_v),
            random.normal_matrix(n, d_v), mask};
}

/// A way back through the attention of a case whose weights are known.
using CaseBackward = std::function<AttentionGradients(const RandomCase& c, const Matrix& A)>;

/// How wrong a way back is in a single case.
///
/// \param c     what to go back through
/// \param back  right or wrong
/// \return      the largest `gradient_error` of dQ, dK and dV
inline double error_of(const RandomCase& c, const CaseBackward& back)
{
    const AttentionGradients d = back(c, scaled_dot_product_attention(c.Q, c.K, c.V, c.mask).weights);
    const auto loss = [&](const Matrix& Q, const Matrix& K, const Matrix& V) {
        return easy_loss(scaled_dot_product_attention(Q, K, V, c.mask).output, c.dO);
    };
    const Matrix dQ = central_differences([&](const Matrix& Q) { return loss(Q, c.K, c.V); }, c.Q);
    const Matrix dK = central_differences([&](const Matrix& K) { return loss(c.Q, K, c.V); }, c.K);
    const Matrix dV = central_differences([&](const Matrix& V) { return loss(c.Q, c.K, V); }, c.V);
    return std::max({gradient_error(d.dQ, dQ), gradient_error(d.dK, dK), gradient_error(d.dV, dV)});
}

/// How many of some random cases a way back gets right.
///
/// \param count      how many are tried
/// \param back       right or wrong
/// \param random     where the cases come from
/// \param tolerance  errors below it do not count
/// \return           from 0 to count
inline int cases_right(int count, const CaseBackward& back, common::Random& random, double tolerance = 1e-7)
{
    int right = 0;
    for (int i = 0; i < count; ++i) right += error_of(random_case(random), back) < tolerance ? 1 : 0;
    return right;
}

}  // namespace attention
