/// \file
/// A value of any rank, seen as rows: the last axis runs along a row.
#pragma once

#include "tests/exercises/check/value.hpp"

#include <cstddef>
#include <vector>

namespace check
{

/// How many numbers a row has; 1 for a single number.
inline std::size_t row_length(const Value& value) { return value.shape.empty() ? 1 : value.shape.back(); }

/// How many rows there are.
inline std::size_t row_count(const Value& value)
{
    return row_length(value) == 0 ? 0 : value.cells.size() / row_length(value);
}

/// The sum of each row.
inline std::vector<double> row_sums(const Value& value)
{
    std::vector<double> sums(row_count(value), 0.0);
    for (std::size_t cell = 0; cell < value.cells.size(); ++cell) sums[cell / row_length(value)] += value.cells[cell];
    return sums;
}

/// The sum of each column.
inline std::vector<double> column_sums(const Value& value)
{
    std::vector<double> sums(row_length(value), 0.0);
    for (std::size_t cell = 0; cell < value.cells.size(); ++cell) sums[cell % row_length(value)] += value.cells[cell];
    return sums;
}

}  // namespace check
