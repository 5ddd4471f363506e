#include "tests/exercises/06_score_matrix/exchanged_keys/task.hpp"

#include "06_score_matrix/score_matrix.hpp"

#include <cmath>

namespace attention
{

std::vector<std::size_t> exchanged_keys(const Matrix& Q, const Matrix& K, const Matrix& S)
{
    // Column j holds everything that key j scored. The two columns that are not what they should be are the two keys.
    const Matrix expected = score_matrix(Q, K);  // (n, m)
    std::vector<std::size_t> found;
    for (std::size_t j = 0; j < K.shape(0); ++j) {
        bool differs = false;
        for (std::size_t i = 0; i < Q.shape(0); ++i) differs = differs || std::abs(expected(i, j) - S(i, j)) >= 1e-6;
        if (differs) found.push_back(j);
    }
    return found;
}

}  // namespace attention
