// Exercise 19.3 solved by calling what the chapters have written already.
#include "tests/exercises/19_online_softmax/entropy_in_one_pass/task.hpp"

#include "02_softmax/softmax.hpp"
#include "08_patterns/entropy.hpp"

#include <cstddef>
#include <vector>

namespace attention
{

namespace called_instead::collected
{
double entropy_in_one_pass(Stream<double>& scores)
{
    std::vector<double> all;
    for (const double s : scores) all.push_back(s);
    Vector row = xt::zeros<double>({all.size()});
    for (std::size_t j = 0; j < all.size(); ++j) row(j) = all[j];
    return entropy(softmax(row));
}
}  // namespace called_instead::collected

}  // namespace attention
