/// \file
/// Chapter 24: random keys and values of length 1, for what the chapter remembers.
#pragma once

#include "01_similarity/similarity.hpp"

#include "common/blas.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"

#include <cmath>
#include <cstddef>
#include <numeric>
#include <vector>

namespace attention
{

/// Random directions: rows of length 1.
///
/// \param rows    how many
/// \param d       coordinates of each, at least 1
/// \param random  where the numbers come from
/// \return        shape (rows, d)
inline Matrix unit_rows(std::size_t rows, std::size_t d, common::Random& random)
{
    Matrix found = random.normal_matrix(rows, d);
    for (std::size_t i = 0; i < rows; ++i) set_row(found, i, direction(row_of(found, i)));
    return found;
}

/// How many answers are nearer to the value they should be than to any other. Values of length 1 can be compared by dot
/// products.
///
/// \param answers  shape (asked, d_v), at least one
/// \param V        values of length 1, shape (m, d_v)
/// \param places   which value each answer should be, shape (asked)
/// \return         their share, from 0 to 1; a tie goes to the first value, and NaN is near to none
inline double share_recalled(const Matrix& answers, const Matrix& V, const std::vector<std::size_t>& places)
{
    const Matrix scores = common::product_transposed(answers, V);  // (asked, m)
    std::size_t right = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        std::size_t best = 0;
        const double* const row = &scores(i, 0);
        for (std::size_t j = 1; j < V.shape(0); ++j) best = row[j] > row[best] ? j : best;
        right += best == places[i] && !std::isnan(row[best]) ? 1 : 0;
    }
    return static_cast<double>(right) / static_cast<double>(places.size());
}

/// The same where every value is asked for, in order: answer i should be value i.
inline double share_recalled(const Matrix& answers, const Matrix& V)
{
    std::vector<std::size_t> places(V.shape(0));
    std::iota(places.begin(), places.end(), std::size_t{0});
    return share_recalled(answers, V, places);
}

}  // namespace attention
