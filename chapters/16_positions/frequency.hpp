/// \file
/// Chapter 16: how fast each pair of coordinates turns.
#pragma once

#include <cmath>
#include <cstddef>

namespace attention
{

/// How far a pair of coordinates turns from one position to the next: 10000^(-2 pair / d), in radians.
///
/// The first pair turns by 1 radian and comes full circle in a little more than 6 positions; the last hardly moves. They
/// are the hands of a clock: the fast ones tell neighbours apart, the slow ones tell early from late (Vaswani et al.
/// 2017, section 3.5, and Su et al. 2021).
///
/// \param pair  counted from 0, below d / 2
/// \param d     how many coordinates there are, even
/// \return      above 0, at most 1
inline double turn_per_step(std::size_t pair, std::size_t d)
{
    return std::pow(10000.0, -2.0 * static_cast<double>(pair) / static_cast<double>(d));
}

}  // namespace attention
