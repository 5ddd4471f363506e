#include "tests/exercises/07_attention/attention_by_hand.hpp"

namespace attention
{

Matrix output_by_hand() { return {{5.99999, 8}, {8.00004, 6.99998}}; }

}  // namespace attention
