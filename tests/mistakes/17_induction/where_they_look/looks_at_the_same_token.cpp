#include "tests/exercises/17_induction/where_they_look.hpp"

namespace attention
{

Vector where_they_look() { return {4, 1, 2, 3, 0, 2}; }

}  // namespace attention
