#include "tests/exercises/07_attention/attention_by_hand.hpp"

namespace attention
{

Matrix output_by_hand() { return {{6, 8}, {6, 8}}; }

}  // namespace attention
