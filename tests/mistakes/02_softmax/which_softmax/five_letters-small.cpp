#include "tests/exercises/02_softmax/which_softmax.hpp"

namespace attention
{

std::string which_softmax() { return "ebdac"; }

}  // namespace attention
