// Exercise 19.1 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/19_online_softmax/trace_by_hand/task.hpp"

namespace attention
{

namespace right::fractions
{
Matrix trace_by_hand() { return {{1, 3, 3}, {4 / 3.0, 1, 3 / 4.0}, {11 / 6.0, 5, 5 / (11 / 6.0)}}; }
}  // namespace right::fractions

namespace right::rounded
{
Matrix trace_by_hand() { return {{1, 3, 3}, {1.333, 1, 0.75}, {1.833, 5, 2.727}}; }
}  // namespace right::rounded

namespace followed_last_key
{
Matrix trace_by_hand() { return {{1, 3, 3}, {1.333, 1, 0.75}, {1.667, 8.5, 5.1}}; }
}  // namespace followed_last_key

namespace no_maximum
{
Matrix trace_by_hand() { return {{2, 6, 3}, {8, 6, 0.75}, {11, 30, 2.727}}; }
}  // namespace no_maximum

namespace only_l_corrected
{
Matrix trace_by_hand() { return {{1, 3, 3}, {1.333, 3, 2.25}, {1.833, 7, 3.818}}; }
}  // namespace only_l_corrected

namespace uncorrected
{
Matrix trace_by_hand() { return {{1, 3, 3}, {2, 3, 1.5}, {2.5, 7, 2.8}}; }
}  // namespace uncorrected

}  // namespace attention
