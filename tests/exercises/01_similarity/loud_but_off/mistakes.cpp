// Exercise 1.2 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/01_similarity/loud_but_off/task.hpp"

#include <limits>

namespace attention
{

namespace right::far_down
{
Vector loud_but_off() { return {110, -70}; }
}  // namespace right::far_down

namespace right::long_vector
{
Vector loud_but_off() { return {-3.9e5, 3e5}; }
}  // namespace right::long_vector

namespace not_finite
{
Vector loud_but_off() { return {std::numeric_limits<double>::infinity(), 0}; }
}  // namespace not_finite

namespace not_loud
{
Vector loud_but_off() { return {-3.8, 3.0}; }
}  // namespace not_loud

namespace not_off::b_stretched
{
Vector loud_but_off() { return {500, 0}; }
}  // namespace not_off::b_stretched

namespace not_off::plain
{
Vector loud_but_off() { return {300, 400}; }
}  // namespace not_off::plain

namespace perpendicular
{
Vector loud_but_off() { return {-400, 300}; }
}  // namespace perpendicular

namespace points_away
{
Vector loud_but_off() { return {-300, 0}; }
}  // namespace points_away

namespace wrong_size
{
Vector loud_but_off() { return {30, 40, 50}; }
}  // namespace wrong_size

namespace nearly_off
{
Vector loud_but_off() { return {50, -30}; }
}  // namespace nearly_off

namespace neither
{
Vector loud_but_off() { return {2, 1}; }
}  // namespace neither

}  // namespace attention
