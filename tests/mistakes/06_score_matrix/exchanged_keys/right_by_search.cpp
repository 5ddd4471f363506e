#include "tests/exercises/06_score_matrix/exchanged_keys.hpp"

#include "06_score_matrix/score_matrix.hpp"

#include <algorithm>
#include <cmath>

namespace attention
{

std::vector<std::size_t> exchanged_keys(const Matrix& Q, const Matrix& K, const Matrix& S)
{
    const Matrix expected = score_matrix(Q, K);
    for (std::size_t a = 0; a < K.shape(0); ++a) {
        for (std::size_t b = a + 1; b < K.shape(0); ++b) {
            double worst = 0.0;
            for (std::size_t i = 0; i < Q.shape(0); ++i) {
                const double here = std::max(std::abs(S(i, a) - expected(i, b)), std::abs(S(i, b) - expected(i, a)));
                worst = std::max(worst, here);
            }
            double moved = 0.0;
            for (std::size_t i = 0; i < Q.shape(0); ++i) moved = std::max(moved, std::abs(S(i, a) - expected(i, a)));
            if (worst < 1e-6 && moved >= 1e-6) return {a, b};
        }
    }
    return {};
}

}  // namespace attention
