/// Exercise 6.2: Right for squares only
///
/// This score matrix passed its test, in which Q and K were the same matrix: three rows of d_k = 3 numbers, symmetric
/// about the diagonal. It is wrong all the same, in more than one place. Mend it, so that it gives S = Q K^T for
/// every n, m and d_k:
///
///     Q = [[1, 2]]    K = [[3, 4], [5, 6], [7, 8]]    gives [[11, 17, 23]]
///
/// Why did the test not notice? A good test has sizes that all differ, and nothing in it is symmetric.
///
/// \param Q  queries, one per row, shape (n, d_k)
/// \param K  keys, one per row, shape (m, d_k)
/// \return   scores, shape (n, m)
#include "tests/exercises/06_score_matrix/mended_scores/task.hpp"

#include <cstddef>

namespace attention
{

Matrix mended_scores(const Matrix& Q, const Matrix& K)
{
    throw common::NotDoneYet();  // take this line out, then mend the rest
    Matrix scores = xt::zeros<double>({Q.shape(0), Q.shape(0)});
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < Q.shape(0); ++j) {
            for (std::size_t c = 0; c < Q.shape(0); ++c) scores(j, i) += Q(i, c) * K(c, j);
        }
    }
    return scores;
}

}  // namespace attention
