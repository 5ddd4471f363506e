// Exercise 14.3 solved by calling what the chapters have written already.
#include "tests/exercises/14_gradients/test_the_gradient/task.hpp"

#include "09_scaling/scaled_attention.hpp"

namespace attention
{

namespace called_instead::compares_with_the_chapter
{
bool backward_is_right(const Backward& backward)
{
    const Matrix Q = {{1, 0.3, 2}, {-0.4, 1, -1}};
    const Matrix K = {{1, 1, 0.2}, {0, 2, 1}, {2, -1, 0.5}};
    const Matrix V = {{1, 0.5}, {-0.2, 0.3}, {0.4, 1}};
    const Matrix dO = {{0.5, -1}, {1, 0.3}};
    const Matrix A = scaled_dot_product_attention(Q, K, V).weights;
    const AttentionGradients given = backward(Q, K, V, A, dO);
    const AttentionGradients right = attention_backward(Q, K, V, A, dO);
    return xt::allclose(given.dQ, right.dQ) && xt::allclose(given.dK, right.dK) && xt::allclose(given.dV, right.dV);
}
}  // namespace called_instead::compares_with_the_chapter

}  // namespace attention
