#include "tests/exercises/12_masks/masked_query.hpp"

#include "02_softmax/softmax.hpp"

#include <cmath>
#include <cstddef>
#include <limits>

namespace attention
{

Vector masked_query(const Vector& q, const Matrix& K, const std::vector<bool>& may_see)
{
    std::vector<std::size_t> seen;
    for (std::size_t j = 0; j < K.shape(0); ++j) {
        if (may_see[j]) seen.push_back(j);
    }
    Vector scores = xt::zeros<double>({seen.size()});
    for (std::size_t k = 0; k < seen.size(); ++k) {
        const Vector key = row_of(K, seen[k]);
        scores(k) = xt::sum(q * key)() / std::sqrt(static_cast<double>(q.size()));
    }
    const Vector chosen = softmax(scores);
    Vector weights = xt::zeros<double>({K.shape(0)});
    for (std::size_t k = 0; k < seen.size(); ++k) weights(seen[k]) = chosen(k);
    return weights;
}

}  // namespace attention
