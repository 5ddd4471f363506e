/// \file
/// Chapter 16: positions from a table that is learned.
#pragma once

#include "common/require.hpp"
#include "common/tensor.hpp"

#include <cstddef>

namespace attention
{

/// Rows of a table of positions (Gehring et al. 2017; BERT and GPT-2 have such tables).
///
/// \param table  a row for each position that training has seen, shape (length, d)
/// \param n      how many positions
/// \param first  the first of them
/// \return       to be added to the words, shape (n, d)
/// \throws std::invalid_argument  beyond the end of the table, where nothing was ever learned
inline Matrix learned_positions(const Matrix& table, std::size_t n, std::size_t first = 0)
{
    common::require(first + n <= table.shape(0),
                    "learned_positions: position {} in a table of {}; nothing was learned there", first + n - 1,
                    table.shape(0));
    Matrix P = xt::zeros<double>({n, table.shape(1)});
    for (std::size_t i = 0; i < n; ++i) set_row(P, i, row_of(table, first + i));
    return P;
}

}  // namespace attention
