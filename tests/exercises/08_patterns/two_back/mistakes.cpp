// Exercise 8.2 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// a version differs from the one it was made from.
#include "tests/exercises/08_patterns/two_back/task.hpp"

#include "common/blas.hpp"

#include <cmath>
#include <limits>
#include <numbers>

namespace attention
{

namespace right::numbers
{
Matrix W_Q_two_back() { return {{-5, -8.66}, {8.66, -5}}; }
}  // namespace right::numbers

namespace right::rough
{
Matrix W_Q_two_back() { return {{-4, -7}, {7, -4}}; }
}  // namespace right::rough

namespace right::twice_one_back
{
Matrix W_Q_two_back()
{
    const Matrix one_back = {{0.5, -0.8660254}, {0.8660254, 0.5}};
    return 6.0 * common::product(one_back, one_back);
}
}  // namespace right::twice_one_back

// Like right::twice_one_back, except where marked.
namespace degrees_for_radians
{
Matrix W_Q_two_back()
{
    const double turn = -120.0;                                                                        // <--
    return {{10 * std::cos(turn), 10 * std::sin(turn)}, {-10 * std::sin(turn), 10 * std::cos(turn)}};  // <--
}
}  // namespace degrees_for_radians

namespace even_weights
{
Matrix W_Q_two_back() { return xt::zeros<double>({2, 2}); }
}  // namespace even_weights

namespace looks_ahead::plain
{
Matrix W_Q_two_back() { return {{-5, 8.66}, {-8.66, -5}}; }
}  // namespace looks_ahead::plain

// Like the solution, except where marked.
namespace looks_ahead::transposed
{
Matrix W_Q_two_back()
{
    const double turn = -120.0 * std::numbers::pi / 180.0;
    const Matrix columns = {{std::cos(turn), -std::sin(turn)}, {std::sin(turn), std::cos(turn)}};  // <-- for W x
    return 10.0 * columns;                                                                         // <--
}
}  // namespace looks_ahead::transposed

namespace looks_at_itself
{
Matrix W_Q_two_back() { return {{10, 0}, {0, 10}}; }
}  // namespace looks_at_itself

namespace looks_opposite
{
Matrix W_Q_two_back() { return {{-10, 0}, {0, -10}}; }
}  // namespace looks_opposite

namespace no_rotation
{
Matrix W_Q_two_back() { return {{-5, -8.66}, {-8.66, -5}}; }
}  // namespace no_rotation

// Like right::twice_one_back, except where marked.
namespace not_finite
{
Matrix W_Q_two_back()
{
    const double infinity = std::numeric_limits<double>::infinity();  // <--
    return {{-infinity, -infinity}, {infinity, -infinity}};           // <--
}
}  // namespace not_finite

namespace one_place_ahead
{
Matrix W_Q_two_back() { return {{5, 8.66}, {-8.66, 5}}; }
}  // namespace one_place_ahead

namespace one_place_back
{
Matrix W_Q_two_back() { return {{5, -8.66}, {8.66, 5}}; }
}  // namespace one_place_back

namespace queries_as_rows
{
Matrix W_Q_two_back() { return {{-0.5, -0.87}, {0.5, -0.87}, {1, 0}, {0.5, 0.87}, {-0.5, 0.87}, {-1, 0}}; }
}  // namespace queries_as_rows

namespace queries_too_long_or_short
{
Matrix W_Q_two_back() { return {{-5, -8.66, 0}, {8.66, -5, 0}}; }
}  // namespace queries_too_long_or_short

namespace too_weak::nearly
{
Matrix W_Q_two_back() { return {{-2.5, -4.33}, {4.33, -2.5}}; }
}  // namespace too_weak::nearly

namespace too_weak::plain
{
Matrix W_Q_two_back() { return {{-0.5, -0.866}, {0.866, -0.5}}; }
}  // namespace too_weak::plain

}  // namespace attention
