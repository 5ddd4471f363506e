// Exercise 5.1 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/05_queries_keys_values/roles_by_hand/task.hpp"

#include "01_similarity/similarity.hpp"
#include "05_queries_keys_values/projections.hpp"

namespace attention
{

namespace right::by_projection
{
Vector roles_by_hand()
{
    const Vector q = project({2, -1, 1}, {{1, 0}, {0, 3}, {2, 1}});
    const Vector k = project({1, 2, 0}, {{0, 1}, {1, 1}, {-1, 2}});
    return {q(0), q(1), k(0), k(1), dot(q, k)};
}
}  // namespace right::by_projection

namespace right::written_out
{
Vector roles_by_hand()
{
    const Vector q = {2 * 1 - 1 * 0 + 1 * 2, 2 * 0 - 1 * 3 + 1 * 1};
    const Vector k = {1 * 0 + 2 * 1, 1 * 1 + 2 * 1};
    return {q(0), q(1), k(0), k(1), q(0) * k(0) + q(1) * k(1)};
}
}  // namespace right::written_out

namespace one_projection_for_both
{
Vector roles_by_hand() { return {4, -2, 1, 6, -8}; }
}  // namespace one_projection_for_both

namespace roles_swapped
{
Vector roles_by_hand() { return {1, 6, -2, 3, 16}; }
}  // namespace roles_swapped

namespace score_of_the_words
{
Vector roles_by_hand() { return {4, -2, 2, 3, 0}; }
}  // namespace score_of_the_words

namespace sign_lost
{
Vector roles_by_hand() { return {4, 4, 2, 3, 20}; }
}  // namespace sign_lost

namespace undiagnosed::guess
{
Vector roles_by_hand() { return {4, -2, 3, 2, 8}; }
}  // namespace undiagnosed::guess

}  // namespace attention
