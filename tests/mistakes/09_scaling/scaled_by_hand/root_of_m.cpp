#include "tests/exercises/09_scaling/scaled_by_hand.hpp"

namespace attention
{

Matrix scaled_by_hand() { return {{0.5243, 0.3283, 0.1474}, {0.8621, 0.1325, 0.0054}}; }

}  // namespace attention
