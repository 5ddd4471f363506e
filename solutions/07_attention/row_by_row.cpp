/// Exercise 7.3: One query at a time
///
/// The chapter computes attention with two products of matrices. Write it without any: take one query, score it against each
/// key, make weights of its scores, blend the values with them. Then the next query. No matrix of scores is needed.
///
///     attention_row_by_row(X, X, X), X being cat, sat and mat of chapter 3, has the outputs
///     {{0.844638, 0.577681}, {0.577681, 0.844638}, {0.788058, 0.788058}}
///
/// The scores are not scaled. Do not use `softmax`: that is part of the exercise. `dot` of chapter 1 and `row_of` may help.
///
/// The edges are those of the chapter. Scores near 1000 or -1000 are no reason for a NaN. A score of -infinity gets weight
/// 0. A query whose scores are all -infinity, or that meets no key at all (m = 0), gets weights 0 and an output of 0.
///
/// \param Q  queries, one a row, shape (n, d_k)
/// \param K  keys, one a row, shape (m, d_k)
/// \param V  values, one for each key, shape (m, d_v)
/// \return   {output, weights}: output, shape (n, d_v), and weights, shape (n, m)
#include "tests/exercises/07_attention/row_by_row.hpp"

#include "01_similarity/similarity.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace attention
{

Attention attention_row_by_row(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});   // (n, d_v)
    Matrix weights = xt::zeros<double>({Q.shape(0), K.shape(0)});  // (n, m)
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        // Everything below is fresh for each query: its choice has nothing to do with what the others chose.
        const Vector scores = score_row(row_of(Q, i), K);  // (m)
        double largest = std::numeric_limits<double>::lowest();
        for (const double score : scores) largest = std::max(largest, score);

        // Starting from the lowest number there is, `largest` is never -infinity: a row of nothing else gives
        // exp(-infinity), which is 0 and no NaN. In any other row the largest becomes exp(0) = 1.
        double sum = 0.0;
        for (const double score : scores) sum += std::exp(score - largest);
        if (sum == 0.0) continue;  // nothing to choose from, or no keys: the zeros stay

        for (std::size_t j = 0; j < K.shape(0); ++j) {
            weights(i, j) = std::exp(scores(j) - largest) / sum;
            for (std::size_t c = 0; c < V.shape(1); ++c) output(i, c) += weights(i, j) * V(j, c);
        }
    }
    return {output, weights};
}

}  // namespace attention
