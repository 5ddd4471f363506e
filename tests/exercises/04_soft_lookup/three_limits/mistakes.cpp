// Exercise 4.1 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/04_soft_lookup/three_limits/task.hpp"

#include "04_soft_lookup/soft_lookup.hpp"

namespace attention
{

namespace right::as_fractions
{
Vector three_limits() { return {(10.0 + 20.0 + 60.0) / 3.0, 20.0, (10.0 + 60.0) / 2.0}; }
}  // namespace right::as_fractions

namespace right::by_lookup
{
Vector three_limits()
{
    const Vector q = {1, 2};
    const Matrix K = {{1, 0}, {0, 1}, {-1, 1}};
    const Matrix V = {{10}, {20}, {60}};
    Vector outputs = {0, 0, 0};
    const Vector betas = {0, 1e5, -1e5};
    for (std::size_t i = 0; i < 3; ++i) outputs(i) = soft_lookup(q, K, V, betas(i)).output(0);
    return outputs;
}
}  // namespace right::by_lookup

namespace largest_value::both
{
Vector three_limits() { return {30, 60, 10}; }
}  // namespace largest_value::both

namespace largest_value::plain
{
Vector three_limits() { return {30, 60, 35}; }
}  // namespace largest_value::plain

namespace limits_exchanged
{
Vector three_limits() { return {30, 35, 20}; }
}  // namespace limits_exchanged

namespace sum_for_mean
{
Vector three_limits() { return {90, 20, 35}; }
}  // namespace sum_for_mean

namespace tie_summed
{
Vector three_limits() { return {30, 20, 70}; }
}  // namespace tie_summed

namespace tie_to_one::last
{
Vector three_limits() { return {30, 20, 60}; }
}  // namespace tie_to_one::last

namespace tie_to_one::plain
{
Vector three_limits() { return {30, 20, 10}; }
}  // namespace tie_to_one::plain

namespace zero_is_nothing
{
Vector three_limits() { return {0, 20, 35}; }
}  // namespace zero_is_nothing

namespace undiagnosed::guess
{
Vector three_limits() { return {25, 20, 35}; }
}  // namespace undiagnosed::guess

}  // namespace attention
