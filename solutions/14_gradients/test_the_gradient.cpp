#include "tests/exercises/14_gradients/test_the_gradient/task.hpp"

#include "09_scaling/scaled_attention.hpp"
#include "14_gradients/finite_differences.hpp"

#include <algorithm>

namespace attention
{

bool backward_is_right(const Backward& backward)
{
    const Matrix Q = {{1, 0.3, 2}, {-0.4, 1, -1}};
    const Matrix K = {{1, 1, 0.2}, {0, 2, 1}, {2, -1, 0.5}, {-1, 0.7, 1.2}};
    const Matrix V = {{1, 0.5, 0, 0.7, 2}, {-0.2, 0.3, 0.5, -1, 1}, {0.4, 1, -0.3, 0.2, -2}, {1.5, -1, 0.1, 0.6, 0}};
    const Matrix dO = {{0.5, -1, 0.2, 0.1, 2}, {1, 0.3, -0.4, 0.6, -0.7}};
    const auto loss = [&](const Matrix& q, const Matrix& k, const Matrix& v) {
        return xt::sum(dO * scaled_dot_product_attention(q, k, v).output)();
    };
    const Matrix dQ = central_differences([&](const Matrix& q) { return loss(q, K, V); }, Q);
    const Matrix dK = central_differences([&](const Matrix& k) { return loss(Q, k, V); }, K);
    const Matrix dV = central_differences([&](const Matrix& v) { return loss(Q, K, v); }, V);
    const AttentionGradients d = backward(Q, K, V, scaled_dot_product_attention(Q, K, V).weights, dO);
    const double worst = std::max({relative_error(d.dQ, dQ), relative_error(d.dK, dK), relative_error(d.dV, dV)});
    return worst < 1e-6;
}

}  // namespace attention
