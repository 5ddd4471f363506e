#include "tests/exercises/01_similarity/most_alike.hpp"

#include "01_similarity/similarity.hpp"

#include <algorithm>
#include <cmath>

namespace attention
{

std::size_t most_alike(const Vector& q, const Matrix& K)
{
    std::size_t best = 0;
    double largest = -2.0;
    for (std::size_t j = 0; j < K.shape(0); ++j) {
        const double alike = std::abs(dot(direction(q), direction(row_of(K, j))));
        if (alike > largest) {
            largest = alike;
            best = j;
        }
    }
    return best;
}

}  // namespace attention
