#include "tests/exercises/12_masks/masked_query.hpp"

#include <cmath>

namespace attention
{

Vector masked_query(const Vector& q, const Matrix& K, const std::vector<bool>& may_see)
{
    // Each visible key's weight is 1 over the sum of its ratios with all the visible ones.
    const auto score = [&](std::size_t j) {
        double s = 0.0;
        for (std::size_t c = 0; c < q.size(); ++c) s += q(c) * K(j, c);
        return s / std::sqrt(static_cast<double>(q.size()));
    };
    Vector weights = xt::zeros<double>({K.shape(0)});
    for (std::size_t j = 0; j < K.shape(0); ++j) {
        if (!may_see[j]) continue;
        double ratios = 0.0;
        for (std::size_t l = 0; l < K.shape(0); ++l) {
            if (may_see[l]) ratios += std::exp(score(l) - score(j));
        }
        weights(j) = 1.0 / ratios;
    }
    return weights;
}

}  // namespace attention
