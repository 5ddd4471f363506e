#include "tests/exercises/05_queries_keys_values/circle.hpp"

namespace attention
{

Pairing circle()
{
    const Matrix W_K = {{3, 3}, {-3, 3}, {-3, -3}, {3, -3}};
    const Matrix W_Q = {{-1, 1}, {-1, -1}, {1, -1}, {1, 1}};
    return {W_Q, W_K};
}

}  // namespace attention
