#include "tests/exercises/01_similarity/most_alike.hpp"

#include "01_similarity/similarity.hpp"

#include <algorithm>
#include <cmath>

namespace attention
{

std::size_t most_alike(const Vector& q, const Matrix& K)
{
    std::size_t best = 0;
    for (std::size_t j = 1; j < K.shape(0); ++j) {
        if (angle(q, row_of(K, j)) < angle(q, row_of(K, best)) - 1e-12) best = j;
    }
    return best;
}

}  // namespace attention
