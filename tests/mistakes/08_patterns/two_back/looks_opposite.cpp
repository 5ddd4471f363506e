#include "tests/exercises/08_patterns/two_back.hpp"

namespace attention
{

Matrix W_Q_two_back() { return {{-10, 0}, {0, -10}}; }

}  // namespace attention
