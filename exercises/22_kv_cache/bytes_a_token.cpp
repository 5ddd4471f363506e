/// Exercise 22.2: How fast can it write?
///
/// A model has 32 layers. Each has 32 heads of queries and 8 heads of keys and values, all with 128 coordinates: four heads of
/// queries share their keys and values. The parameters are 7 * 10^9 numbers. Every number, in the parameters and in the
/// cache, takes 2 bytes. The memory delivers 1000 GB/s, where a GB is 10^9 bytes.
///
/// To write a token, the model reads each parameter once, and each key and value that is in the cache. Count nothing else.
/// With a pencil, and without running anything:
///
/// a) How many bytes does one token add to the cache, in all layers together?
///
/// b) There are 10,000 tokens in the cache. How many tokens a second can the model write at most?
///
/// c) The same, if each of the 32 heads had keys and values of its own?
///
/// d) Back to 8 heads. With how many tokens in the cache does reading the cache take as long as reading the parameters?
///
/// e) Eight texts are written at the same time, each with a cache of its own, 10,000 tokens long. A step adds a token to each
/// text, and reads the parameters once for all of them. How many tokens a second at most, all texts together?
///
/// Round b to e to the nearest whole number, and return the five in this order: `return {1, 2, 3, 4, 5};`.
///
/// \return  five numbers
#include "tests/exercises/22_kv_cache/bytes_a_token/task.hpp"

namespace attention
{

Vector bytes_a_token()
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
