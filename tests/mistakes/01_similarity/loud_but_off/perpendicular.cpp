#include "tests/exercises/01_similarity/loud_but_off.hpp"

#include <limits>

namespace attention
{

Vector loud_but_off() { return {-400, 300}; }

}  // namespace attention
