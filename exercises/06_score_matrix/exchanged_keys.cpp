/// Exercise 6.3: Who was exchanged?
///
/// Somebody computed S = Q K^T after two of the keys had changed places: key b was where key a should be, and vice
/// versa. Find out which two, from Q, K and the S that came out.
///
///     Q = [[1, 0], [0, 1]]    K = [[1, 2], [3, 4], [5, 6]]    S = [[5, 3, 1], [6, 4, 2]]    gives {0, 2}
///
/// This is how you find such a mistake in a library that you cannot look into: you know what went in, and you see the
/// scores that came out. No two keys score alike with all queries. Numbers may have been rounded, so treat them as
/// equal if they differ by less than 1e-6. If no two keys were exchanged, return an empty list.
///
/// \param Q  queries, shape (n, d_k)
/// \param K  keys in their right order, shape (m, d_k)
/// \param S  scores, shape (n, m), with two keys exchanged, or none
/// \return   the places of the two, the smaller first; or nothing
#include "tests/exercises/06_score_matrix/exchanged_keys/task.hpp"

#include "06_score_matrix/score_matrix.hpp"

namespace attention
{

std::vector<std::size_t> exchanged_keys(const Matrix& Q, const Matrix& K, const Matrix& S)
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
