/// \file
/// Chapter 23: the second half of a block, on one row of two numbers.
#pragma once

#include "23_writing/model/mlp.hpp"
#include "23_writing/model/norm.hpp"

#include "common/tensor.hpp"

namespace attention
{

/// What happens to a row.
struct RowByHand {
    Matrix before;          ///< the row, as attention has left it: (water, money), shape (1, 2)
    Normed<double> normed;  ///< brought to size 1
    MlpTrace<double> mlp;   ///< two detectors: more water than money, and more money than water
    Matrix after;           ///< the row, and what the MLP adds to it
};

/// A norm and an MLP, small enough for a pencil.
/// \param before  water and money, shape (1, 2)
inline RowByHand row_by_hand(const Matrix& before)
{
    RowByHand row{before, {}, {}, {}};
    norm(before, {1, 1}, row.normed);
    mlp(row.normed.rows, Matrix{{1, -1}, {-1, 1}}, Matrix{{1, 0}, {0, 1}}, row.mlp);
    row.after = before + row.mlp.output;
    return row;
}

}  // namespace attention
