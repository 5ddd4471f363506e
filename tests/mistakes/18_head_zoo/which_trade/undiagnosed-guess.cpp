#include "tests/exercises/18_head_zoo/which_trade.hpp"

namespace attention
{

std::string which_trade() { return "PSCINNN"; }

}  // namespace attention
