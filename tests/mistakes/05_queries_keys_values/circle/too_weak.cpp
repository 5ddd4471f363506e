#include "tests/exercises/05_queries_keys_values/circle.hpp"

namespace attention
{

Pairing circle()
{
    const Matrix W_K = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}};
    const Matrix W_Q = {{0, 1}, {-1, 0}, {0, -1}, {1, 0}};
    return {W_Q, W_K};
}

}  // namespace attention
