#include "tests/exercises/07_attention/attention_by_hand.hpp"

namespace attention
{

Matrix output_by_hand() { return {{1, 0.5973}, {1, 0.7804}}; }

}  // namespace attention
