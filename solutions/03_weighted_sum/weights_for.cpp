#include "tests/exercises/03_weighted_sum/weights_for/task.hpp"

#include "common/require.hpp"

namespace attention
{

Vector weights_for(const Vector& p)
{
    // p = cat [1, 0] + sat [0, 1] + mat [1, 1]: the first coordinate is cat + mat, the second sat + mat. All three sum
    // to 1, so the first coordinate falls short of 1 by sat, and the second by cat.
    const Vector weights = {1 - p(1), 1 - p(0), p(0) + p(1) - 1};
    for (const double weight : weights) {
        common::require(weight >= 0, "weights_for: the point lies outside the triangle");
    }
    return weights;
}

}  // namespace attention
