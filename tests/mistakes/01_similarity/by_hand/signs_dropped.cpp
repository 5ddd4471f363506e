#include "tests/exercises/01_similarity/by_hand.hpp"

namespace attention
{

Vector scores_by_hand() { return {7, 6, 14, 8.5}; }

}  // namespace attention
