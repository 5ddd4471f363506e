// Exercise 14.3 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/14_gradients/test_the_gradient/task.hpp"

#include "09_scaling/scaled_attention.hpp"
#include "14_gradients/finite_differences.hpp"

#include "common/random.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace attention
{

namespace right::at_random
{
bool backward_is_right(const Backward& backward)
{
    common::Random random(7);
    const Matrix Q = random.normal_matrix(3, 2);
    const Matrix K = random.normal_matrix(5, 2);
    const Matrix V = random.normal_matrix(5, 4);
    const Matrix dO = random.normal_matrix(3, 4);
    const AttentionGradients d = backward(Q, K, V, scaled_dot_product_attention(Q, K, V).weights, dO);
    const auto loss = [&](const Matrix& q, const Matrix& k, const Matrix& v) {
        const Matrix output = scaled_dot_product_attention(q, k, v).output;
        double sum = 0.0;
        for (std::size_t cell = 0; cell < output.size(); ++cell) sum += dO.data()[cell] * output.data()[cell];
        return sum;
    };
    const auto differs = [](const Matrix& given, const Matrix& tried) {
        for (std::size_t cell = 0; cell < tried.size(); ++cell) {
            if (std::abs(given.data()[cell] - tried.data()[cell]) > 1e-7) return true;
        }
        return false;
    };
    if (differs(d.dQ, central_differences([&](const Matrix& q) { return loss(q, K, V); }, Q))) return false;
    if (differs(d.dK, central_differences([&](const Matrix& k) { return loss(Q, k, V); }, K))) return false;
    return !differs(d.dV, central_differences([&](const Matrix& v) { return loss(Q, K, v); }, V));
}
}  // namespace right::at_random

namespace impostors_missed::believes_everything
{
bool backward_is_right(const Backward&) { return true; }
}  // namespace impostors_missed::believes_everything

// Like the solution, except where marked.
namespace impostors_missed::dk_not_looked_at
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
    const Matrix dV = central_differences([&](const Matrix& v) { return loss(Q, K, v); }, V);
    const AttentionGradients d = backward(Q, K, V, scaled_dot_product_attention(Q, K, V).weights, dO);
    const double worst = std::max(relative_error(d.dQ, dQ), relative_error(d.dV, dV));  // <--
    return worst < 1e-6;
}
}  // namespace impostors_missed::dk_not_looked_at

// Like the solution, except where marked.
namespace impostors_missed::dv_not_looked_at
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
    const AttentionGradients d = backward(Q, K, V, scaled_dot_product_attention(Q, K, V).weights, dO);
    const double worst = std::max(relative_error(d.dQ, dQ), relative_error(d.dK, dK));  // <--
    return worst < 1e-6;
}
}  // namespace impostors_missed::dv_not_looked_at

// Like the solution, except where marked.
namespace impostors_missed::equal_sizes
{
bool backward_is_right(const Backward& backward)
{
    const Matrix Q = {{1, 0.3, 2, 0, 1}, {-0.4, 1, -1, 1, 0}};                                        // <--
    const Matrix K = {{1, 1, 0.2, 0, 1}, {0, 2, 1, 1, 0}, {2, -1, 0.5, 1, 1}, {-1, 0.7, 1.2, 0, 0}};  // <--
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
}  // namespace impostors_missed::equal_sizes

// Like the solution, except where marked.
namespace impostors_missed::gradient_of_ones
{
bool backward_is_right(const Backward& backward)
{
    const Matrix Q = {{1, 0.3, 2}, {-0.4, 1, -1}};
    const Matrix K = {{1, 1, 0.2}, {0, 2, 1}, {2, -1, 0.5}, {-1, 0.7, 1.2}};
    const Matrix V = {{1, 0.5, 0, 0.7, 2}, {-0.2, 0.3, 0.5, -1, 1}, {0.4, 1, -0.3, 0.2, -2}, {1.5, -1, 0.1, 0.6, 0}};
    const Matrix dO = xt::ones<double>({2, 5});  // <--
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
}  // namespace impostors_missed::gradient_of_ones

// Like the solution, except where marked.
namespace impostors_missed::one_query
{
bool backward_is_right(const Backward& backward)
{
    const Matrix Q = {{1, 0.3, 2}};  // <--
    const Matrix K = {{1, 1, 0.2}, {0, 2, 1}, {2, -1, 0.5}, {-1, 0.7, 1.2}};
    const Matrix V = {{1, 0.5, 0, 0.7, 2}, {-0.2, 0.3, 0.5, -1, 1}, {0.4, 1, -0.3, 0.2, -2}, {1.5, -1, 0.1, 0.6, 0}};
    const Matrix dO = {{0.5, -1, 0.2, 0.1, 2}};  // <--
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
}  // namespace impostors_missed::one_query

// Like the solution, except where marked.
namespace impostors_missed::too_generous
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
    return worst < 0.05;  // <--
}
}  // namespace impostors_missed::too_generous

// Like the solution, except where marked.
namespace turned_down_a_right_one::asks_for_equality
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
    return worst == 0.0;  // <--
}
}  // namespace turned_down_a_right_one::asks_for_equality

// Like the solution, except where marked.
namespace turned_down_a_right_one::loss_without_dO
{
bool backward_is_right(const Backward& backward)
{
    const Matrix Q = {{1, 0.3, 2}, {-0.4, 1, -1}};
    const Matrix K = {{1, 1, 0.2}, {0, 2, 1}, {2, -1, 0.5}, {-1, 0.7, 1.2}};
    const Matrix V = {{1, 0.5, 0, 0.7, 2}, {-0.2, 0.3, 0.5, -1, 1}, {0.4, 1, -0.3, 0.2, -2}, {1.5, -1, 0.1, 0.6, 0}};
    const Matrix dO = {{0.5, -1, 0.2, 0.1, 2}, {1, 0.3, -0.4, 0.6, -0.7}};
    const auto loss = [&](const Matrix& q, const Matrix& k, const Matrix& v) {
        return xt::sum(scaled_dot_product_attention(q, k, v).output)();  // <--
    };
    const Matrix dQ = central_differences([&](const Matrix& q) { return loss(q, K, V); }, Q);
    const Matrix dK = central_differences([&](const Matrix& k) { return loss(Q, k, V); }, K);
    const Matrix dV = central_differences([&](const Matrix& v) { return loss(Q, K, v); }, V);
    const AttentionGradients d = backward(Q, K, V, scaled_dot_product_attention(Q, K, V).weights, dO);
    const double worst = std::max({relative_error(d.dQ, dQ), relative_error(d.dK, dK), relative_error(d.dV, dV)});
    return worst < 1e-6;
}
}  // namespace turned_down_a_right_one::loss_without_dO

// Like the solution, except where marked.
namespace turned_down_a_right_one::step_too_wide
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
    const Matrix dQ = central_differences([&](const Matrix& q) { return loss(q, K, V); }, Q, 0.5);  // <--
    const Matrix dK = central_differences([&](const Matrix& k) { return loss(Q, k, V); }, K, 0.5);  // <--
    const Matrix dV = central_differences([&](const Matrix& v) { return loss(Q, K, v); }, V);
    const AttentionGradients d = backward(Q, K, V, scaled_dot_product_attention(Q, K, V).weights, dO);
    const double worst = std::max({relative_error(d.dQ, dQ), relative_error(d.dK, dK), relative_error(d.dV, dV)});
    return worst < 1e-6;
}
}  // namespace turned_down_a_right_one::step_too_wide

namespace turned_down_a_right_one::believes_nothing
{
bool backward_is_right(const Backward&) { return false; }
}  // namespace turned_down_a_right_one::believes_nothing

}  // namespace attention
