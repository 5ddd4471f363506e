/// \file
/// Reading memory as fast as it comes: what bounds decoding.
#pragma once

#include <cstddef>

namespace bench
{

/// Read numbers from end to end, and do nothing with them but add them up.
void read_through(const float* numbers, std::size_t count);

}  // namespace bench
