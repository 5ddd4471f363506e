/// Exercise 11.3: The longest sequence
///
/// A plan before the program runs: how long may a text be, so that one layer of attention fits into memory? The layer keeps
///
/// - the scores, one matrix of shape (n, n) for each head,
/// - the weights, another one for each head, since softmax does not write over the scores,
/// - queries, keys, values and output, each of shape (n, d_model), for all heads together.
///
/// Return the largest n for which all of this fits, exactly. The last byte counts, and one byte short is too short.
///
///     longest_sequence(100, 1, 2, 4)  gives 2: for n = 2 there are 8 + 16 numbers, 96 bytes; for n = 3 it would be 168
///     longest_sequence(95, 1, 2, 4)   gives 1
///
/// Which of the three items decides, for a short text and for a long one? Try 24 GB, 32 heads and d_model = 4096 in float,
/// and then twice the memory: how much longer may the text be?
///
/// \param bytes           memory, at most 10^18; a square root in double is not exact any more there
/// \param heads           heads, at least 1
/// \param d_model         coordinates of all heads together, at least 1
/// \param size_of_number  bytes of one number, at least 1: 4 for float, 8 for double
/// \return                tokens n; 0 where not even one fits
#include "tests/exercises/11_complexity/longest_sequence/task.hpp"

#include <cstdint>

namespace attention
{

std::uint64_t longest_sequence(std::uint64_t bytes, std::uint64_t heads, std::uint64_t d_model,
                               std::uint64_t size_of_number)
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
