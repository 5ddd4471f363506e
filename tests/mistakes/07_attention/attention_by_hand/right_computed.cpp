#include "tests/exercises/07_attention/attention_by_hand.hpp"

#include "07_attention/attention.hpp"

#include <cmath>

namespace attention
{

Matrix output_by_hand()
{
    const Matrix K = {{1, std::log(3.0)}, {1, 0}, {1, std::log(2.0)}};
    return dot_product_attention({{1, 0}, {0, 1}}, K, {{12, 0}, {0, 6}, {6, 18}}).output;
}

}  // namespace attention
