/// \file
/// Chapter 5: what becomes of "bank" in a sentence.
#pragma once

#include "01_similarity/similarity.hpp"
#include "04_soft_lookup/soft_lookup.hpp"
#include "05_queries_keys_values/bank_projections.hpp"
#include "05_queries_keys_values/projections.hpp"

#include "common/tensor.hpp"

#include <cstddef>

namespace attention::bank
{

/// The last word of a sentence, before it has asked the others and after.
struct Meaning {
    Vector before;   ///< its vector, the same in every sentence, shape (4)
    Vector scores;   ///< its query with each key, shape (n)
    Vector weights;  ///< their softmax, shape (n)
    Vector output;   ///< the blend of the values, shape (4)
    Vector after;    ///< before + output, shape (4)
};

/// Let the last word of a sentence ask all its words, itself included.
///
/// \param sentence     at least one word, with vectors of shape (n, 4)
/// \param projections  what makes queries, keys and values of the words: the ones by hand, unless you have others
/// \return             what it was, what it found, and what it is now
inline Meaning last_word_asks(const WordVectors& sentence, const Projections& projections = W)
{
    const Roles roles = roles_of(sentence.X, projections);
    const std::size_t last = sentence.words.size() - 1;
    const Vector q = row_of(roles.Q, last);                 // (d_k)
    const Lookup found = soft_lookup(q, roles.K, roles.V);  // (d_v) and (n)
    const Vector before = row_of(sentence.X, last);         // (d_model)
    const Vector after = before + found.output;             // (d_model)
    return {before, score_row(q, roles.K), found.weights, found.output, after};
}

}  // namespace attention::bank
