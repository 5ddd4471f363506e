// Exercise 16.1 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/16_positions/turned_by_hand/task.hpp"

namespace attention
{

namespace right::by_quarter_turns
{
Vector turned_by_hand()
{
    Vector q = {1, 2, 3, 1};
    const auto quarter = [&](std::size_t c) {
        const double x = q(c);
        q(c) = -q(c + 1);
        q(c + 1) = x;
    };
    quarter(0);
    quarter(0);
    quarter(2);
    const Vector k = {2, 1, 1, 0};
    return {q(0), q(1), q(2), q(3), q(0) * k(0) + q(1) * k(1) + q(2) * k(2) + q(3) * k(3)};
}
}  // namespace right::by_quarter_turns

namespace right::plain
{
Vector turned_by_hand() { return {-1, -2, -1, 3, -5}; }
}  // namespace right::plain

namespace clockwise
{
Vector turned_by_hand() { return {-1, -2, 1, -3, -3}; }
}  // namespace clockwise

namespace halves_paired
{
Vector turned_by_hand() { return {-1, -1, -3, 2, -6}; }
}  // namespace halves_paired

namespace one_speed
{
Vector turned_by_hand() { return {-1, -2, -3, -1, -7}; }
}  // namespace one_speed

namespace score_not_turned
{
Vector turned_by_hand() { return {-1, -2, -1, 3, 7}; }
}  // namespace score_not_turned

namespace score_turned_wrongly
{
Vector turned_by_hand() { return {-1, -2, -1, 3, -3}; }
}  // namespace score_turned_wrongly

namespace speeds_exchanged
{
Vector turned_by_hand() { return {-2, 1, -3, -1, -6}; }
}  // namespace speeds_exchanged

namespace undiagnosed::guess
{
Vector turned_by_hand() { return {1, 2, 3, 1, 7}; }
}  // namespace undiagnosed::guess

}  // namespace attention
