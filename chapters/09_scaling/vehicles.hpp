/// \file
/// Chapter 9: more things to ask "Is this a car?" about: chapter 7's car, and three others.
#pragma once

#include "common/tensor.hpp"

#include <string>
#include <vector>

namespace attention::car
{

/// What was seen.
inline const std::vector<std::string> observed = {"battered car", "perfect car", "motorcycle", "bicycle"};

/// The features of each, one per row, shape (4, 8).
inline const Matrix features_of_each = {{0.8, 0.66, 0.07, 0.35, 0.96, 0.05, 0.75, 0},
                                        {1, 1, 0, 0, 1, 0, 1, 0},
                                        {1, 0, 1, 0, 0, 0, 0, 1},
                                        {0.2, 0, 1, 0, 0, 0, 0, 1}};

}  // namespace attention::car
