#include "tests/exercises/05_queries_keys_values/circle.hpp"

namespace attention
{

Pairing circle()
{
    Matrix W_K = xt::zeros<double>({4, 4});
    Matrix W_Q = xt::zeros<double>({4, 4});
    for (std::size_t i = 0; i < 4; ++i) {
        W_K(i, i) = 1;
        W_Q(i, (i + 1) % 4) = 5;
    }
    return {W_Q, W_K};
}

}  // namespace attention
