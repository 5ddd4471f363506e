#include "tests/exercises/12_masks/masked_query.hpp"

#include <cmath>
#include <cstddef>
#include <limits>

namespace attention
{

Vector masked_query(const Vector& q, const Matrix& K, const std::vector<bool>& may_see)
{
    const std::size_t m = K.shape(0);
    const double root = std::sqrt(static_cast<double>(q.size()));
    Vector weights = xt::zeros<double>({m});
    double largest = -std::numeric_limits<double>::infinity();
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) continue;
        for (std::size_t c = 0; c < q.size(); ++c) weights(j) += q(c) * K(j, c);
        weights(j) /= root;
        if (!may_see[j]) continue;
        largest = std::fmax(largest, weights(j));
    }
    double sum = 0.0;
    for (std::size_t j = 0; j < m; ++j) {
        if (!may_see[j]) continue;
        weights(j) = std::exp(weights(j) - largest);
        sum += weights(j);
    }
    for (std::size_t j = 0; j < m; ++j) {

        weights(j) /= sum;
    }
    return weights;
}

}  // namespace attention
