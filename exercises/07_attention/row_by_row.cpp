/// Exercise 7.3: One query at a time
///
/// The chapter computes attention with two products of matrices. Write it without any: take one query, score it
/// against each key, turn the scores into weights, and blend the values. Then take the next query. You need no matrix
/// of scores.
///
///     attention_row_by_row(X, X, X), X being cat, sat and mat of chapter 3, has the outputs
///     {{0.844638, 0.577681}, {0.577681, 0.844638}, {0.788058, 0.788058}}
///
/// Do not scale the scores, and do not call `softmax`: writing it is part of the exercise. `dot` of chapter 1 and
/// `row_of` may help.
///
/// The edge cases are those of chapter 2's `softmax`. Scores near 1000 or -1000 are no reason for a NaN. A score of
/// -infinity gets weight 0. A query whose scores are all -infinity, or that meets no key at all (m = 0), gets weights 0
/// and an output of 0.
///
/// \param Q  queries, one per row, shape (n, d_k)
/// \param K  keys, one per row, shape (m, d_k)
/// \param V  values, one for each key, shape (m, d_v)
/// \return   {output, weights}: output, shape (n, d_v), and weights, shape (n, m)
#include "tests/exercises/07_attention/row_by_row/task.hpp"

#include "01_similarity/similarity.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace attention
{

Attention attention_row_by_row(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
