/// \file
/// Chapter 12: why a causal mask pays: one pass gives what a separate run on every beginning of a sentence would.
#pragma once

#include "12_masks/masked_attention.hpp"
#include "12_masks/masks.hpp"

#include "06_score_matrix/score_matrix.hpp"
#include "07_attention/attention.hpp"

#include "common/tensor.hpp"

#include <cstddef>
#include <cstdint>

namespace attention
{

/// Run attention, unscaled, on every beginning of a sentence, and keep the last word's output of each run.
///
/// \param X  words, each its own query, key and value, shape (n, d)
/// \return   row t is what word t finds in a sentence that ends with it, shape (n, d)
inline Matrix outputs_of_prefixes(const Matrix& X)
{
    Matrix outputs = xt::zeros_like(X);
    for (std::size_t t = 0; t < X.shape(0); ++t) {
        const Matrix prefix = xt::view(X, xt::range(0, t + 1), xt::all());  // (t + 1, d)
        const Matrix output = dot_product_attention(prefix, prefix, prefix).output;
        set_row(outputs, t, row_of(output, t));
    }
    return outputs;
}

/// The same in one pass: attention, unscaled, under the causal mask.
///
/// \param X  words, each its own query, key and value, shape (n, d)
/// \return   shape (n, d)
inline Matrix outputs_of_one_pass(const Matrix& X)
{
    const BoolMatrix mask = causal_mask(X.shape(0), X.shape(0));
    const Matrix weights = masked_softmax_rows(score_matrix(X, X), mask);  // (n, n)
    return visible_sum(weights, X, mask);                                  // (n, d)
}

/// How many scores the separate runs compute if each asks with all its queries: 1 + 4 + 9 + ... + n^2. The one pass computes n^2.
inline std::uint64_t scores_of_prefixes(std::uint64_t n)
{
    std::uint64_t scores = 0;
    for (std::uint64_t words = 1; words <= n; ++words) scores += words * words;
    return scores;
}

/// How many if each asks with its last query alone: 1 + 2 + ... + n. The one pass leaves as many visible.
inline std::uint64_t scores_of_last_queries(std::uint64_t n) { return n * (n + 1) / 2; }

}  // namespace attention
