/// \file
/// Chapter 3: what each word of the two sentences hands over to "bank".
#pragma once

#include "common/tensor.hpp"

namespace attention::bank
{

/// The values of "the river bank", one per word, shape (3, 4): water, money, place, article.
inline const Matrix river_V = {{0, 0, 0, 0}, {2, -1, 0, 0}, {0.25, 0.25, 0.5, 0}};

/// The values of "the money bank", one per word, shape (3, 4).
inline const Matrix money_V = {{0, 0, 0, 0}, {-1, 2, 0, 0}, {0.25, 0.25, 0.5, 0}};

/// The vector of "bank" itself, before it has looked at its neighbours, shape (4): a little water, a little money, a
/// place.
inline const Vector before = {0.5, 0.5, 1, 0};

}  // namespace attention::bank
