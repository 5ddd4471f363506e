// Exercise 3.1 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/03_weighted_sum/weights_for/task.hpp"

#include "common/require.hpp"

#include <algorithm>
#include <stdexcept>

namespace attention
{

namespace right::by_areas
{
Vector weights_for(const Vector& p)
{
    // Twice the area of a triangle, with a sign; the whole one has area 1/2.
    const auto area = [](double ax, double ay, double bx, double by, double cx, double cy) {
        return (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
    };
    const double whole = area(1, 0, 1, 1, 0, 1);
    const Vector weights = {area(p(0), p(1), 1, 1, 0, 1) / whole, area(1, 0, 1, 1, p(0), p(1)) / whole,
                            area(1, 0, p(0), p(1), 0, 1) / whole};
    for (const double weight : weights) {
        if (weight < 0) throw std::invalid_argument("outside");
    }
    return weights;
}
}  // namespace right::by_areas

namespace right::solved
{
Vector weights_for(const Vector& p)
{
    const double mat = p(0) + p(1) - 1;
    const double cat = p(0) - mat;
    const double sat = p(1) - mat;
    if (std::min({cat, sat, mat}) < -1e-9) throw std::invalid_argument("not an average of the three");
    return {cat, sat, mat};
}
}  // namespace right::solved

// Like right::solved, except where marked.
namespace another_exception
{
Vector weights_for(const Vector& p)
{
    const double mat = p(0) + p(1) - 1;
    const double cat = p(0) - mat;
    const double sat = p(1) - mat;
    if (std::min({cat, sat, mat}) < 0) throw std::out_of_range("outside");  // <--
    return {cat, sat, mat};
}
}  // namespace another_exception

namespace border_refused
{
Vector weights_for(const Vector& p)
{
    const double a = 1 - p(1);
    const double b = 1 - p(0);
    const double c = p(0) + p(1) - 1;
    if (a <= 0 || b <= 0 || c <= 0) throw std::invalid_argument("outside the triangle");
    return {a, b, c};
}
}  // namespace border_refused

namespace cat_and_sat_exchanged
{
Vector weights_for(const Vector& p)
{
    const double a = 1 - p(0);
    const double b = 1 - p(1);
    const double c = p(0) + p(1) - 1;
    if (a < -1e-12 || b < -1e-12 || c < -1e-12) throw std::invalid_argument("outside the triangle");
    return {a, b, c};
}
}  // namespace cat_and_sat_exchanged

namespace clipped::plain
{
Vector weights_for(const Vector& p)
{
    const double a = 1 - p(1);
    const double b = 1 - p(0);
    const double c = p(0) + p(1) - 1;
    if (false) throw std::invalid_argument("outside the triangle");
    return {std::clamp(a, 0.0, 1.0), std::clamp(b, 0.0, 1.0), std::clamp(c, 0.0, 1.0)};
}
}  // namespace clipped::plain

namespace clipped::rescaled
{
Vector weights_for(const Vector& p)
{
    const double a = 1 - p(1);
    const double b = 1 - p(0);
    const double c = p(0) + p(1) - 1;
    if (false) throw std::invalid_argument("outside the triangle");
    Vector weights = {std::max(a, 0.0), std::max(b, 0.0), std::max(c, 0.0)};
    weights /= double(xt::sum(weights)());
    return weights;
}
}  // namespace clipped::rescaled

namespace mat_too_small
{
Vector weights_for(const Vector& p)
{
    const double a = 1 - p(1);
    const double b = 1 - p(0);
    const double c = 0.0;
    if (a < -1e-12 || b < -1e-12 || c < -1e-12) throw std::invalid_argument("outside the triangle");
    return {a, b, c};
}
}  // namespace mat_too_small

namespace negative_weights::bounds_of_square
{
Vector weights_for(const Vector& p)
{
    const double a = 1 - p(1);
    const double b = 1 - p(0);
    const double c = p(0) + p(1) - 1;
    if (p(0) < 0 || p(1) < 0 || p(0) > 1 || p(1) > 1) throw std::invalid_argument("outside the triangle");
    return {a, b, c};
}
}  // namespace negative_weights::bounds_of_square

namespace negative_weights::mat_not_looked_at
{
Vector weights_for(const Vector& p)
{
    const double a = 1 - p(1);
    const double b = 1 - p(0);
    const double c = p(0) + p(1) - 1;
    if (a < 0 || b < 0) throw std::invalid_argument("outside the triangle");
    return {a, b, c};
}
}  // namespace negative_weights::mat_not_looked_at

namespace negative_weights::plain
{
Vector weights_for(const Vector& p)
{
    const double a = 1 - p(1);
    const double b = 1 - p(0);
    const double c = p(0) + p(1) - 1;
    if (false) throw std::invalid_argument("outside the triangle");
    return {a, b, c};
}
}  // namespace negative_weights::plain

namespace one_too_many
{
Vector weights_for(const Vector& p)
{
    const double a = 1 - p(1);
    const double b = 1 - p(0);
    const double c = p(0) + p(1);
    if (a < -1e-12 || b < -1e-12 || c < -1e-12) throw std::invalid_argument("outside the triangle");
    return {a, b, c};
}
}  // namespace one_too_many

namespace only_rescaled
{
Vector weights_for(const Vector& p)
{
    const double a = p(0) / (p(0) + p(1));
    const double b = p(1) / (p(0) + p(1));
    const double c = 0.0;
    if (a < -1e-12 || b < -1e-12 || c < -1e-12) throw std::invalid_argument("outside the triangle");
    return {a, b, c};
}
}  // namespace only_rescaled

namespace sum_is_not_1
{
Vector weights_for(const Vector& p)
{
    const double a = p(0);
    const double b = p(1);
    const double c = 0.0;
    if (a < -1e-12 || b < -1e-12 || c < -1e-12) throw std::invalid_argument("outside the triangle");
    return {a, b, c};
}
}  // namespace sum_is_not_1

}  // namespace attention
