// Exercise 14.1 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/14_gradients/back_by_hand/task.hpp"

namespace attention
{

namespace right::by_jacobian
{
Vector back_by_hand()
{
    const Vector A = {0.5, 0.25, 0.25};
    const Vector dA = {4, 0, 2};
    Vector dS = {0, 0, 0};
    for (std::size_t j = 0; j < 3; ++j) {
        for (std::size_t l = 0; l < 3; ++l) dS(l) += dA(j) * A(j) * ((j == l ? 1.0 : 0.0) - A(l));
    }
    return dS;
}
}  // namespace right::by_jacobian

namespace right::plain
{
Vector back_by_hand() { return {0.75, -0.625, -0.125}; }
}  // namespace right::plain

namespace diagonal_only
{
Vector back_by_hand() { return {1, 0, 0.375}; }
}  // namespace diagonal_only

namespace not_times_weight
{
Vector back_by_hand() { return {1.5, -2.5, -0.5}; }
}  // namespace not_times_weight

namespace plain_mean
{
Vector back_by_hand() { return {1, -0.5, 0}; }
}  // namespace plain_mean

namespace products_only
{
Vector back_by_hand() { return {2, 0, 0.5}; }
}  // namespace products_only

namespace sign_turned
{
Vector back_by_hand() { return {-0.75, 0.625, 0.125}; }
}  // namespace sign_turned

namespace sum_in_place_of_mean
{
Vector back_by_hand() { return {-1, -1.5, -1}; }
}  // namespace sum_in_place_of_mean

}  // namespace attention
