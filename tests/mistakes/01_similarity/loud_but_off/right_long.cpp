#include "tests/exercises/01_similarity/loud_but_off.hpp"

#include <limits>

namespace attention
{

Vector loud_but_off() { return {-3.9e5, 3e5}; }

}  // namespace attention
