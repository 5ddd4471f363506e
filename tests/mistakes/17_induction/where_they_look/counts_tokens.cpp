#include "tests/exercises/17_induction/where_they_look.hpp"

namespace attention
{

Vector where_they_look() { return {4, 2, 3, 2, 0.5, 2}; }

}  // namespace attention
