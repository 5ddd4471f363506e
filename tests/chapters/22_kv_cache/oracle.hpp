/// \file
/// One decoding step by the plainest loops there are, in double.
#pragma once

#include "common/tensor.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

namespace tests::kv_cache
{

/// softmax(q K^T / sqrt(d_k)) V for one query, all written out.
inline common::Vector step_by_loops(const common::Vector& q, const common::Matrix& K, const common::Matrix& V)
{
    std::vector<double> scores(K.shape(0), 0.0);
    double highest = -std::numeric_limits<double>::infinity();
    for (std::size_t j = 0; j < K.shape(0); ++j) {
        for (std::size_t c = 0; c < q.size(); ++c)
            scores[j] += q(c) * K(j, c) / std::sqrt(static_cast<double>(q.size()));
        highest = std::max(highest, scores[j]);
    }
    double sum = 0.0;
    common::Vector o = xt::zeros<double>({V.shape(1)});
    for (std::size_t j = 0; j < K.shape(0); ++j) {
        const double e = std::exp(scores[j] - highest);
        sum += e;
        for (std::size_t c = 0; c < V.shape(1); ++c) o(c) += e * V(j, c);
    }
    for (std::size_t c = 0; c < V.shape(1) && K.shape(0) > 0; ++c) o(c) /= sum;
    return o;
}

}  // namespace tests::kv_cache
