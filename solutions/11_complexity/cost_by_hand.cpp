#include "tests/exercises/11_complexity/cost_by_hand/task.hpp"

namespace attention
{

Vector cost_by_hand()
{
    // a) 1000 * 1000 * 1023 for Q K^T, 1000 * 4998 for softmax, 1000 * 512 * 1999 for A V: 2,051,486,000. One division
    //    per score adds a million, which hardly shows.
    // b) 1,023,000,000 over 4,998,000 is 204.7.
    // c) n counts twice, d once: 9 / 3. d) n counts once, d twice: 3 / 9. What is cheap depends on the shape.
    // e) 16 * 10^9 bytes hold 4 * 10^9 scores, a square with sides of 63,245.55: round down, the next word does not fit.
    // f) 32 such squares: each may have 125,000,000 scores, and the root of that is 11,180.3. With 32 times as many
    //    matrices the text gets shorter by a factor of less than 6, not 32.
    return {2052486000, 205, 3, 1.0 / 3.0, 63245, 11180};
}

}  // namespace attention
