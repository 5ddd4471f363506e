#include "tests/exercises/09_scaling/scaled_by_hand.hpp"

namespace attention
{

Matrix scaled_by_hand() { return {{0.4524, 0.3396, 0.2080}, {0.7340, 0.2332, 0.0328}}; }

}  // namespace attention
