/// \file
/// What is measured: attention over arrays of one shape.
#pragma once

#include <cstddef>
#include <string>

namespace bench
{

/// One thing to measure.
struct Case {
    std::string type = "float";  ///< or double
    int threads = 1;             ///< at a time
    std::size_t n = 0;           ///< queries of a head
    std::size_t m = 0;           ///< keys of a head; 0: as many as queries
    std::size_t d = 64;          ///< the size of queries, keys and values
    std::size_t heads = 1;       ///< of Q
    std::size_t groups = 0;      ///< heads of K and V; 0: as many as Q has
    std::size_t batch = 1;       ///< sequences
    bool causal = false;         ///< with the causal mask
    double deviation = 1.0;      ///< of the scores: how peaked the weights are
    bool nan = false;            ///< one of the values is no number

    std::size_t keys() const { return m == 0 ? n : m; }                     ///< keys of a head
    std::size_t key_heads() const { return groups == 0 ? heads : groups; }  ///< heads of K and V
    bool decoding() const { return n < 8 && keys() >= 1024; }               ///< memory is the limit

    double scores() const;      ///< how many there are, in all
    double operations() const;  ///< of the two products, as everybody counts them: 4 d for each score
    double bytes() const;       ///< of K and V together

    /// `4096, causal` or `1000, d = 512`: what distinguishes it from others of the same type and threads.
    std::string name() const;
};

}  // namespace bench
