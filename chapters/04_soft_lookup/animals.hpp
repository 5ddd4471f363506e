/// \file
/// Chapter 4: a dictionary of three animals.
#pragma once

#include "common/tensor.hpp"

#include <string>
#include <vector>

namespace attention::animals
{

/// The entries.
inline const std::vector<std::string> names = {"dog", "cat", "fish"};

/// One key per animal, shape (3, 3): how much it barks, meows and swims.
inline const Matrix K = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};

/// One value per animal, shape (3, 2): its height in centimetres, and its legs.
inline const Matrix V = {{80, 4}, {20, 4}, {2, 0}};

/// The keys with a second cat, shape (4, 3).
inline const Matrix K_two_cats = {{1, 0, 0}, {0, 1, 0}, {0, 1, 0}, {0, 0, 1}};

/// The values with a second cat, a taller one on three legs, shape (4, 2).
inline const Matrix V_two_cats = {{80, 4}, {20, 4}, {30, 3}, {2, 0}};

}  // namespace attention::animals
