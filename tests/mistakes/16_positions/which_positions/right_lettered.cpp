#include "tests/exercises/16_positions/which_positions.hpp"

namespace attention
{

std::string which_positions() { return std::string("E") + "D" + "B" + "A" + "C"; }

}  // namespace attention
