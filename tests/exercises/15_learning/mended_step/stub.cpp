/// Exercise 15.3: A step with three slips
///
/// Somebody has written one training step of gradient descent for W_Q. Keys and values are given, one set for each
/// question. The loss is the mean of (output - answer)^2 over all numbers of all answers, and scores are divided by sqrt(d_k).
/// There are three slips in it. Mend them, and change nothing else.
///
/// \param X        what the queries are made from, one question per row, shape (count, d)
/// \param K        the keys of each question, count matrices of shape (m, d_k)
/// \param V        the values of each question, count matrices of shape (m, d_v)
/// \param answers  shape (count, d_v)
/// \param W_Q      the projection before the step, shape (d, d_k)
/// \param rate     the learning rate
/// \return         the projection after the step, shape (d, d_k)
#include "tests/exercises/15_learning/mended_step/task.hpp"

#include "01_similarity/similarity.hpp"
#include "02_softmax/softmax.hpp"
#include "03_weighted_sum/weighted_sum.hpp"

#include "common/blas.hpp"

#include <cmath>
#include <cstddef>

namespace attention
{

Matrix mended_step(const Matrix& X, const std::vector<Matrix>& K, const std::vector<Matrix>& V, const Matrix& answers,
                   const Matrix& W_Q, double rate)
{
    throw common::NotDoneYet();  // take this line out, then mend the rest
    const double scale = 1.0 / std::sqrt(static_cast<double>(W_Q.shape(1)));
    const Matrix Q = common::product(X, W_Q);
    Matrix dQ = xt::zeros<double>({Q.shape(0), Q.shape(1)});
    for (std::size_t b = 0; b < X.shape(0); ++b) {
        const Vector scores = scale * score_row(row_of(Q, b), K[b]);
        const Vector weights = softmax(scores);
        const Vector apart = weighted_sum(weights, V[b]) - row_of(answers, b);
        const Vector d_output = 2.0 * apart / static_cast<double>(answers.shape(1));
        const Vector d_weights = score_row(d_output, V[b]);
        const Vector d_scores = weights * (d_weights - dot(weights, d_weights));
        set_row(dQ, b, weighted_sum(d_scores, K[b]));
    }
    const Matrix X_T = xt::transpose(X);
    const Matrix dW_Q = common::product(X_T, dQ);
    return W_Q + rate * dW_Q;
}

}  // namespace attention
