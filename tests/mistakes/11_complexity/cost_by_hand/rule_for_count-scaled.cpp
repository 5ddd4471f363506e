#include "tests/exercises/11_complexity/cost_by_hand.hpp"

namespace attention
{

Vector cost_by_hand() { return {2049000000, 205, 3, 1.0 / 3.0, 63245, 11180}; }

}  // namespace attention
