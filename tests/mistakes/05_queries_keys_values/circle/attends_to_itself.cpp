#include "tests/exercises/05_queries_keys_values/circle.hpp"

namespace attention
{

Pairing circle()
{
    const Matrix W = {{3, 0}, {0, 3}, {-3, 0}, {0, -3}};
    return {W, W};
}

}  // namespace attention
