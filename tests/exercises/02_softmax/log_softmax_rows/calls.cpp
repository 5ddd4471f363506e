// Exercise 2.3 solved by calling what the chapters have written already. All versions here share a library, so this one is
// alone: it is caught only if the forms of `in_xtensor` count as the functions that they are.
#include "tests/exercises/02_softmax/log_softmax_rows/task.hpp"

#include "02_softmax/in_xtensor.hpp"

namespace attention
{

namespace called_instead::logarithm_of_the_weights
{
Matrix log_softmax_rows(const Matrix& scores) { return xt::log(in_xtensor::softmax_rows(scores)); }
}  // namespace called_instead::logarithm_of_the_weights

}  // namespace attention
