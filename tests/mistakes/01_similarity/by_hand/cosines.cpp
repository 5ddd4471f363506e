#include "tests/exercises/01_similarity/by_hand.hpp"

namespace attention
{

Vector scores_by_hand() { return {0.327, 0, -0.837, 0.543}; }

}  // namespace attention
