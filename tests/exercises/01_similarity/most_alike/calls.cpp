// Exercise 1.3 solved by calling what the chapters have written already.
#include "tests/exercises/01_similarity/most_alike/task.hpp"

#include "01_similarity/similarity.hpp"

#include <cstddef>

namespace attention
{

namespace called_instead::best_cosine
{
std::size_t most_alike(const Vector& q, const Matrix& K)
{
    std::size_t best = 0;
    for (std::size_t j = 1; j < K.shape(0); ++j) {
        if (cosine(q, row_of(K, j)) > cosine(q, row_of(K, best))) best = j;
    }
    return best;
}
}  // namespace called_instead::best_cosine

namespace called_instead::smallest_angle
{
std::size_t most_alike(const Vector& q, const Matrix& K)
{
    std::size_t best = 0;
    for (std::size_t j = 1; j < K.shape(0); ++j) {
        if (angle(q, row_of(K, j)) < angle(q, row_of(K, best)) - 1e-12) best = j;
    }
    return best;
}
}  // namespace called_instead::smallest_angle

}  // namespace attention
