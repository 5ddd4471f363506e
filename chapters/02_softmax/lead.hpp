/// \file
/// Chapter 2, an experiment: how far ahead a score must be to be heard among many.
#pragma once

#include <cmath>
#include <cstddef>

namespace attention
{

/// The lead over all other words, whose scores are equal, that gives one word the weight 1/2.
///
/// Half of the sum is e^lead, the other half is m - 1 times e^0. So the lead is ln(m - 1).
///
/// \param m  how many words there are, at least 2
/// \return   the lead
inline double lead_for_half(std::size_t m) { return std::log(static_cast<double>(m - 1)); }

}  // namespace attention
