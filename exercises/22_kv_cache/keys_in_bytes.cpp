/// Exercise 22.4: Keys in bytes
///
/// A byte holds a whole number from 0 to 255. Put keys into bytes, channel by channel, where a channel is a column of K. Its
/// smallest number becomes 0 and its largest 255. In between there are steps of (largest - smallest) / 255: count how many
/// steps a number lies above the smallest, and round to the nearest. A number of the key is then about smallest + step * byte.
///
///     channel [-1, 4, 50]     bytes 0, 25, 255     step 0.2
///     channel [3, 3, 3]       bytes 0, 0, 0        step 0: there is nothing to divide by
///
/// Keep the bytes and the steps, but not the smallest numbers: nobody will ask for them.
///
/// Then turn a query into one that works on the bytes themselves. The weights softmax(bytes times your query) must be those
/// that q gives the keys smallest + step * byte, with scores divided by the square root of d_k as always. So no byte is ever
/// turned back into a key: whatever has to be done is done to the query, once. But how can it be done without the smallest
/// numbers?
///
///     q = [10, 7] and steps [0.2, 0]     give [1.414, 0]
///
/// \param K     keys, one per row, at least one, shape (m, d_k)
/// \param q     a query, shape (d_k)
/// \param keys  what keys_in_bytes gave
/// \return      the keys in bytes; and what to multiply their bytes by, shape (d_k)
#include "tests/exercises/22_kv_cache/keys_in_bytes/task.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>

namespace attention
{

KeysInBytes keys_in_bytes(const Matrix& K)
{
    throw common::NotDoneYet();  // your code goes here
}

Vector query_for_bytes(const Vector& q, const KeysInBytes& keys)
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
