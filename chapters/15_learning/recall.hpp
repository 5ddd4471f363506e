/// \file
/// Chapter 15: questions to learn from, each with its own dictionary.
#pragma once

#include "common/random.hpp"
#include "common/require.hpp"
#include "common/tensor.hpp"

#include <cstddef>
#include <vector>

namespace attention
{

constexpr std::size_t pairs = 8;                           ///< in the dictionary of a question
constexpr std::size_t key_size = 8;                        ///< numbers of a key, and so of a query
constexpr std::size_t value_size = 4;                      ///< numbers of a value, and so of an answer
constexpr std::size_t token_size = key_size + value_size;  ///< a pair, [key | value]

/// Questions with their dictionaries and the right answers: associative recall.
struct Questions {
    Matrix queries;  ///< one question per row, shape (count, 8)
    Matrix tokens;   ///< question b has the rows 8 b to 8 b + 7, each [key | value], shape (8 count, 12)
    Matrix answers;  ///< the right value, shape (count, 4)
    std::vector<std::size_t> slots;  ///< which of the 8 pairs is the right one
};

/// Random questions: eight random pairs each, and one of the keys, slightly disturbed, as the query.
///
/// No dictionary comes twice, so there is nothing to memorize.
///
/// \param count   how many questions, at least 1
/// \param random  where the numbers come from
/// \param noise   standard deviation of the normal noise added to each number of the key
/// \throws std::invalid_argument  if count is 0
inline Questions random_questions(std::size_t count, common::Random& random, double noise = 0.1)
{
    common::require(count > 0, "random_questions: {} questions are asked for; at least one is needed", count);
    Questions asked = {xt::zeros<double>({count, key_size}), random.normal_matrix(pairs * count, token_size),
                       xt::zeros<double>({count, value_size}), std::vector<std::size_t>(count)};
    for (std::size_t b = 0; b < count; ++b) {
        asked.slots[b] = random.below(pairs);
        const Vector token = row_of(asked.tokens, pairs * b + asked.slots[b]);
        for (std::size_t c = 0; c < key_size; ++c) asked.queries(b, c) = token(c) + noise * random.normal();
        for (std::size_t c = 0; c < value_size; ++c) asked.answers(b, c) = token(key_size + c);
    }
    return asked;
}

}  // namespace attention
