/// \file
/// Chapter 3: three words in two dimensions, the example that goes through many chapters.
#pragma once

#include "common/tensor.hpp"

#include <string>
#include <vector>

namespace attention::cat_sat_mat
{

/// The words, one for each row.
inline const std::vector<std::string> words = {"cat", "sat", "mat"};

/// One word a row, shape (3, 2): queries, keys and values at once.
inline const Matrix X = {{1, 0}, {0, 1}, {1, 1}};

}  // namespace attention::cat_sat_mat
