#include "tests/exercises/17_induction/where_they_look.hpp"

namespace attention
{

Vector where_they_look() { return {4.0, 2.0, 3.0, 3.0, 0.5, 2.0}; }

}  // namespace attention
