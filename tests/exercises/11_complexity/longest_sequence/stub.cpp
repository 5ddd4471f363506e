/// Exercise 11.3: The longest sequence
///
/// Plan before you run: how long may a text be so that one layer of attention fits into memory? The layer runs attention
/// several times side by side; each such run is called a head. It keeps
///
/// - the scores, one matrix of shape (n, n) per head,
/// - the weights, another one per head, since softmax does not overwrite the scores,
/// - queries, keys, values and output, each of shape (n, d_model), for all heads together.
///
/// Return the largest n for which all of this fits. The last byte counts: one byte too few is too few. Count in
/// 64 bits, and take care: an n that is far too long may need more bytes than 64 bits can count.
///
///     longest_sequence(100, 1, 2, 4)  gives 2: for n = 2 there are 8 + 16 numbers, 96 bytes; for n = 3 it would be 168
///     longest_sequence(95, 1, 2, 4)   gives 1
///
/// Which of the three items decides for a short text, and which for a long one? Try 24 GB, 32 heads and d_model = 4096 in
/// float. Then double the memory: how much longer may the text be?
///
/// \param bytes           memory, at most 10^18, where a square root in double is no longer exact
/// \param heads           heads, from 1 to 10^6
/// \param d_model         coordinates of all heads together, from 1 to 10^6
/// \param size_of_number  bytes of one number, from 1 to 16: 4 for float, 8 for double
/// \return                words n; 0 if not even one fits
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
