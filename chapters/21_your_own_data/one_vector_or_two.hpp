/// \file
/// Chapter 21, an experiment: how near products of word vectors come to the table they are made from.
#pragma once

#include "06_score_matrix/score_matrix.hpp"
#include "21_your_own_data/word_vectors.hpp"

#include "common/tensor.hpp"

#include <cmath>
#include <cstddef>

namespace attention
{

/// How far a matrix is from another, in units of the other's size: 0 is equal, and zeros are at 1.
inline double relative_distance(const Matrix& found, const Matrix& wanted)
{
    const Matrix apart = found - wanted;
    return std::sqrt(xt::sum(apart * apart)() / xt::sum(wanted * wanted)());
}

/// How far two products are from the table of PPMI.
struct OneVectorOrTwo {
    double words_with_contexts = 0;  ///< relative distance of vectors times contexts
    double words_with_words = 0;     ///< relative distance of vectors times vectors
};

/// Give each word a vector and a context of d numbers, and compare both products with the table.
///
/// \param known  the words
/// \param ppmi   shape (words, words)
/// \param d      the size of a vector
inline OneVectorOrTwo one_vector_or_two(const Vocabulary& known, const Matrix& ppmi, std::size_t d)
{
    const WordVectors found = factored(known, ppmi, d);
    return {relative_distance(score_matrix(found.vectors, found.contexts), ppmi),
            relative_distance(score_matrix(found.vectors, found.vectors), ppmi)};
}

}  // namespace attention
