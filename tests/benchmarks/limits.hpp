/// \file
/// What this machine can do at best: the two numbers that bound attention from below.
#pragma once

#include <cstddef>

namespace bench
{

/// Do nothing but fused multiply-adds, in registers, as wide as the processor has them.
/// \param rounds  how many times 24 packs
/// \return        how many floating-point operations that were: two for each multiply-add
template <typename Real>
double multiply_and_add(std::size_t rounds);

}  // namespace bench
