// Exercise 17.3 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/17_induction/weight_by_distance/task.hpp"

#include <cstddef>

namespace attention
{

namespace right::by_cells
{
Vector weight_by_distance(const Matrix& weights)
{
    const std::size_t n = weights.shape(0);
    Vector sum = xt::zeros<double>({n});
    Vector count = xt::zeros<double>({n});
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j <= i; ++j) {
            sum(i - j) += weights(i, j);
            count(i - j) += 1.0;
        }
    }
    return sum / count;
}
}  // namespace right::by_cells

// Like the solution, except where marked.
namespace right::running_mean
{
Vector weight_by_distance(const Matrix& weights)
{
    const std::size_t n = weights.shape(0);
    Vector mean = xt::zeros<double>({n});
    for (std::size_t k = 0; k < n; ++k) {
        for (std::size_t j = 0; j + k < n; ++j) {                                   // <--
            mean(k) += (weights(j + k, j) - mean(k)) / static_cast<double>(j + 1);  // <--
        }
    }  // <--
    return mean;
}
}  // namespace right::running_mean

// Like the solution, except where marked.
namespace columns_for_distances
{
Vector weight_by_distance(const Matrix& weights)
{
    const std::size_t n = weights.shape(0);
    Vector mean = xt::zeros<double>({n});
    for (std::size_t k = 0; k < n; ++k) {
        for (std::size_t i = 0; i < n; ++i) mean(k) += weights(i, k) / static_cast<double>(n);  // <--
    }
    return mean;
}
}  // namespace columns_for_distances

// Like the solution, except where marked.
namespace divided_by_all
{
Vector weight_by_distance(const Matrix& weights)
{
    const std::size_t n = weights.shape(0);
    Vector mean = xt::zeros<double>({n});
    for (std::size_t k = 0; k < n; ++k) {
        for (std::size_t i = k; i < n; ++i) mean(k) += weights(i, i - k) / static_cast<double>(n);  // <--
    }
    return mean;
}
}  // namespace divided_by_all

// Like the solution, except where marked.
namespace far_ones_first
{
Vector weight_by_distance(const Matrix& weights)
{
    const std::size_t n = weights.shape(0);
    Vector mean = xt::zeros<double>({n});
    for (std::size_t k = 0; k < n; ++k) {
        for (std::size_t i = k; i < n; ++i) mean(n - 1 - k) += weights(i, i - k) / static_cast<double>(n - k);  // <--
    }
    return mean;
}
}  // namespace far_ones_first

// Like the solution, except where marked.
namespace from_distance_one
{
Vector weight_by_distance(const Matrix& weights)
{
    const std::size_t n = weights.shape(0);
    Vector mean = xt::zeros<double>({n});
    for (std::size_t k = 0; k < n; ++k) {
        for (std::size_t i = k + 1; i < n; ++i)                                 // <--
            mean(k) += weights(i, i - k - 1) / static_cast<double>(n - k - 1);  // <--
    }
    return mean;
}
}  // namespace from_distance_one

// Like the solution, except where marked.
namespace goes_round
{
Vector weight_by_distance(const Matrix& weights)
{
    const std::size_t n = weights.shape(0);
    Vector mean = xt::zeros<double>({n});
    for (std::size_t k = 0; k < n; ++k) {
        for (std::size_t i = 0; i < n; ++i) mean(k) += weights(i, (i + n - k) % n) / static_cast<double>(n);  // <--
    }
    return mean;
}
}  // namespace goes_round

// Like the solution, except where marked.
namespace looks_ahead
{
Vector weight_by_distance(const Matrix& weights)
{
    const std::size_t n = weights.shape(0);
    Vector mean = xt::zeros<double>({n});
    for (std::size_t k = 0; k < n; ++k) {
        for (std::size_t i = k; i < n; ++i) mean(k) += weights(i - k, i) / static_cast<double>(n - k);  // <--
    }
    return mean;
}
}  // namespace looks_ahead

// Like the solution, except where marked.
namespace never_divided
{
Vector weight_by_distance(const Matrix& weights)
{
    const std::size_t n = weights.shape(0);
    Vector mean = xt::zeros<double>({n});
    for (std::size_t k = 0; k < n; ++k) {
        for (std::size_t i = k; i < n; ++i) mean(k) += weights(i, i - k);
        // <-- without: mean(k) /= static_cast<double>(n - k);
    }
    return mean;
}
}  // namespace never_divided

// Like the solution, except where marked.
namespace one_place_wrong::first_row_of_each
{
Vector weight_by_distance(const Matrix& weights)
{
    const std::size_t n = weights.shape(0);
    Vector mean = xt::zeros<double>({n});
    for (std::size_t k = 0; k < n; ++k) {
        mean(k) = weights(k, 0);  // <--
    }
    return mean;
}
}  // namespace one_place_wrong::first_row_of_each

}  // namespace attention
