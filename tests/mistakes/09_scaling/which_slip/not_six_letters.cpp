#include "tests/exercises/09_scaling/which_slip.hpp"

namespace attention
{

std::string which_slips() { return "ecgbd"; }

}  // namespace attention
