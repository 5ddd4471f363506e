#include "tests/exercises/09_scaling/scaled_by_hand.hpp"

namespace attention
{

Matrix scaled_by_hand() { return {{0.3214, 0.1429, 0.0357}, {0.2406, 0.0094, 0}}; }

}  // namespace attention
