/// \file
/// Exercise 5.3: what is to be written.
#pragma once

#include "common/not_done_yet.hpp"
#include "common/tensor.hpp"

namespace attention
{

/// Two projections that meet in scores.
struct Pairing {
    Matrix W_Q;  ///< shape (4, 2)
    Matrix W_K;  ///< shape (4, 2)
};

Pairing circle();

}  // namespace attention
