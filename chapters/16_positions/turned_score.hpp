/// \file
/// Chapter 16: what a score becomes when rotary positions turn its query and its key.
#pragma once

#include "16_positions/rotary.hpp"

#include "06_score_matrix/score_matrix.hpp"

#include "common/tensor.hpp"

#include <cstddef>

namespace attention
{

/// The score of one query at place i with one key at place j.
///
/// \param q  shape (1, d_k), d_k even
/// \param i  where the query is
/// \param k  shape (1, d_k)
/// \param j  where the key is
/// \return   q turned by i steps, times k turned by j steps; not divided by anything
inline double turned_score(const Matrix& q, std::size_t i, const Matrix& k, std::size_t j)
{
    return score_matrix(rotated(q, i), rotated(k, j))(0, 0);
}

/// How the score of a word with itself falls as the two move apart.
///
/// \param d_k     coordinates of the word, all of them 1; even
/// \param places  how many distances, from 0
/// \return        the scores, as a share of the one at distance 0, shape (places)
inline Vector fading_score(std::size_t d_k, std::size_t places)
{
    const Matrix ones = xt::ones<double>({std::size_t{1}, d_k});
    Vector scores = xt::zeros<double>({places});
    for (std::size_t apart = 0; apart < places; ++apart)
        scores(apart) = turned_score(ones, apart, ones, 0) / static_cast<double>(d_k);
    return scores;
}

}  // namespace attention
