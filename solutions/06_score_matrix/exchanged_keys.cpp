/// Exercise 6.3: Who was exchanged?
///
/// Somebody computed S = Q K^T, but two of the keys had changed places first: where key a should be, there was key b, and the
/// other way round. Find out which two, from Q, K and the S that came out.
///
///     Q = [[1, 0], [0, 1]]    K = [[1, 2], [3, 4], [5, 6]]    S = [[5, 3, 1], [6, 4, 2]]    gives {0, 2}
///
/// This is how one finds such a mistake in somebody else's attention, of which one sees the scores alone. No two keys score
/// alike with all queries. Numbers may have been rounded: take them for equal where they differ by less than 1e-6. Where no
/// two were exchanged, return an empty list.
///
/// \param Q  queries, shape (n, d_k)
/// \param K  keys in their right order, shape (m, d_k)
/// \param S  scores, shape (n, m), with two keys exchanged, or none
/// \return   the places of the two, the smaller first; or nothing
#include "tests/exercises/06_score_matrix/exchanged_keys.hpp"

#include "06_score_matrix/score_matrix.hpp"

#include <algorithm>
#include <cmath>

namespace attention
{

std::vector<std::size_t> exchanged_keys(const Matrix& Q, const Matrix& K, const Matrix& S)
{
    // Column j holds everything that key j scored. The two columns that are not what they should be are the two keys.
    const Matrix expected = score_matrix(Q, K);  // (n, m)
    std::vector<std::size_t> found;
    for (std::size_t j = 0; j < K.shape(0); ++j) {
        bool differs = false;
        for (std::size_t i = 0; i < Q.shape(0); ++i) differs = differs || std::abs(expected(i, j) - S(i, j)) >= 1e-6;
        if (differs) found.push_back(j);
    }
    return found;
}

}  // namespace attention
