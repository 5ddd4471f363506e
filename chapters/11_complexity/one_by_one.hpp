/// \file
/// Chapter 11: the same operations, all queries at once or one query at a time.
#pragma once

#include "11_complexity/traffic.hpp"

#include "common/tile.hpp"
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

/// Time the scores of some queries against some keys, both ways.
///
/// Both write to the same place, which the warm-up has touched: fresh memory would cost either one as much as the product.
/// One query is not a matrix with one row: BLAS would first copy all keys into another order, and that only pays if many
/// queries use it.
///
/// \param queries  how many
/// \param m        keys
/// \param d        coordinates of both
/// \param runs     how often, after a discarded warm-up; the median counts
/// \return         seconds of wall clock, and bytes, in float
inline OneByOne time_one_by_one(std::size_t queries, std::size_t m, std::size_t d, int runs = 3)
{
    const std::vector<float> Q(queries * d, 0.5F);  // any numbers will do
    const std::vector<float> K(m * d, 0.25F);
    std::vector<float> scores(queries * m);
    const common::Tile<const float> q{Q.data(), queries, d, d};
    const common::Tile<const float> keys{K.data(), m, d, d};
    const common::Tile<float> s{scores.data(), queries, m, m};
    return {.together_s = common::median_seconds([&] { common::multiply_transposed(1.0F, q, keys, s); }, runs),
            .one_by_one_s = common::median_seconds(
                [&] {
                    for (std::size_t i = 0; i < queries; ++i) common::multiply_vector(1.0F, keys, q.row(i), s.row(i));
                },
                runs),
            .together_bytes = traffic(queries, m, d, d, sizeof(float)).scores,
            .one_by_one_bytes = queries * traffic(1, m, d, d, sizeof(float)).scores};
}

}  // namespace attention
