#include "tests/exercises/08_patterns/bits_by_hand.hpp"

namespace attention
{

Vector bits_by_hand() { return {0, 2, 1.75, 1, 6.5}; }

}  // namespace attention
