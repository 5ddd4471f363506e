/// \file
/// Chapter 13: who chases whom. Two questions whose answers are both nouns.
#pragma once

#include "13_multi_head/heads.hpp"
#include "13_multi_head/multi_head.hpp"

#include "05_queries_keys_values/projections.hpp"

#include "common/blas.hpp"
#include "common/tensor.hpp"

#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

namespace attention::chase
{

/// Each word by five features: dog, cat, verb, comes first, comes last.
/// \name Two sentences with the same words
/// @{
inline const std::vector<std::string> words = {"dog", "chased", "cat"};                    ///< of the first
inline const Matrix dog_chased_cat = {{1, 0, 0, 1, 0}, {0, 0, 1, 0, 0}, {0, 1, 0, 0, 1}};  ///< shape (3, 5)
inline const Matrix cat_chased_dog = {{0, 1, 0, 1, 0}, {0, 0, 1, 0, 0}, {1, 0, 0, 0, 1}};  ///< shape (3, 5)
/// @}

/// The row that asks.
constexpr std::size_t verb = 1;

/// A value says which animal a word is: dog, cat. Shape (5, 2).
inline const Matrix animal = {{1, 0}, {0, 1}, {0, 0}, {0, 0}, {0, 0}};

/// "Who chases?", the agent. The verb asks, loudly, for the word that comes first.
inline const Projections who = {.W_Q = {{0}, {0}, {8}, {0}, {0}}, .W_K = {{0}, {0}, {0}, {1}, {0}}, .W_V = animal};

/// "Who is chased?", the patient. The verb asks for the word that comes last.
inline const Projections whom = {.W_Q = {{0}, {0}, {8}, {0}, {0}}, .W_K = {{0}, {0}, {0}, {0}, {1}}, .W_V = animal};

/// Both questions in one head: the sum of both scores decides.
inline const Projections both_at_once = {
    .W_Q = concatenated({who.W_Q, whom.W_Q}), .W_K = concatenated({who.W_K, whom.W_K}), .W_V = animal};

/// Adds who chases and subtracts who is chased: two rows for each head's dog and cat, shape (4, 5).
inline const Matrix chaser_minus_chased = {{1, 0, 0, 0, 0}, {0, 1, 0, 0, 0}, {-1, 0, 0, 0, 0}, {0, -1, 0, 0, 0}};

/// Two heads side by side.
inline MultiHeadAttention by_two_heads(const Matrix& X)
{
    return multi_head_attention(X, {{who, whom}, chaser_minus_chased});
}

/// What the two heads find, before W_O mixes it: the identity in its place changes nothing.
/// \param X  shape (3, 5)
/// \return   the two answers side by side, shape (3, 4)
inline Matrix found_by_two_heads(const Matrix& X)
{
    return multi_head_attention(X, {{who, whom}, xt::eye<double>(4)}).output;
}

/// One head that asks both; what it finds, shape (3, 2), is left as it is.
inline MultiHeadAttention by_one_head(const Matrix& X)
{
    return multi_head_attention(X, {{both_at_once}, xt::eye<double>(2)});
}

/// Two heads of queries that share one head of keys and values: a key answers both questions, and each query asks one of them.
/// \param X  shape (3, 5)
/// \return   the two answers side by side, shape (3, 4)
inline Matrix by_shared_keys(const Matrix& X)
{
    const Matrix silent = xt::zeros<double>({5, 1});
    const double louder = std::sqrt(2.0);  // scores are divided by the root of d_k = 2 now, not of 1
    const Matrix W_who = louder * concatenated({who.W_Q, silent});
    const Matrix W_whom = louder * concatenated({silent, whom.W_Q});
    const Matrix K = common::product(X, both_at_once.W_K);  // (3, 2)
    const Matrix V = common::product(X, animal);            // (3, 2)
    return grouped_attention({common::product(X, W_who), common::product(X, W_whom)}, {K}, {V});
}

}  // namespace attention::chase
