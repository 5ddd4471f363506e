/// \file
/// Chapter 15: the head that learns to look things up.
#pragma once

#include "15_learning/recall.hpp"

#include "02_softmax/softmax.hpp"
#include "05_queries_keys_values/projections.hpp"

#include "common/blas.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"

#include <array>
#include <cmath>
#include <cstddef>

namespace attention
{

/// What scores are divided by.
enum class Scaling { none, root, full };

/// Their names: nothing, the root of d_k, d_k itself.
constexpr std::array<const char*, 3> scaling_names = {"none", "sqrt(d_k)", "d_k"};

/// The name of one of them.
inline const char* name_of(Scaling scaling) { return scaling_names[static_cast<std::size_t>(scaling)]; }

/// What scores are multiplied by: 1, 1 / sqrt(d_k) or 1 / d_k.
inline double scale_of(Scaling scaling, std::size_t d_k)
{
    const auto d = static_cast<double>(d_k);
    return scaling == Scaling::none ? 1.0 : scaling == Scaling::root ? 1.0 / std::sqrt(d) : 1.0 / d;
}

/// A head that has learned nothing: random projections, each number with variance 1 / rows, so that the output has the size of the
/// input.
///
/// \param d_k     the size of queries and keys
/// \param random  where the numbers come from
/// \return        W_Q of shape (8, d_k), W_K (12, d_k) and W_V (12, 4)
inline Projections random_head(std::size_t d_k, common::Random& random)
{
    return {.W_Q = random.normal_matrix(key_size, d_k) / std::sqrt(static_cast<double>(key_size)),
            .W_K = random.normal_matrix(token_size, d_k) / std::sqrt(static_cast<double>(token_size)),
            .W_V = random.normal_matrix(token_size, value_size) / std::sqrt(static_cast<double>(token_size))};
}

/// What queries and keys make together: the score of a query with a token is query . pairing . token. Scores see nothing else of
/// W_Q and W_K.
///
/// \param W      the projections
/// \param scale  of the scores
/// \return       scale W_Q W_K^T: number c of a query meets number e of a token, shape (8, 12)
inline Matrix pairing(const Projections& W, double scale) { return scale * common::product_transposed(W.W_Q, W.W_K); }

/// What a head finds.
struct Recalled {
    Matrix weights;  ///< of each question on its 8 pairs, shape (count, 8)
    Matrix found;    ///< the tokens, averaged by these weights, shape (count, 12)
    Matrix output;   ///< of that, the value: found W_V, shape (count, 4)
};

/// Answer questions: softmax(scale Q K^T) V for each, with Q, K and V projected from its query and its tokens.
///
/// The products are computed in the cheapest order. Q K^T = queries (W_Q W_K^T) tokens^T, so no key of d_k numbers is ever built; and
/// the average of the values X W_V is the average of the tokens X, times W_V.
///
/// \param asked  questions
/// \param W      the projections
/// \param scale  of the scores
/// \throws std::invalid_argument  unless the projections have the sizes that `random_head` gives them
inline Recalled recall(const Questions& asked, const Projections& W, double scale)
{
    const std::size_t count = asked.slots.size();
    const Matrix wanted = common::product(asked.queries, pairing(W, scale));  // what each query looks for, (count, 12)
    Matrix scores = xt::zeros<double>({count, pairs});
    for (std::size_t b = 0; b < count; ++b) {
        for (std::size_t j = 0; j < pairs; ++j) {
            for (std::size_t c = 0; c < token_size; ++c) scores(b, j) += wanted(b, c) * asked.tokens(pairs * b + j, c);
        }
    }
    const Matrix weights = softmax_rows(scores);
    Matrix found = xt::zeros<double>({count, token_size});
    for (std::size_t b = 0; b < count; ++b) {
        for (std::size_t j = 0; j < pairs; ++j) {
            for (std::size_t c = 0; c < token_size; ++c) found(b, c) += weights(b, j) * asked.tokens(pairs * b + j, c);
        }
    }
    return {weights, found, common::product(found, W.W_V)};
}

}  // namespace attention
