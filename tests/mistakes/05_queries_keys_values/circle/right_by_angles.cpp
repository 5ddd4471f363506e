#include "tests/exercises/05_queries_keys_values/circle.hpp"

namespace attention
{

Pairing circle()
{
    Matrix W_Q = xt::zeros<double>({4, 2});
    Matrix W_K = xt::zeros<double>({4, 2});
    for (std::size_t i = 0; i < 4; ++i) {
        const double angle = static_cast<double>(i) * std::acos(0.0);
        set_row(W_K, i, {std::cos(angle), std::sin(angle)});
        set_row(W_Q, (i + 3) % 4, {5 * std::cos(angle), 5 * std::sin(angle)});
    }
    return {W_Q, W_K};
}

}  // namespace attention
