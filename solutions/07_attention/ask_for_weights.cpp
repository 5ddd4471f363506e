#include "tests/exercises/07_attention/ask_for_weights/task.hpp"

#include <cmath>

namespace attention
{

Matrix queries_for_weights()
{
    // Softmax depends only on differences of scores, and a difference of scores is the logarithm of a ratio of weights. A
    // query [a, b] scores a with cat, b with sat, a + b with mat. So mat minus sat is a, mat minus cat is b: two conditions.
    return {{std::log(0.25 / 0.25), std::log(0.25 / 0.5)},
            {std::log(0.6 / 0.2), std::log(0.6 / 0.2)},
            {std::log(0.1 / 0.3), std::log(0.1 / 0.6)}};
}

}  // namespace attention
