// Exercise 2.3 solved by calling what the chapters have written already.
#include "tests/exercises/02_softmax/log_softmax_rows/task.hpp"

#include "02_softmax/softmax.hpp"

namespace attention
{

namespace called_instead::logarithm_of_the_weights
{
Matrix log_softmax_rows(const Matrix& scores) { return xt::log(softmax_rows(scores)); }
}  // namespace called_instead::logarithm_of_the_weights

}  // namespace attention
