/// Exercise 16.3: A slope with three slips
///
/// Somebody has written the linear bias of one head for a text that grows: m keys have been kept, and the n queries are at
/// the last n of their places. Each score should be lowered in proportion to the distance. But the code has three
/// slips. Mend them, and change nothing else.
///
/// The slopes of H heads are 2^(-8 h / H) for h = 1, ..., H: the first of 8 heads has slope 1/2, not 1.
///
/// \param n      queries, at most m
/// \param m      keys
/// \param head   which head, counted from 0
/// \param heads  how many there are, H
/// \return       what is added to the scores, the same for keys before and after the query, shape (n, m)
#include "tests/exercises/16_positions/mended_bias/task.hpp"

#include <cmath>
#include <cstddef>

namespace attention
{

Matrix mended_bias(std::size_t n, std::size_t m, std::size_t head, std::size_t heads)
{
    throw common::NotDoneYet();  // take this line out, then mend the rest
    const double slope = std::exp2(-8.0 * static_cast<double>(head) / static_cast<double>(heads));
    Matrix bias = xt::zeros<double>({n, m});
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < m; ++j) {
            const double distance = static_cast<double>(i) - static_cast<double>(j);
            bias(i, j) = slope * std::abs(distance);
        }
    }
    return bias;
}

}  // namespace attention
