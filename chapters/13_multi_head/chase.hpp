/// \file
/// Chapter 13: who chases whom. Two questions whose answers are words of the same kind.
#pragma once

#include "13_multi_head/heads.hpp"
#include "13_multi_head/multi_head.hpp"

#include "05_queries_keys_values/projections.hpp"

#include "common/tensor.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace attention::chase
{

/// What each word is: dog, cat, verb, and whether it comes first or last. (How a model learns of places is chapter 16.)
/// \name Two sentences of the same words
/// @{
inline const std::vector<std::string> words = {"dog", "chased", "cat"};                    ///< of the first
inline const Matrix dog_chased_cat = {{1, 0, 0, 1, 0}, {0, 0, 1, 0, 0}, {0, 1, 0, 0, 1}};  ///< shape (3, 5)
inline const Matrix cat_chased_dog = {{0, 1, 0, 1, 0}, {0, 0, 1, 0, 0}, {1, 0, 0, 0, 1}};  ///< shape (3, 5)
/// @}

/// Which row asks.
constexpr std::size_t verb = 1;

/// Every value is the word itself, unchanged.
inline const Matrix itself = xt::eye<double>(5);

/// "Who chases?" The verb asks, loudly, for the word that comes first.
inline const Projections who = {.W_Q = {{0}, {0}, {8}, {0}, {0}}, .W_K = {{0}, {0}, {0}, {1}, {0}}, .W_V = itself};

/// "Who is chased?" The verb asks for the word that comes last.
inline const Projections whom = {.W_Q = {{0}, {0}, {8}, {0}, {0}}, .W_K = {{0}, {0}, {0}, {0}, {1}}, .W_V = itself};

/// Both questions in one head: the sum of both scores decides.
inline const Projections both_at_once = {
    .W_Q = concatenated({who.W_Q, whom.W_Q}), .W_K = concatenated({who.W_K, whom.W_K}), .W_V = itself};

/// Two heads side by side.
inline MultiHeadAttention by_two_heads(const Matrix& X)
{
    return multi_head_attention(X, {{who, whom}, xt::eye<double>(10)});
}

/// One head that asks both.
inline MultiHeadAttention by_one_head(const Matrix& X) { return multi_head_attention(X, {{both_at_once}, itself}); }

}  // namespace attention::chase
