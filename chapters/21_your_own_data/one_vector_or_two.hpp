/// \file
/// Chapter 21, an experiment: how near products of word vectors come to the table they are made from.
#pragma once

#include "06_score_matrix/score_matrix.hpp"
#include "21_your_own_data/word_vectors.hpp"

#include "common/tensor.hpp"

#include <cmath>
#include <cstddef>
#include <vector>

namespace attention
{

/// How far a matrix is from another, in units of the other's size: 0 is equal, and zeros are at 1.
inline double relative_distance(const Matrix& found, const Matrix& wanted)
{
    const Matrix apart = found - wanted;
    return std::sqrt(xt::sum(apart * apart)() / xt::sum(wanted * wanted)());
}

/// One vector for each word whose products with the others come nearest to the table.
///
/// The table is symmetric, so a column of V is the same as that of U, or its opposite. Where it is the opposite, the direction
/// makes each word's product with itself smaller. One vector cannot do that, because that product is a sum of squares, so such
/// directions are left out.
///
/// \param known  the words
/// \param ppmi   shape (words, words), symmetric
/// \param d      how many directions to keep: the strongest d of those in which U and V agree
/// \return       shape (words, at most d)
inline Matrix one_vector_each(const Vocabulary& known, const Matrix& ppmi, std::size_t d)
{
    const WordVectors all = factored(known, ppmi, known.words.size());
    const Vector agreement = xt::sum(all.vectors * all.contexts, {0});  // (words), S where U and V agree, else -S
    std::vector<std::size_t> kept;
    for (std::size_t c = 0; c < agreement.size() && kept.size() < d; ++c) {
        if (agreement(c) > 0.0) kept.push_back(c);
    }
    return xt::view(all.vectors, xt::all(), xt::keep(kept));
}

/// How far two products are from the table of PPMI.
struct OneVectorOrTwo {
    double two = 0;  ///< relative distance of vectors times contexts
    double one = 0;  ///< the same, of the best single vectors times themselves
};

/// Give each word two vectors of d numbers, or one, and compare their products with the table.
///
/// \param known  the words
/// \param ppmi   shape (words, words), symmetric
/// \param d      the size of a vector
inline OneVectorOrTwo one_vector_or_two(const Vocabulary& known, const Matrix& ppmi, std::size_t d)
{
    const WordVectors found = factored(known, ppmi, d);
    const Matrix single = one_vector_each(known, ppmi, d);
    return {relative_distance(score_matrix(found.vectors, found.contexts), ppmi),
            relative_distance(score_matrix(single, single), ppmi)};
}

}  // namespace attention
