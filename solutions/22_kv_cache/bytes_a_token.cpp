#include "tests/exercises/22_kv_cache/bytes_a_token/task.hpp"

namespace attention
{

Vector bytes_a_token()
{
    // a) A key and a value, in 32 layers of 8 heads, 128 coordinates each, 2 bytes each: 2 * 32 * 8 * 128 * 2 = 131,072.
    // b) The parameters are 14 GB. 10,000 tokens are 1.31 GB more. 1000 / 15.31 is 65.3 steps a second.
    // c) The cache is four times as large, 5.24 GB, and the parameters stay: 1000 / 19.24 is 52.0.
    // d) 14 * 10^9 / 131,072 is 106,811.5. From there on a step mostly waits for the cache.
    // e) 14 GB once, and 1.31 GB for each text: 24.49 GB for eight tokens, 326.7 a second. One text alone gets 65.3, so
    //    eight together get five times as many, not eight: parameters can be shared between texts, a cache cannot.
    //
    // That is why shared heads and keys in bytes (exercise 22.4) matter most to those who serve many long texts at once, and
    // why chapter 24 looks for attention that keeps less.
    return {131072, 65, 52, 106812, 327};
}

}  // namespace attention
