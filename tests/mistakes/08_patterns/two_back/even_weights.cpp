#include "tests/exercises/08_patterns/two_back.hpp"

namespace attention
{

Matrix W_Q_two_back() { return xt::zeros<double>({2, 2}); }

}  // namespace attention
