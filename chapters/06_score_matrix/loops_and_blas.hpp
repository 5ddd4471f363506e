/// \file
/// Chapter 6: the same scores by loops and by BLAS, and how long each takes.
#pragma once

#include "06_score_matrix/score_matrix.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"
#include "common/timing.hpp"

#include <cstddef>

namespace attention
{

/// What there is to say of the two.
struct Comparison {
    double apart = 0;          ///< the largest difference between two scores
    double loops_seconds = 0;  ///< for all scores by loops
    double blas_seconds = 0;   ///< for all scores by BLAS
};

/// Compute the scores of random queries and keys both ways.
///
/// \param n    queries
/// \param m    keys
/// \param d_k  numbers in each
/// \return     how far apart the scores are, and the median time of three runs
inline Comparison compare_loops_and_blas(std::size_t n, std::size_t m, std::size_t d_k)
{
    common::Random random(7);
    const Matrix Q = random.normal_matrix(n, d_k);
    const Matrix K = random.normal_matrix(m, d_k);
    const Matrix apart = xt::abs(score_matrix(Q, K) - score_matrix_by_loops(Q, K));
    return {.apart = xt::amax(apart)(),
            .loops_seconds = common::median_seconds([&] { score_matrix_by_loops(Q, K); }, 3),
            .blas_seconds = common::median_seconds([&] { score_matrix(Q, K); }, 3)};
}

}  // namespace attention
