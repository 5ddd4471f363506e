#include "tests/exercises/07_attention/attention_by_hand.hpp"

#include <cmath>

namespace attention
{

Matrix output_by_hand()
{
    const double root = std::sqrt(2.0);
    const double a = std::exp(std::log(3.0) / root);
    const double b = std::exp(std::log(2.0) / root);
    return {{6, 8}, {(12 * a + 6 * b) / (a + 1 + b), (6 + 18 * b) / (a + 1 + b)}};
}

}  // namespace attention
