#include "tests/exercises/07_attention/attention_by_hand.hpp"

namespace attention
{

Matrix output_by_hand() { return {{48.929, 65.239}, {48, 42}}; }

}  // namespace attention
