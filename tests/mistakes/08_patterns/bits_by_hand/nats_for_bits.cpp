#include "tests/exercises/08_patterns/bits_by_hand.hpp"

namespace attention
{

Vector bits_by_hand() { return {0, 1.3863, 1.2130, 0.6931, 2.4260}; }

}  // namespace attention
