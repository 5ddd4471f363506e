#include "tests/exercises/02_softmax/log_softmax_rows.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace attention
{

Matrix log_softmax_rows(const Matrix& scores)
{
    // ln of the weight of j is minus the ln of the sum of exp(s_k - s_j); the largest difference is taken out of the sum.
    Matrix logs = scores;
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        for (std::size_t j = 0; j < scores.shape(1); ++j) {
            double largest = 0.0;
            for (std::size_t k = 0; k < scores.shape(1); ++k) largest = std::max(largest, scores(i, k) - scores(i, j));
            double sum = 0.0;
            for (std::size_t k = 0; k < scores.shape(1); ++k) sum += std::exp(scores(i, k) - scores(i, j) - largest);
            logs(i, j) = -(largest + std::log(sum));
        }
    }
    return logs;
}

}  // namespace attention
