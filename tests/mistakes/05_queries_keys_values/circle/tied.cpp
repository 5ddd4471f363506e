#include "tests/exercises/05_queries_keys_values/circle.hpp"

namespace attention
{

Pairing circle()
{
    const Matrix W = {{1, 0}, {0.5, 0.5}, {0, 1}, {0.2, 0.1}};
    return {W, W};
}

}  // namespace attention
