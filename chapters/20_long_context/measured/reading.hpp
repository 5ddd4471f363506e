/// \file
/// Chapter 20: reading memory as fast as it comes, which is what bounds a few queries over many keys.
#pragma once

#include <cstddef>

namespace attention
{

/// Read numbers from end to end, and do nothing with them but add them up.
///
/// \param numbers  where they are
/// \param count    how many; the last few, less than two rounds of the loop, are left out
void read_through(const float* numbers, std::size_t count);

}  // namespace attention
