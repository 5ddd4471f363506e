/// \file
/// Chapter 6: the same scores by loops and by BLAS, and how long each takes.
#pragma once

#include "06_score_matrix/score_matrix.hpp"

#include "common/difference.hpp"
#include "common/parallel.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"
#include "common/timing.hpp"

#include <algorithm>
#include <cstddef>

namespace attention
{

/// The loops again, reading queries and keys where they are: for a fair race with BLAS, which copies no key for a score.
///
/// \param Q  queries, one per row, shape (n, d_k)
/// \param K  keys, one per row, shape (m, d_k)
/// \return   scores, shape (n, m)
inline Matrix score_matrix_without_copies(const Matrix& Q, const Matrix& K)
{
    Matrix scores = xt::zeros<double>({Q.shape(0), K.shape(0)});
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        const double* const q = Q.data() + i * Q.shape(1);  // a matrix is stored row after row
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            const double* const k = K.data() + j * K.shape(1);
            double sum = 0.0;
            for (std::size_t c = 0; c < Q.shape(1); ++c) sum += q[c] * k[c];
            scores(i, j) = sum;
        }
    }
    return scores;
}

/// How the three compare.
struct Comparison {
    double apart = 0;             ///< the largest difference between two scores
    double loops_seconds = 0;     ///< for all scores by loops that copy each row
    double in_place_seconds = 0;  ///< by loops that copy nothing
    double blas_seconds = 0;      ///< by BLAS
};

/// Compute the scores of random queries and keys in three ways, each on one thread.
///
/// \param n    queries
/// \param m    keys
/// \param d_k  numbers in each
/// \return     how far apart the scores are, and the median time of three runs of each
inline Comparison compare_loops_and_blas(std::size_t n, std::size_t m, std::size_t d_k)
{
    common::Random random(7);
    const Matrix Q = random.normal_matrix(n, d_k);
    const Matrix K = random.normal_matrix(m, d_k);
    const Matrix scores = score_matrix(Q, K);
    Comparison found = {.apart = std::max(common::difference(scores, score_matrix_by_loops(Q, K)),
                                          common::difference(scores, score_matrix_without_copies(Q, K)))};
    common::in_parallel(1, 1, [&](std::size_t) {  // keeps BLAS to one thread, too
        found.loops_seconds = common::median_seconds([&] { score_matrix_by_loops(Q, K); }, 3);
        found.in_place_seconds = common::median_seconds([&] { score_matrix_without_copies(Q, K); }, 3);
        found.blas_seconds = common::median_seconds([&] { score_matrix(Q, K); }, 3);
    });
    return found;
}

}  // namespace attention
