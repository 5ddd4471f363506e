#include "tests/exercises/07_attention/attention_by_hand.hpp"

#include "07_attention/attention.hpp"

namespace attention
{

Matrix output_by_hand()
{
    return dot_product_attention({{1, 0}, {0, 1}}, {{12, 0}, {0, 6}, {6, 18}}, {{1, 1.0986}, {1, 0}, {1, 0.6931}})
        .output;
}

}  // namespace attention
