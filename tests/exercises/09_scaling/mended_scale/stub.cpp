/// Exercise 9.4: The scale, mended
///
/// Attention from end to end: words X ask words Y, through the projections W. The roles are right, softmax is right, the
/// product is right. But the scale has four slips in it. Somebody fiddled with it until the entropy "looked good", and
/// never measured.
///
/// Mend it: divide the scores by the square root of d_k, once, and divide nothing else.
///
/// Take out the line that throws, then run the check after each slip you mend: it measures what you really divide by.
/// In it, the sizes n, m, d_model, d_k and d_v all differ.
///
/// \param X  the words that ask, shape (n, d_model)
/// \param Y  the words that are asked, shape (m, d_model)
/// \param W  projections: W_Q and W_K of shape (d_model, d_k), W_V of shape (d_model, d_v), d_k at least 1
/// \return   {output, weights}: output, shape (n, d_v), and weights, shape (n, m)
#include "tests/exercises/09_scaling/mended_scale/task.hpp"

#include "02_softmax/softmax.hpp"
#include "06_score_matrix/score_matrix.hpp"

#include "common/blas.hpp"

#include <cmath>

namespace attention
{

Attention mended_scale(const Matrix& X, const Matrix& Y, const Projections& W)
{
    throw common::NotDoneYet();               // take this line out, then mend the rest
    const Matrix Q = project_rows(X, W.W_Q);  // (n, d_k)
    const Matrix K = project_rows(Y, W.W_K);  // (m, d_k)
    const Matrix V = project_rows(Y, W.W_V);  // (m, d_v)

    const int root = static_cast<int>(std::sqrt(X.shape(1)));
    const Matrix scaled_Q = Q / root;
    const Matrix scaled_K = K / root;
    const Matrix weights = softmax_rows(score_matrix(scaled_Q, scaled_K));
    const Matrix output = common::product(weights, V) / root;
    return {output, weights};
}

}  // namespace attention
