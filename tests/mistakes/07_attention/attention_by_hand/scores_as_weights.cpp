#include "tests/exercises/07_attention/attention_by_hand.hpp"

namespace attention
{

Matrix output_by_hand() { return {{18, 24}, {17.342, 12.477}}; }

}  // namespace attention
