// Exercise 21.2 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/21_your_own_data/near_mask/task.hpp"

#include <cmath>
#include <cstddef>
#include <limits>

namespace attention
{

namespace right::from_the_end
{
Matrix near_mask(std::size_t n, std::size_t m, double slope)
{
    Matrix mask = -std::numeric_limits<double>::infinity() * xt::ones<double>({n, m});
    for (std::size_t back = 0; back < n && back < m; ++back) {
        for (std::size_t before = 0; before + back < m; ++before) {
            mask(n - 1 - back, m - 1 - back - before) = -slope * static_cast<double>(before);
        }
    }
    return mask;
}
}  // namespace right::from_the_end

// Like the solution, except where marked.
namespace right::with_sign
{
Matrix near_mask(std::size_t n, std::size_t m, double slope)
{
    Matrix mask = xt::zeros<double>({n, m});
    for (std::size_t i = 0; i < n; ++i) {
        const std::ptrdiff_t here = static_cast<std::ptrdiff_t>(i + m) - static_cast<std::ptrdiff_t>(n);  // <--
        for (std::ptrdiff_t j = 0; j < static_cast<std::ptrdiff_t>(m); ++j) {                             // <--
            mask(i, static_cast<std::size_t>(j)) =                                                        // <--
                j > here ? -std::numeric_limits<double>::infinity()                                       // <--
                         : -slope * static_cast<double>(here - j);                                        // <--
        }
    }
    return mask;
}
}  // namespace right::with_sign

// Like right::with_sign, except where marked.
namespace factors
{
Matrix near_mask(std::size_t n, std::size_t m, double slope)
{
    Matrix mask = xt::zeros<double>({n, m});
    for (std::size_t i = 0; i < n; ++i) {
        const std::ptrdiff_t here = static_cast<std::ptrdiff_t>(i + m) - static_cast<std::ptrdiff_t>(n);
        for (std::ptrdiff_t j = 0; j < static_cast<std::ptrdiff_t>(m); ++j) {
            mask(i, static_cast<std::size_t>(j)) =
                j > here ? 0.0 : std::exp(-slope * static_cast<double>(here - j));  // <--
        }
    }
    return mask;
}
}  // namespace factors

// Like right::with_sign, except where marked.
namespace large_number
{
Matrix near_mask(std::size_t n, std::size_t m, double slope)
{
    Matrix mask = xt::zeros<double>({n, m});
    for (std::size_t i = 0; i < n; ++i) {
        const std::ptrdiff_t here = static_cast<std::ptrdiff_t>(i + m) - static_cast<std::ptrdiff_t>(n);
        for (std::ptrdiff_t j = 0; j < static_cast<std::ptrdiff_t>(m); ++j) {
            mask(i, static_cast<std::size_t>(j)) = j > here ? -1e9 : -slope * static_cast<double>(here - j);  // <--
        }
    }
    return mask;
}
}  // namespace large_number

// Like right::with_sign, except where marked.
namespace later_keys_at_zero
{
Matrix near_mask(std::size_t n, std::size_t m, double slope)
{
    Matrix mask = xt::zeros<double>({n, m});
    for (std::size_t i = 0; i < n; ++i) {
        const std::ptrdiff_t here = static_cast<std::ptrdiff_t>(i + m) - static_cast<std::ptrdiff_t>(n);
        for (std::ptrdiff_t j = 0; j < static_cast<std::ptrdiff_t>(m); ++j) {
            mask(i, static_cast<std::size_t>(j)) = j > here ? 0.0 : -slope * static_cast<double>(here - j);  // <--
        }
    }
    return mask;
}
}  // namespace later_keys_at_zero

// Like right::with_sign, except where marked.
namespace looks_ahead
{
Matrix near_mask(std::size_t n, std::size_t m, double slope)
{
    Matrix mask = xt::zeros<double>({n, m});
    for (std::size_t i = 0; i < n; ++i) {
        const std::ptrdiff_t here = static_cast<std::ptrdiff_t>(i + m) - static_cast<std::ptrdiff_t>(n);
        for (std::ptrdiff_t j = 0; j < static_cast<std::ptrdiff_t>(m); ++j) {
            mask(i, static_cast<std::size_t>(j)) = false ? -std::numeric_limits<double>::infinity()           // <--
                                                         : -slope * std::abs(static_cast<double>(here - j));  // <--
        }
    }
    return mask;
}
}  // namespace looks_ahead

// Like right::with_sign, except where marked.
namespace only_hides
{
Matrix near_mask(std::size_t n, std::size_t m, double slope)
{
    Matrix mask = xt::zeros<double>({n, m});
    for (std::size_t i = 0; i < n; ++i) {
        const std::ptrdiff_t here = static_cast<std::ptrdiff_t>(i + m) - static_cast<std::ptrdiff_t>(n);
        for (std::ptrdiff_t j = 0; j < static_cast<std::ptrdiff_t>(m); ++j) {
            mask(i, static_cast<std::size_t>(j)) = j > here ? -std::numeric_limits<double>::infinity() : 0.0;  // <--
        }
    }
    return mask;
}
}  // namespace only_hides

// Like right::with_sign, except where marked.
namespace own_place_costs::plain
{
Matrix near_mask(std::size_t n, std::size_t m, double slope)
{
    Matrix mask = xt::zeros<double>({n, m});
    for (std::size_t i = 0; i < n; ++i) {
        const std::ptrdiff_t here = static_cast<std::ptrdiff_t>(i + m) - static_cast<std::ptrdiff_t>(n);
        for (std::ptrdiff_t j = 0; j < static_cast<std::ptrdiff_t>(m); ++j) {
            mask(i, static_cast<std::size_t>(j)) = j > here ? -std::numeric_limits<double>::infinity()     // <--
                                                            : -slope * static_cast<double>(here - j + 1);  // <--
        }
    }
    return mask;
}
}  // namespace own_place_costs::plain

// Like right::with_sign, except where marked.
namespace own_place_costs::shifted
{
Matrix near_mask(std::size_t n, std::size_t m, double slope)
{
    Matrix mask = xt::zeros<double>({n, m});
    for (std::size_t i = 0; i < n; ++i) {
        const std::ptrdiff_t here = static_cast<std::ptrdiff_t>(i + m + 1) - static_cast<std::ptrdiff_t>(n);  // <--
        for (std::ptrdiff_t j = 0; j < static_cast<std::ptrdiff_t>(m); ++j) {
            mask(i, static_cast<std::size_t>(j)) =
                j > here ? -std::numeric_limits<double>::infinity() : -slope * static_cast<double>(here - j);  // <--
        }
    }
    return mask;
}
}  // namespace own_place_costs::shifted

// Like right::with_sign, except where marked.
namespace prefers_the_far
{
Matrix near_mask(std::size_t n, std::size_t m, double slope)
{
    Matrix mask = xt::zeros<double>({n, m});
    for (std::size_t i = 0; i < n; ++i) {
        const std::ptrdiff_t here = static_cast<std::ptrdiff_t>(i + m) - static_cast<std::ptrdiff_t>(n);
        for (std::ptrdiff_t j = 0; j < static_cast<std::ptrdiff_t>(m); ++j) {
            mask(i, static_cast<std::size_t>(j)) =
                j > here ? -std::numeric_limits<double>::infinity() : slope * static_cast<double>(here - j);  // <--
        }
    }
    return mask;
}
}  // namespace prefers_the_far

// Like right::with_sign, except where marked.
namespace top_left
{
Matrix near_mask(std::size_t n, std::size_t m, double slope)
{
    Matrix mask = xt::zeros<double>({n, m});
    for (std::size_t i = 0; i < n; ++i) {
        const std::ptrdiff_t here = static_cast<std::ptrdiff_t>(i);  // <--
        for (std::ptrdiff_t j = 0; j < static_cast<std::ptrdiff_t>(m); ++j) {
            mask(i, static_cast<std::size_t>(j)) =
                j > here ? -std::numeric_limits<double>::infinity() : -slope * static_cast<double>(here - j);  // <--
        }
    }
    return mask;
}
}  // namespace top_left

}  // namespace attention
