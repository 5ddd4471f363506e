#include "tests/exercises/01_similarity/most_alike.hpp"

#include "01_similarity/similarity.hpp"

#include <algorithm>
#include <cmath>

namespace attention
{

std::size_t most_alike(const Vector& q, const Matrix& K)
{
    std::size_t best = 0;
    double largest = std::nan("");
    for (std::size_t j = 0; j < K.shape(0); ++j) {
        const double alike = dot(q, row_of(K, j)) / norm(q) / norm(row_of(K, j));
        if (j == 0 || alike > largest) {
            largest = alike;
            best = j;
        }
    }
    return best;
}

}  // namespace attention
