// Exercise 14.3 solved by calling what the chapters have written already.
#include "tests/exercises/14_gradients/test_the_gradient/task.hpp"

#include "09_scaling/scaled_attention.hpp"
#include "14_gradients/gradient_check.hpp"
#include "14_gradients/masked_backward.hpp"

#include "common/random.hpp"

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

namespace called_instead::has_the_chapter_try
{
bool backward_is_right(const Backward& backward)
{
    common::Random random(1);
    const auto back = [&](const RandomCase& c, const Matrix& A) { return backward(c.Q, c.K, c.V, A, c.dO); };
    return cases_right(20, back, random) == 20;
}
}  // namespace called_instead::has_the_chapter_try

namespace called_instead::compares_with_the_masked_one
{
bool backward_is_right(const Backward& backward)
{
    const Matrix Q = {{1, 0.3, 2}, {-0.4, 1, -1}};
    const Matrix K = {{1, 1, 0.2}, {0, 2, 1}, {2, -1, 0.5}};
    const Matrix V = {{1, 0.5}, {-0.2, 0.3}, {0.4, 1}};
    const Matrix dO = {{0.5, -1}, {1, 0.3}};
    const Matrix A = scaled_dot_product_attention(Q, K, V).weights;
    const AttentionGradients given = backward(Q, K, V, A, dO);
    const AttentionGradients right = masked_attention_backward(Q, K, V, A, dO, xt::ones<bool>({2, 3}));
    return xt::allclose(given.dQ, right.dQ) && xt::allclose(given.dK, right.dK) && xt::allclose(given.dV, right.dV);
}
}  // namespace called_instead::compares_with_the_masked_one

}  // namespace attention
