/// Exercise 14.3: Test a way back
///
/// A wrong gradient does not crash. It has the right shape, the model even learns a little, and nobody notices for a week. A test
/// would notice, and you are going to write it.
///
/// You are given a function that claims to go back through attention: from Q, K, V, the weights A = softmax(Q K^T / sqrt(d_k))
/// and dO it computes dQ, dK and dV. Choose numbers, call it, and compare all three with gradients that you find by trying. As
/// the loss, take the sum of dO times the output, cell by cell: the gradient of that loss with respect to the output is dO.
///
/// Your test is tried on functions that are right up to rounding, and on nine impostors. Some of those are right for special
/// sizes, some for a special dO, and one is off by only a hundredth.
///
/// You may use `scaled_dot_product_attention` to go forward, `central_differences` for the slopes, and `gradient_error`
/// to compare. You may not call `attention_backward`: a test that only compares with it knows no more than it does.
///
/// \param backward  `backward(Q, K, V, A, dO)` returns an `AttentionGradients`, whose members are dQ, dK and dV
/// \return          true if it is right
#include "tests/exercises/14_gradients/test_the_gradient/task.hpp"

#include "09_scaling/scaled_attention.hpp"
#include "14_gradients/finite_differences.hpp"

namespace attention
{

bool backward_is_right(const Backward& backward)
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
