/// Exercise 2.3: Logarithms of weights
///
/// What trains a model is seldom a weight itself, but the logarithm of it: ln of the weight on the right answer. Write the
/// log-softmax of every row, without taking the logarithm of a weight:
///
///     log_softmax_rows([[0, 1]])        gives [[-1.313, -0.313]]
///     log_softmax_rows([[0, 1000]])     gives [[-1000, 0]]
///
/// The second line is why it is a function of its own. The softmax of [0, 1000] is [0, 1], and the logarithm of 0 is
/// -infinity: a model that is quite wrong would learn from nothing but infinities. Written out, ln of exp(s_j) / sum is a
/// difference, and needs no division. It must also stand scores of 1e4, and of -1e4, in any row.
///
/// \param scores  shape (n, m), finite, m at least 1; n may be 0
/// \return        ln of softmax, row by row, shape (n, m)
#include "tests/exercises/02_softmax/log_softmax_rows.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace attention
{

Matrix log_softmax_rows(const Matrix& scores)
{
    // ln(exp(s_j - largest) / sum) = s_j - largest - ln(sum). The sum holds a 1 for the largest score itself, so its
    // logarithm is never that of 0; and no exponential exceeds 1.
    Matrix logs = xt::zeros<double>({scores.shape(0), scores.shape(1)});
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        const Vector row = row_of(scores, i);            // (m)
        const double largest = xt::amax(row)();          // ()
        const Vector shifted = row - largest;            // (m), at most 0
        const double sum = xt::sum(xt::exp(shifted))();  // (), from 1 to m
        set_row(logs, i, Vector(shifted - std::log(sum)));
    }
    return logs;
}

}  // namespace attention
