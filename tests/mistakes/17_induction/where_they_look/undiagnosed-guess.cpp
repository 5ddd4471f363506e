#include "tests/exercises/17_induction/where_they_look.hpp"

namespace attention
{

Vector where_they_look() { return {3, 3, 3, 5, 0.25, 1}; }

}  // namespace attention
