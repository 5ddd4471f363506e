// Exercise 16.3 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/16_positions/mended_bias/task.hpp"

#include <cmath>

namespace attention
{

// Like the solution, except where marked.
namespace right::by_halving
{
Matrix mended_bias(std::size_t n, std::size_t m, std::size_t head, std::size_t heads)
{
    // <-- without: const double slope = std::exp2(-8.0 * static_cast<double>(head + 1) / static_cast<double>(heads));
    Matrix bias = xt::zeros<double>({n, m});
    const double slope = std::pow(2.0, -8.0 * (1.0 + static_cast<double>(head)) / static_cast<double>(heads));  // <--
    for (std::size_t back = 0; back < n; ++back) {                                                              // <--
        const std::size_t here = m - 1 - back;                                                                  // <--
        for (std::size_t j = 0; j < m; ++j) {
            const std::size_t apart = j > here ? j - here : here - j;     // <--
            bias(n - 1 - back, j) = -slope * static_cast<double>(apart);  // <--
        }
    }
    return bias;
}
}  // namespace right::by_halving

namespace right::plain
{
Matrix mended_bias(std::size_t n, std::size_t m, std::size_t head, std::size_t heads)
{
    const double slope = std::exp2(-8.0 * static_cast<double>(head + 1) / static_cast<double>(heads));
    Matrix bias = xt::zeros<double>({n, m});
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < m; ++j) {
            const double distance = static_cast<double>(i + (m - n)) - static_cast<double>(j);
            bias(i, j) = -slope * std::abs(distance);
        }
    }
    return bias;
}
}  // namespace right::plain

// Like the solution, except where marked.
namespace no_absolute_value
{
Matrix mended_bias(std::size_t n, std::size_t m, std::size_t head, std::size_t heads)
{
    const double slope = std::exp2(-8.0 * static_cast<double>(head + 1) / static_cast<double>(heads));
    Matrix bias = xt::zeros<double>({n, m});
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < m; ++j) {
            const double distance = static_cast<double>(i + (m - n)) - static_cast<double>(j);
            bias(i, j) = -slope * (distance);  // <--
        }
    }
    return bias;
}
}  // namespace no_absolute_value

// Like the solution, except where marked.
namespace nothing_mended
{
Matrix mended_bias(std::size_t n, std::size_t m, std::size_t head, std::size_t heads)
{
    const double slope = std::exp2(-8.0 * static_cast<double>(head) / static_cast<double>(heads));  // <--
    Matrix bias = xt::zeros<double>({n, m});
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < m; ++j) {
            const double distance = static_cast<double>(i) - static_cast<double>(j);  // <--
            bias(i, j) = slope * std::abs(distance);                                  // <--
        }
    }
    return bias;
}
}  // namespace nothing_mended

// Like the solution, except where marked.
namespace one_place_on
{
Matrix mended_bias(std::size_t n, std::size_t m, std::size_t head, std::size_t heads)
{
    const double slope = std::exp2(-8.0 * static_cast<double>(head + 1) / static_cast<double>(heads));
    Matrix bias = xt::zeros<double>({n, m});
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < m; ++j) {
            const double distance = static_cast<double>(i + (m - n) + 1) - static_cast<double>(j);  // <--
            bias(i, j) = -slope * std::abs(distance);
        }
    }
    return bias;
}
}  // namespace one_place_on

// Like the solution, except where marked.
namespace queries_at_the_front
{
Matrix mended_bias(std::size_t n, std::size_t m, std::size_t head, std::size_t heads)
{
    const double slope = std::exp2(-8.0 * static_cast<double>(head + 1) / static_cast<double>(heads));
    Matrix bias = xt::zeros<double>({n, m});
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < m; ++j) {
            const double distance = static_cast<double>(i) - static_cast<double>(j);  // <--
            bias(i, j) = -slope * std::abs(distance);
        }
    }
    return bias;
}
}  // namespace queries_at_the_front

// Like the solution, except where marked.
namespace sign_and_places
{
Matrix mended_bias(std::size_t n, std::size_t m, std::size_t head, std::size_t heads)
{
    const double slope = std::exp2(-8.0 * static_cast<double>(head + 1) / static_cast<double>(heads));
    Matrix bias = xt::zeros<double>({n, m});
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < m; ++j) {
            const double distance = static_cast<double>(i) - static_cast<double>(j);  // <--
            bias(i, j) = slope * std::abs(distance);                                  // <--
        }
    }
    return bias;
}
}  // namespace sign_and_places

// Like the solution, except where marked.
namespace sign_and_slopes
{
Matrix mended_bias(std::size_t n, std::size_t m, std::size_t head, std::size_t heads)
{
    const double slope = std::exp2(-8.0 * static_cast<double>(head) / static_cast<double>(heads));  // <--
    Matrix bias = xt::zeros<double>({n, m});
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < m; ++j) {
            const double distance = static_cast<double>(i + (m - n)) - static_cast<double>(j);
            bias(i, j) = slope * std::abs(distance);  // <--
        }
    }
    return bias;
}
}  // namespace sign_and_slopes

// Like the solution, except where marked.
namespace sign_turned
{
Matrix mended_bias(std::size_t n, std::size_t m, std::size_t head, std::size_t heads)
{
    const double slope = std::exp2(-8.0 * static_cast<double>(head + 1) / static_cast<double>(heads));
    Matrix bias = xt::zeros<double>({n, m});
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < m; ++j) {
            const double distance = static_cast<double>(i + (m - n)) - static_cast<double>(j);
            bias(i, j) = slope * std::abs(distance);  // <--
        }
    }
    return bias;
}
}  // namespace sign_turned

// Like the solution, except where marked.
namespace slopes_and_places
{
Matrix mended_bias(std::size_t n, std::size_t m, std::size_t head, std::size_t heads)
{
    const double slope = std::exp2(-8.0 * static_cast<double>(head) / static_cast<double>(heads));  // <--
    Matrix bias = xt::zeros<double>({n, m});
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < m; ++j) {
            const double distance = static_cast<double>(i) - static_cast<double>(j);  // <--
            bias(i, j) = -slope * std::abs(distance);
        }
    }
    return bias;
}
}  // namespace slopes_and_places

// Like the solution, except where marked.
namespace slopes_from_one
{
Matrix mended_bias(std::size_t n, std::size_t m, std::size_t head, std::size_t heads)
{
    const double slope = std::exp2(-8.0 * static_cast<double>(head) / static_cast<double>(heads));  // <--
    Matrix bias = xt::zeros<double>({n, m});
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < m; ++j) {
            const double distance = static_cast<double>(i + (m - n)) - static_cast<double>(j);
            bias(i, j) = -slope * std::abs(distance);
        }
    }
    return bias;
}
}  // namespace slopes_from_one

}  // namespace attention
