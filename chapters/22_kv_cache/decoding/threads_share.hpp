/// \file
/// Chapter 22: what a second thread is worth in a decoding step, where both read from the same memory.
#pragma once

#include <cstddef>

namespace attention
{

/// One query over n keys and values in float, by chapter 20's fast form, with one thread and with two.
struct ThreadsShare {
    std::size_t tokens = 0;    ///< n
    std::size_t d = 0;         ///< the size of a key, and of a value
    double one = 0.0;          ///< seconds with one thread
    double two = 0.0;          ///< seconds with two, each with its slices of the cache
    double reading_one = 0.0;  ///< seconds for reading K and V with one thread
    double reading_two = 0.0;  ///< seconds for reading them with two
    bool same_bits = false;    ///< whether both have the same output, to the last bit

    /// Bytes of K and V, by formula.
    double bytes() const { return 2.0 * static_cast<double>(tokens * d) * sizeof(float); }
};

/// Time one decoding step with one thread and with two.
///
/// \param tokens  n
/// \param d       the size of a key, and of a value
/// \param rounds  in which all have their turn; the shortest time of each counts
ThreadsShare threads_share(std::size_t tokens, std::size_t d, int rounds = 15);

}  // namespace attention
