/// \file
/// Chapter 20: what this machine can do at best, the line that all rungs are held against.
#pragma once

#include <cstddef>

namespace attention
{

/// What the processor does per second, in billions.
struct Limit {
    double gflops = 0.0;  ///< additions and multiplications, fused two by two, with every number in a register already
    double exponentials = 0.0;  ///< exponentials, by the fastest loop we have
};

/// Do nothing but fused multiply-adds, in registers, as wide as the processor has them.
///
/// \param rounds  how many times 24 packs
/// \return        how many floating-point operations that were: two for each multiply-add
template <typename Real>
double multiply_and_add(std::size_t rounds);

/// Measure it: the best of fifteen runs of some milliseconds, so that nobody comes between in one of them.
///
/// \param threads  that work at the same time; 0: one for each processor
template <typename Real>
Limit measured_limit(int threads);

/// The shortest time for attention: the two products at the one speed, an exponential for each pair at the other.
///
/// \param limit  what the machine can do
/// \param pairs  of a query and a key
/// \param d      the size of queries, keys and values
/// \return       seconds
inline double least_seconds(const Limit& limit, double pairs, std::size_t d)
{
    return pairs * (4 * static_cast<double>(d) / limit.gflops + 1 / limit.exponentials) / 1e9;
}

}  // namespace attention
