#include "tests/exercises/05_queries_keys_values/circle.hpp"

namespace attention
{

Pairing circle()
{
    const Matrix W_K = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}};
    return {-4.0 * W_K, W_K};
}

}  // namespace attention
