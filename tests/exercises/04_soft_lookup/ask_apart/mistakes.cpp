// Exercise 4.2 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/04_soft_lookup/ask_apart/task.hpp"

#include <cmath>
#include <limits>

namespace attention
{

namespace right::down
{
Vector ask_apart() { return {0.3, -1.9}; }
}  // namespace right::down

// Like the solution, except where marked.
namespace right::from_the_other_rival
{
Vector ask_apart()
{
    const double norm = std::sqrt(20.0);           // <--
    return {2.0 * 2.0 / norm, 2.0 * -4.0 / norm};  // <--
}
}  // namespace right::from_the_other_rival

namespace along_the_key
{
Vector ask_apart() { return {2, 0}; }
}  // namespace along_the_key

namespace asks_nothing
{
Vector ask_apart() { return {0, 0}; }
}  // namespace asks_nothing

namespace finds_another
{
Vector ask_apart() { return {1, 1.5}; }
}  // namespace finds_another

namespace not_apart_enough::plain
{
Vector ask_apart() { return {1.4, -0.1}; }
}  // namespace not_apart_enough::plain

namespace not_apart_enough::short_of_it
{
Vector ask_apart() { return {0.3, -0.9}; }
}  // namespace not_apart_enough::short_of_it

namespace not_finite
{
Vector ask_apart() { return {std::nan(""), 0}; }
}  // namespace not_finite

namespace too_long::plain
{
Vector ask_apart() { return {10, 0}; }
}  // namespace too_long::plain

namespace wrong_size
{
Vector ask_apart() { return {1, 0, 0}; }
}  // namespace wrong_size

namespace only_too_long::whole_numbers
{
Vector ask_apart() { return {1, -3}; }
}  // namespace only_too_long::whole_numbers

namespace only_too_long::a_little
{
Vector ask_apart() { return {0.648, -1.945}; }
}  // namespace only_too_long::a_little

namespace too_long::infinite
{
Vector ask_apart() { return {0, -std::numeric_limits<double>::infinity()}; }
}  // namespace too_long::infinite

}  // namespace attention
