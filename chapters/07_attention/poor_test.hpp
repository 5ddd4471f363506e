/// \file
/// Chapter 7: which mistakes a test of attention notices, and which it lets pass.
#pragma once

#include "06_score_matrix/score_matrix.hpp"
#include "06_score_matrix/softmax_columns.hpp"
#include "07_attention/attention.hpp"

#include "common/blas.hpp"
#include "common/tensor.hpp"

#include <stdexcept>

namespace attention
{

/// What a test asks with.
struct Example {
    Matrix Q;  ///< shape (n, d_k)
    Matrix K;  ///< shape (m, d_k)
    Matrix V;  ///< shape (m, d_v)
};

/// The exercise by hand. K is symmetric, and V is K.
inline const Example by_hand = {{{1, 0}, {0, 1}}, {{1, 1}, {1, 0}}, {{1, 1}, {1, 0}}};

/// n = 2, m = 3, d_k = 5, d_v = 6: no two sizes are the same, and nothing is symmetric.
inline const Example all_sizes_differ = {{{1, 0, 2, -1, 1}, {0, 1, -1, 2, 0}},
                                         {{1, 1, 0, 0, 2}, {0, 2, 1, -1, 0}, {2, -1, 0, 1, -1}},
                                         {{1, 10, 0, 7, -2, 3}, {2, 20, 5, -1, 0, 8}, {4, 40, -3, 2, 6, -5}}};

/// Whether each mistake changes what comes out, or makes the shapes not fit.
struct Noticed {
    bool not_transposed = false;   ///< Q K in place of Q K^T
    bool keys_for_values = false;  ///< weights K in place of weights V
    bool roles_exchanged = false;  ///< compared with V, blended K
    bool down_columns = false;     ///< softmax down the columns
};

/// Make each of four mistakes with the numbers of an example, and see whether it is noticed.
inline Noticed mistakes_noticed(const Example& e)
{
    const Attention right = dot_product_attention(e.Q, e.K, e.V);
    const Matrix K_transposed = xt::transpose(e.K);
    const auto differs = [&](const auto& wrong) {
        try {
            const Matrix output = wrong();
            return output.shape() != right.output.shape() || output != right.output;
        } catch (const std::invalid_argument&) {
            return true;
        }
    };
    return {differs([&] { return dot_product_attention(e.Q, K_transposed, e.V).output; }),
            differs([&] { return common::product(right.weights, e.K); }),
            differs([&] { return dot_product_attention(e.Q, e.V, e.K).output; }),
            differs([&] { return common::product(softmax_columns(score_matrix(e.Q, e.K)), e.V); })};
}

}  // namespace attention
