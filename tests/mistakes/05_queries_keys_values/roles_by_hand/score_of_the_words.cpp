#include "tests/exercises/05_queries_keys_values/roles_by_hand.hpp"

namespace attention
{

Vector roles_by_hand() { return {4, -2, 2, 3, 0}; }

}  // namespace attention
