// Exercise 3.2 solved by calling what the chapters have written already.
#include "tests/exercises/03_weighted_sum/average_so_far/task.hpp"

#include "03_weighted_sum/weighted_sum.hpp"

#include <cstddef>

namespace attention
{

namespace called_instead::row_after_row
{
Matrix average_so_far(const Vector& weights, const Matrix& V)
{
    Matrix rows = xt::zeros<double>({V.shape(0), V.shape(1)});
    for (std::size_t j = 0; j < V.shape(0); ++j) {
        const Vector first = xt::view(weights, xt::range(std::size_t{0}, j + 1));
        const Matrix values = xt::view(V, xt::range(std::size_t{0}, j + 1), xt::all());
        const double sum = xt::sum(first)();
        if (sum > 0.0) set_row(rows, j, Vector(weighted_sum(first, values) / sum));
    }
    return rows;
}
}  // namespace called_instead::row_after_row

}  // namespace attention
