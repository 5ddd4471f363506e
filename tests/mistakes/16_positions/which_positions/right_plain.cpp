#include "tests/exercises/16_positions/which_positions.hpp"

namespace attention
{

std::string which_positions() { return "EDBAC"; }

}  // namespace attention
