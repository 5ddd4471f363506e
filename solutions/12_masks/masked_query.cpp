#include "tests/exercises/12_masks/masked_query/task.hpp"

#include <cmath>
#include <cstddef>
#include <limits>

namespace attention
{

Vector masked_query(const Vector& q, const Matrix& K, const std::vector<bool>& may_see)
{
    // Hidden keys are skipped wherever they could matter: in the scores, in the largest of them, and in the sum. So
    // nothing in their rows of K can reach a weight, and their own weights stay at the 0 they started with.
    //
    // If nothing may be seen, no loop does anything, and nothing is divided by a sum of 0. The largest visible score
    // starts at -infinity, since all visible scores may be far below 0.
    const double root = std::sqrt(static_cast<double>(q.size()));
    Vector weights = xt::zeros<double>({K.shape(0)});  // (m), scores at first

    double largest = -std::numeric_limits<double>::infinity();
    for (std::size_t j = 0; j < K.shape(0); ++j) {
        if (!may_see[j]) continue;
        for (std::size_t c = 0; c < q.size(); ++c) weights(j) += q(c) * K(j, c);
        weights(j) /= root;
        largest = std::fmax(largest, weights(j));
    }

    double sum = 0.0;
    for (std::size_t j = 0; j < K.shape(0); ++j) {
        if (!may_see[j]) continue;
        weights(j) = std::exp(weights(j) - largest);
        sum += weights(j);
    }
    for (std::size_t j = 0; j < K.shape(0); ++j) {
        if (may_see[j]) weights(j) /= sum;
    }
    return weights;
}

}  // namespace attention
