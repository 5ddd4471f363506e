#include "tests/exercises/01_similarity/by_hand.hpp"

namespace attention
{

Vector scores_by_hand() { return {6, 0, 4, -1.5}; }

}  // namespace attention
