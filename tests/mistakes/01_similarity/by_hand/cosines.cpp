#include "tests/exercises/01_similarity/by_hand.hpp"

namespace attention
{

Vector scores_by_hand() { return {0.3273268354, 0, -0.8366600265, 0.5425556222}; }

}  // namespace attention
