/// \file
/// The least time that attention can take on this machine.
#pragma once

#include "tests/benchmarks/cases.hpp"
#include "tests/benchmarks/pairs.hpp"

namespace bench
{

/// The least time that a case can take, measured anew each time it is asked: its multiply-adds at the rate of registers, and
/// its exponentials at the rate of vectors. For decoding: the time to read K and V once. All with as many threads as the
/// case has.
Contestant limit_of(const Case& given);

}  // namespace bench
