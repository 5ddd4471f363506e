/// Exercise 18.2: Who is who in the zoo?
///
/// A short sentence of the toy language, its places counted from 0:
///
///     0  1     2     3    4    5    6     7      8     9   10     11  12    13     14  15    16   17
///     .  dogs  near  cat  wug  kef  Paul  calls  Hugo  ba  twice  ba  sing  -many  he  Paul  wug  kef
///
/// Four words ask: "twice" at 10, "sing" at 12, "he" at 14, "wug" at 16. Here are seven heads, and where each puts its weight
/// when these words ask. The rest of the weight is spread over all earlier places.
///
///     head  twice at 10      sing at 12             he at 14               wug at 16
///     1     0.93 on place 0  0.90 on place 0        0.81 on place 6        0.95 on place 0
///     2     0.98 on place 9  0.97 on place 11       0.95 on place 13       0.99 on place 15
///     3     0.88 on place 0  0.45 on 1, 0.44 on 3   0.90 on place 0        0.92 on place 0
///     4     0.97 on place 0  0.91 on place 0        0.95 on place 0        0.86 on place 5
///     5     0.90 on place 0  0.94 on place 0        0.96 on place 0        0.89 on place 4
///     6     0.95 on place 0  0.77 on place 1        0.91 on place 0        0.93 on place 0
///     7     0.91 on place 0  0.92 on place 0        0.46 on 6, 0.43 on 8   0.94 on place 0
///
/// Of which kind is each? As in the lesson, a head is of a kind if it puts at least 0.3 on the source, and more than four
/// times what the distractor gets.
///
///     P  positional     S  syntactic     C  coreference     I  induction     N  none of these
///
/// \return  seven letters, for the heads 1 to 7, as in "PSCINNN"
#include "tests/exercises/18_head_zoo/which_trade/task.hpp"

namespace attention
{

std::string which_trade()
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
