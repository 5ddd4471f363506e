/// \file
/// Chapter 11: what attention costs, by formula.
#pragma once

#include "common/require.hpp"

#include <cstdint>

namespace attention
{

/// How many operations on numbers attention takes: additions, subtractions, multiplications, divisions, exponentials and
/// comparisons.
struct Operations {
    std::uint64_t scores = 0;   ///< Q K^T
    std::uint64_t softmax = 0;  ///< of each row
    std::uint64_t values = 0;   ///< weights times V

    /// All three steps.
    std::uint64_t total() const { return scores + softmax + values; }
};

/// Count the operations of attention, unscaled, without running it.
///
/// A dot product of d numbers takes d multiplications and d - 1 additions. Softmax of m numbers takes m - 1 comparisons for
/// the largest, m subtractions, m exponentials, m - 1 additions and m divisions.
///
/// \param n    queries
/// \param m    keys, at least 1
/// \param d_k  coordinates of queries and keys, at least 1
/// \param d_v  coordinates of values
/// \return     the operations of each step
/// \throws std::invalid_argument  if m or d_k is 0: the formula needs at least one term
inline Operations operations(std::uint64_t n, std::uint64_t m, std::uint64_t d_k, std::uint64_t d_v)
{
    common::require(m > 0 && d_k > 0, "operations: m = {} keys with d_k = {} coordinates; both must be at least 1", m,
                    d_k);
    return {.scores = n * m * (2 * d_k - 1), .softmax = n * (5 * m - 2), .values = n * d_v * (2 * m - 1)};
}

/// The rule of thumb for the two products of attention over n words: 4 n^2 d.
/// \param n  words
/// \param d  coordinates of queries, keys and values
/// \return   operations
inline double attention_rule(double n, double d) { return 4 * n * n * d; }

/// The rule of thumb for projecting n words by (d, d) matrices: 2 n d^2 for each matrix.
/// \param n      words
/// \param d      coordinates of a word, before and after
/// \param count  3 for W_Q, W_K and W_V; 4 with the projection of the output
/// \return       operations
inline double projections_rule(double n, double d, double count = 3) { return 2 * count * n * d * d; }

/// How many words a text has when attention costs as much as projecting them, by both rules: n = count d / 2.
/// \param d      coordinates of a word, before and after
/// \param count  how many projections
/// \return       words
inline double words_at_equal_cost(double d, double count = 3) { return count * d / 2; }

/// Bytes for the matrix of scores.
/// \param n               queries
/// \param m               keys
/// \param size_of_number  4 for float, 8 for double
/// \return                bytes
inline std::uint64_t score_bytes(std::uint64_t n, std::uint64_t m, std::uint64_t size_of_number)
{
    return n * m * size_of_number;
}

}  // namespace attention
