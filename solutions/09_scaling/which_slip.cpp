#include "tests/exercises/09_scaling/which_slip/task.hpp"

namespace attention
{

std::string which_slips()
{
    // The ratio of the first two weights is e^(2c), so c is half its logarithm; 1 / c is what the scores were divided by.
    //   output 1   c = 0.500   divided by 2: the root of 5 is 2.236, and a whole-number type cuts off the rest    e
    //   output 2   c = 0.200   divided by 5, which is d_k                                                         c
    //   output 3   c = 1.000   not divided; but the weights sum to 0.447, and 1 / 0.447 is 2.236                  g
    //   output 4   c = 1.000   not divided, and the sum is 1                                                      b
    //   output 5   c = 0.316   divided by 3.162, the root of 10                                                   d
    //   output 6   c = 0.447   divided by 2.236, the root of 5                                                    a
    return "ecgbda";
}

}  // namespace attention
