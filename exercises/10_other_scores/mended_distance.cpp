/// Exercise 10.2: The distance, mended
///
/// Gaussian attention: the nearer a key is to the query, the larger its weight, and `width` says what is near. At least, that
/// is the plan. The code below gives nearly everything to a key far off to one side, and lets a step of 3 and a step of -3
/// cancel. There are four slips.
///
/// Mend it, so that each score is minus the squared distance over twice the squared width, and the values are blended.
///
/// Before you mend a slip, think of a case that shows it. A key equal to the query must get the largest weight: does it? A
/// key 2 to the right must get the same weight as one 2 to the left: does it? If the width and all distances double, nothing
/// must change: is that so?
///
/// \param Q      queries, one per row, shape (n, d_k)
/// \param K      keys, one per row, shape (m, d_k), m at least 1
/// \param V      values, one for each key, shape (m, d_v)
/// \param width  the standard deviation of the bell, above 0
/// \return       {output, weights}: output, shape (n, d_v), and weights, shape (n, m)
#include "tests/exercises/10_other_scores/mended_distance/task.hpp"

#include "02_softmax/softmax.hpp"

#include "common/blas.hpp"

#include <cstddef>

namespace attention
{

Attention mended_distance(const Matrix& Q, const Matrix& K, const Matrix& V, double width)
{
    throw common::NotDoneYet();                                   // take this line out, then mend the rest
    Matrix scores = xt::zeros<double>({Q.shape(0), K.shape(0)});  // (n, m)
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            double squares = 0.0;
            for (std::size_t c = 0; c < Q.shape(1); ++c) {
                squares += Q(i, c) - K(j, c);
            }
            scores(i, j) = squares / (2.0 * width);
        }
    }
    const Matrix weights = softmax_rows(scores);        // (n, m)
    const Matrix output = common::product(weights, K);  // (n, d_v)
    return {output, weights};
}

}  // namespace attention
