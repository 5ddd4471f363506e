#include "tests/exercises/08_patterns/bits_by_hand/task.hpp"

namespace attention
{

Vector bits_by_hand()
{
    const double a = 0.0;                                         // you know it before you ask; 0 ln 0 counts as 0
    const double b = 4 * (0.25 * 2.0);                            // 2: four equal keys
    const double c = 0.5 * 1.0 + 0.25 * 2.0 + 2 * (0.125 * 3.0);  // 1.75
    const double d = 2 * (0.5 * 1.0);                             // 1: a key with the score -infinity is never drawn
    const double e = 0.5 * 1.0 + 32 * (1.0 / 64.0 * 6.0);         // 3.5: many small weights make a wide row
    return {a, b, c, d, e};
}

}  // namespace attention
