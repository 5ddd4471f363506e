// Exercise 1.1 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/01_similarity/by_hand/task.hpp"

namespace attention
{

namespace right::numbers
{
Vector scores_by_hand() { return {3, 0, -14, 6.5}; }
}  // namespace right::numbers

namespace right::sums
{
Vector scores_by_hand()
{
    Vector scores = xt::zeros<double>({4});
    scores(0) = 2 - 2 + 3;
    scores(2) = -8 - 6;
    scores(3) = -1 + 6 + 1.5;
    return scores;
}
}  // namespace right::sums

namespace added_coordinates
{
Vector scores_by_hand() { return {6, 0, 4, -1.5}; }
}  // namespace added_coordinates

namespace cosines
{
Vector scores_by_hand() { return {0.327, 0, -0.837, 0.543}; }
}  // namespace cosines

namespace minus_times_minus
{
Vector scores_by_hand() { return {3, 0, -14, -5.5}; }
}  // namespace minus_times_minus

namespace no_negative_scores
{
Vector scores_by_hand() { return {3, 0, 14, 6.5}; }
}  // namespace no_negative_scores

namespace signs_dropped
{
Vector scores_by_hand() { return {7, 6, 14, 8.5}; }
}  // namespace signs_dropped

namespace undiagnosed::slip
{
Vector scores_by_hand() { return {3, 0, -14, 6}; }
}  // namespace undiagnosed::slip

namespace undiagnosed::too_few
{
Vector scores_by_hand() { return {3, 0, -14}; }
}  // namespace undiagnosed::too_few

}  // namespace attention
