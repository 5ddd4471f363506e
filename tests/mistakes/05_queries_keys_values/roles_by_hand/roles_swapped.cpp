#include "tests/exercises/05_queries_keys_values/roles_by_hand.hpp"

namespace attention
{

Vector roles_by_hand() { return {1, 6, -2, 3, 16}; }

}  // namespace attention
