#include "tests/exercises/18_head_zoo/toy_answers.hpp"

namespace attention
{

std::string toy_answers() { return "ma -one Hugo gub"; }

}  // namespace attention
