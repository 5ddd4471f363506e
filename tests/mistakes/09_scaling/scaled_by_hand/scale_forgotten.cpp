#include "tests/exercises/09_scaling/scaled_by_hand.hpp"

namespace attention
{

Matrix scaled_by_hand() { return {{0.6429, 0.2857, 0.0714}, {0.9623, 0.0375, 0.0001}}; }

}  // namespace attention
