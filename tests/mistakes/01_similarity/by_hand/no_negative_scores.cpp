#include "tests/exercises/01_similarity/by_hand.hpp"

namespace attention
{

Vector scores_by_hand() { return {3, 0, 14, 6.5}; }

}  // namespace attention
