/// \file
/// Exercise 24.4: what is to be written.
#pragma once

#include "common/not_done_yet.hpp"

namespace attention
{

/// A layer over a text, timed twice.
struct Clocked {
    double n;        ///< tokens
    double softmax;  ///< milliseconds with softmax attention
    double linear;   ///< milliseconds with linear attention
};

double break_even(const Clocked& shorter, const Clocked& longer, double factor);

}  // namespace attention
