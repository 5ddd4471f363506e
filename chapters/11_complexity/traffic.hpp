/// \file
/// Chapter 11: how many bytes attention moves between memory and processor, and how much it computes with each.
#pragma once

#include "11_complexity/operations.hpp"

#include <cstdint>

namespace attention
{

/// Bytes that each step of attention has to move at the very least.
struct Traffic {
    std::uint64_t scores = 0;   ///< Q K^T
    std::uint64_t softmax = 0;  ///< of each row
    std::uint64_t values = 0;   ///< weights times V

    /// All three steps.
    std::uint64_t total() const { return scores + softmax + values; }
};

/// Count the bytes that attention moves if each step reads its inputs once and writes its result once.
///
/// A real program may read some numbers again, and move more. It moves less only where a step hands its result to the next one
/// without writing it down.
///
/// \param n               queries
/// \param m               keys
/// \param d_k             coordinates of queries and keys
/// \param d_v             coordinates of values
/// \param size_of_number  4 for float, 8 for double
/// \return                the bytes of each step
inline Traffic traffic(std::uint64_t n, std::uint64_t m, std::uint64_t d_k, std::uint64_t d_v,
                       std::uint64_t size_of_number)
{
    return {.scores = (n * d_k + m * d_k + n * m) * size_of_number,   // Q and K in, scores out
            .softmax = 2 * n * m * size_of_number,                    // scores in, weights out
            .values = (n * m + m * d_v + n * d_v) * size_of_number};  // weights and V in, output out
}

/// Arithmetic intensity: operations for each byte that is moved.
/// \param operations  of a step, or of all
/// \param bytes       that it moves, more than 0
/// \return            operations per byte
inline double intensity(std::uint64_t operations, std::uint64_t bytes)
{
    return static_cast<double>(operations) / static_cast<double>(bytes);
}

}  // namespace attention
