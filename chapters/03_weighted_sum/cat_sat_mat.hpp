/// \file
/// Chapter 3: three words in two dimensions, an example that many chapters use.
#pragma once

#include "common/tensor.hpp"

#include <string>
#include <vector>

namespace attention::cat_sat_mat
{

/// The words, one for each row.
inline const std::vector<std::string> words = {"cat", "sat", "mat"};

/// One word per row, shape (3, 2): queries, keys and values at once.
inline const Matrix X = {{1, 0}, {0, 1}, {1, 1}};

/// The weights as Tsugrii's *Building LLMs from First Principles* prints them, shape (3, 3); two of the rows are wrong.
inline const Matrix printed_weights = {{0.42, 0.16, 0.42}, {0.18, 0.33, 0.49}, {0.18, 0.18, 0.64}};

}  // namespace attention::cat_sat_mat
