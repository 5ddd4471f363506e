#include "tests/exercises/07_attention/attention_by_hand.hpp"

#include <cmath>

namespace attention
{

Matrix output_by_hand()
{
    const double e = std::exp(1.0);
    const double a = e / (e + 3);  // key 1: query 1 scores 1, query 2 scores ln 3
    const double b = e / (e + 1);
    const double c = e / (e + 2);
    return {{12 * a + 6 * c, 6 * b + 18 * c}, {12 * (1 - a) + 6 * (1 - c), 6 * (1 - b) + 18 * (1 - c)}};
}

}  // namespace attention
