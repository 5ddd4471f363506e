/// \file
/// Chapter 24: how much of softmax the k largest weights are.
#pragma once

#include "24_cheaper/sparse/top_k.hpp"

#include "02_softmax/softmax.hpp"

#include "common/blas.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"

#include <cmath>
#include <cstddef>
#include <vector>

namespace attention
{

/// What the largest weights hold.
struct KeptMass {
    double factor = 1.0;         ///< of all scores: the larger, the sharper is softmax
    std::vector<std::size_t> k;  ///< how many weights stay
    std::vector<double> mass;    ///< what they sum to, the mean over queries, for each k
};

/// Keep the k largest weights of random rows.
///
/// \param factor  of the scores, which have variance 1 without it
/// \param k       how many weights stay, for each column
/// \param n       queries
/// \param m       keys
/// \param d       coordinates of queries and keys
inline KeptMass kept_mass(double factor, const std::vector<std::size_t>& k = {1, 4, 16, 64, 256}, std::size_t n = 128,
                          std::size_t m = 1024, std::size_t d = 64)
{
    common::Random random(24);
    const Matrix Q = random.normal_matrix(n, d);
    const Matrix K = random.normal_matrix(m, d);
    const Matrix scores = factor / std::sqrt(static_cast<double>(d)) * common::product_transposed(Q, K);  // (n, m)
    const Matrix weights = softmax_rows(scores);                                                          // (n, m)
    KeptMass found{.factor = factor, .k = k, .mass = {}};
    for (const std::size_t count : k) {
        double mass = 0.0;
        for (std::size_t i = 0; i < n; ++i) {
            const Vector row = row_of(weights, i);
            mass += mass_at(row, largest_places(row, count)) / static_cast<double>(n);
        }
        found.mass.push_back(mass);
    }
    return found;
}

}  // namespace attention
