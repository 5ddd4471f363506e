/// Exercise 15.4: Told where to look
///
/// In the lesson a head is told the right answer, and has to find out where it is. Here it is told where, so it needs no values.
/// The loss is the cross-entropy, the negative logarithm of the weight on the right token:
///
///     L = -ln A_right    with A = softmax(s) and s_j = query . pairing . x_j
///
/// What is its gradient with respect to the pairing? Your formula must also work when the weight on the right token is
/// practically 0. That is when the gradient is needed most.
///
///     query [1], tokens [[2], [0]], pairing [[0]], right 0    gives [[-1]]: a larger pairing lowers the loss
///
/// \param query    shape (a)
/// \param tokens   x_1 to x_m, one per row, shape (m, c)
/// \param pairing  shape (a, c)
/// \param right    which token is right, counting from 0
/// \return         the gradient of the pairing, shape (a, c)
#include "tests/exercises/15_learning/told_where/task.hpp"

#include "01_similarity/similarity.hpp"
#include "02_softmax/softmax.hpp"
#include "03_weighted_sum/weighted_sum.hpp"

#include <cstddef>

namespace attention
{

Matrix told_where(const Vector& query, const Matrix& tokens, const Matrix& pairing, std::size_t right)
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
