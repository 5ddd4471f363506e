#include "tests/exercises/11_complexity/cost_by_hand.hpp"

namespace attention
{

Vector cost_by_hand() { return {2052486000, 205, 3, 1.0 / 3.0, 126491, 11180}; }

}  // namespace attention
