/// \file
/// Chapter 11: the same operations, all queries at once or one query at a time.
#pragma once

#include "11_complexity/traffic.hpp"

#include "06_score_matrix/score_matrix.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"
#include "common/timing.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace attention
{

/// What Q K^T costs when its queries come together, and when they come one by one. The operations are the same.
struct OneByOne {
    double together_s = 0;               ///< seconds for all queries in one product
    double one_by_one_s = 0;             ///< seconds for one product per query
    std::uint64_t together_bytes = 0;    ///< bytes moved together, by formula
    std::uint64_t one_by_one_bytes = 0;  ///< bytes moved one by one, by formula
};

/// Time the scores of random queries against random keys, both ways.
///
/// \param queries  how many
/// \param m        keys
/// \param d        coordinates of both
/// \param runs     how often, after a discarded warm-up; the median counts
/// \return         seconds of wall clock, and bytes in double
inline OneByOne time_one_by_one(std::size_t queries, std::size_t m, std::size_t d, int runs = 3)
{
    common::Random random(m);
    const Matrix Q = random.normal_matrix(queries, d);
    const Matrix K = random.normal_matrix(m, d);
    std::vector<Matrix> single(queries, Matrix(xt::zeros<double>({std::size_t{1}, d})));
    for (std::size_t i = 0; i < queries; ++i) set_row(single[i], 0, row_of(Q, i));

    Matrix scores = score_matrix(Q, K);
    return {.together_s = common::median_seconds([&] { scores = score_matrix(Q, K); }, runs),
            .one_by_one_s = common::median_seconds(
                [&] {
                    for (const Matrix& q : single) scores = score_matrix(q, K);
                },
                runs),
            .together_bytes = traffic(queries, m, d, d, sizeof(double)).scores,
            .one_by_one_bytes = queries * traffic(1, m, d, d, sizeof(double)).scores};
}

}  // namespace attention
