/// \file
/// How the numbers of two tensors are written so that differing ones look different.
#pragma once

#include "tests/exercises/check/value.hpp"

#include <string>

namespace check
{

/// One way of writing for all cells of a picture.
struct NumberFormat {
    bool yes_no = false;    ///< true and false
    bool exponent = false;  ///< 1.5e+08, because some number is huge
    int decimals = 4;

    std::string operator()(double number) const;
};

/// As few decimals as show the numbers and tell those apart that differ: none where all are whole, otherwise four or more.
NumberFormat format_for(const Pair& pair, double tolerance);

}  // namespace check
