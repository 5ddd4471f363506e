/// \file
/// What xtensor's keep_dims pitfall gives: the mistake that looks right (docs/pitfalls.md).
#pragma once

#include "tests/exercises/check/question.hpp"

#include "common/tensor.hpp"

#include <vector>

namespace check
{

/// A softmax over rows whose maximum is a lazy expression with keep_dims, as it is usually written on: divided by sums that
/// have a name, and not divided yet.
///
/// It reads past the end of the matrix, where AddressSanitizer usually stops it first; what comes of it otherwise depends on
/// what lies there. These are the numbers where that is zero, as in `tests/pitfalls/lazy_pitfall.hpp`.
///
/// \param scores  shape (n, m)
/// \return        mistakes with the key `lazy_keep_dims`
std::vector<Mistake> lazy_maximum(const common::Matrix& scores);

}  // namespace check
