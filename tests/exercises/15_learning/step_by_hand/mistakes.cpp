// Exercise 15.1 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/15_learning/step_by_hand/task.hpp"

namespace attention
{

namespace right::in_code
{
Vector step_by_hand()
{
    const Matrix K = {{2, 0, 4, 0}, {0, -2, 4, 0}};
    const Vector v = {3, 1};
    const double output = 0.5 * v(0) + 0.5 * v(1);
    const double dO = 2.0 * (output - 3.0);
    Vector result = xt::zeros<double>({6});
    for (std::size_t c = 0; c < 4; ++c) {
        const double dq = 0.5 * dO * (0.25 * (v(0) - v(1)) * K(0, c) + 0.25 * (v(1) - v(0)) * K(1, c));
        result(c) = -3.0 * dq / 3.0;
        result(4) += 3.0 * result(c) * K(0, c) / 2.0;
        result(5) += 3.0 * result(c) * K(1, c) / 2.0;
    }
    return result;
}
}  // namespace right::in_code

namespace right::plain
{
Vector step_by_hand() { return {1, 1, 0, 0, 3, -3}; }
}  // namespace right::plain

namespace diagonal_only
{
Vector step_by_hand() { return {1.5, -0.5, 4, 0, 28.5, 25.5}; }
}  // namespace diagonal_only

namespace input_forgotten
{
Vector step_by_hand() { return {1.0 / 3, 1.0 / 3, 0, 0, 1, -1}; }
}  // namespace input_forgotten

namespace new_scores_unscaled
{
Vector step_by_hand() { return {1, 1, 0, 0, 6, -6}; }
}  // namespace new_scores_unscaled

namespace no_mean
{
Vector step_by_hand() { return {3, -1, 8, 0, 57, 51}; }
}  // namespace no_mean

namespace rate_forgotten
{
Vector step_by_hand() { return {3, 3, 0, 0, 9, -9}; }
}  // namespace rate_forgotten

namespace scale_forgotten
{
Vector step_by_hand() { return {2, 2, 0, 0, 6, -6}; }
}  // namespace scale_forgotten

namespace square_forgotten
{
Vector step_by_hand() { return {0.5, 0.5, 0, 0, 1.5, -1.5}; }
}  // namespace square_forgotten

namespace uphill
{
Vector step_by_hand() { return {-1, -1, 0, 0, -3, 3}; }
}  // namespace uphill

namespace undiagnosed::guess
{
Vector step_by_hand() { return {1, 2, 3, 4, 5, 6}; }
}  // namespace undiagnosed::guess

}  // namespace attention
