/// \file
/// Chapter 16: "the river bank", the sentence of the first chapters, to be read in another order.
#pragma once

#include "05_queries_keys_values/projections.hpp"

#include "common/tensor.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace attention::river_bank
{

/// Its words.
inline const std::vector<std::string> words = {"the", "river", "bank"};

/// A row for each word. The features are water, money, place, article.
inline const Matrix X = {{0, 0, 0, 1}, {2, 0, 0, 0}, {0.5, 0.5, 1, 0}};

/// A place asks for water and for money; a key says how much of both there is; a value brings more of one, less of the
/// other.
inline const Projections W = {.W_Q = {{0, 0}, {0, 0}, {1, 1}, {0.5, 0.5}},
                              .W_K = {{1, 0}, {0, 1}, {0, 0}, {0, 0}},
                              .W_V = {{1, -0.5, 0, 0}, {-0.5, 1, 0, 0}, {0, 0, 0.5, 0}, {0, 0, 0, 0}}};

/// Another order: "bank the river".
inline const std::vector<std::size_t> shuffled = {2, 0, 1};

}  // namespace attention::river_bank
