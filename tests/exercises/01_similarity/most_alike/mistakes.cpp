// Exercise 1.3 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/01_similarity/most_alike/task.hpp"

#include "01_similarity/similarity.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace attention
{

namespace right::scaled_rows
{
std::size_t most_alike(const Vector& q, const Matrix& K)
{
    // Divided by the largest coordinate, no square can overflow or vanish. The sign of a square, so that no root is needed.
    const auto scaled = [](const Vector& v) {
        const double largest = xt::amax(xt::abs(v))();
        return largest > 0.0 ? Vector(v / largest) : v;
    };
    const Vector to = scaled(q);
    std::vector<double> squares;
    for (std::size_t j = 0; j < K.shape(0); ++j) {
        const Vector key = scaled(row_of(K, j));
        const double product = xt::sum(to * key)();
        const double length = xt::sum(key * key)();
        squares.push_back(length > 0.0 ? product * std::abs(product) / length : 0.0);
    }
    return static_cast<std::size_t>(std::max_element(squares.begin(), squares.end()) - squares.begin());
}
}  // namespace right::scaled_rows

// Like the solution, except where marked.
namespace began_at_zero
{
std::size_t most_alike(const Vector& q, const Matrix& K)
{
    std::size_t best = 0;
    double largest = 0.0;  // <--
    for (std::size_t j = 0; j < K.shape(0); ++j) {
        const double alike = dot(direction(q), direction(row_of(K, j)));
        if (alike > largest) {
            largest = alike;
            best = j;
        }
    }
    return best;
}
}  // namespace began_at_zero

// Like the solution, except where marked.
namespace dot_product
{
std::size_t most_alike(const Vector& q, const Matrix& K)
{
    std::size_t best = 0;
    double largest = -1e300;  // <--
    for (std::size_t j = 0; j < K.shape(0); ++j) {
        const double alike = dot(q, row_of(K, j));  // <--
        if (alike > largest) {
            largest = alike;
            best = j;
        }
    }
    return best;
}
}  // namespace dot_product

// Like the solution, except where marked.
namespace last_of_equals
{
std::size_t most_alike(const Vector& q, const Matrix& K)
{
    std::size_t best = 0;
    double largest = -2.0;
    for (std::size_t j = 0; j < K.shape(0); ++j) {
        const double alike = dot(direction(q), direction(row_of(K, j)));
        if (alike >= largest - 1e-12) {  // <--
            largest = alike;
            best = j;
        }
    }
    return best;
}
}  // namespace last_of_equals

// Like the solution, except where marked.
namespace another_row::nearest_point
{
std::size_t most_alike(const Vector& q, const Matrix& K)
{
    std::size_t best = 0;
    double nearest = 1e300;  // <--
    for (std::size_t j = 0; j < K.shape(0); ++j) {
        const Vector difference = row_of(K, j) - 2.0 * q;  // <--
        if (norm(difference) < nearest) {                  // <--
            nearest = norm(difference);                    // <--
            best = j;
        }
    }
    return best;
}
}  // namespace another_row::nearest_point

// Like the solution, except where marked.
namespace overflow
{
std::size_t most_alike(const Vector& q, const Matrix& K)
{
    std::size_t best = 0;
    double largest = -2.0;
    for (std::size_t j = 0; j < K.shape(0); ++j) {
        const double alike = norm(row_of(K, j)) == 0 ? 0.0                                              // <--
                                                     : dot(q, row_of(K, j)) / std::sqrt(dot(q, q)) /    // <--
                                                           std::sqrt(dot(row_of(K, j), row_of(K, j)));  // <--
        if (alike > largest) {
            largest = alike;
            best = j;
        }
    }
    return best;
}
}  // namespace overflow

// Like the solution, except where marked.
namespace sign_ignored
{
std::size_t most_alike(const Vector& q, const Matrix& K)
{
    std::size_t best = 0;
    double largest = -2.0;
    for (std::size_t j = 0; j < K.shape(0); ++j) {
        const double alike = std::abs(dot(direction(q), direction(row_of(K, j))));  // <--
        if (alike > largest) {
            largest = alike;
            best = j;
        }
    }
    return best;
}
}  // namespace sign_ignored

// Like the solution, except where marked.
namespace zero_key_left_out
{
std::size_t most_alike(const Vector& q, const Matrix& K)
{
    std::size_t best = 0;
    double largest = -2.0;
    for (std::size_t j = 0; j < K.shape(0); ++j) {
        if (norm(row_of(K, j)) == 0) continue;  // <--
        const double alike = dot(direction(q), direction(row_of(K, j)));
        if (alike > largest) {
            largest = alike;
            best = j;
        }
    }
    return best;
}
}  // namespace zero_key_left_out

// Like the solution, except where marked.
namespace zero_key_wins
{
std::size_t most_alike(const Vector& q, const Matrix& K)
{
    std::size_t best = 0;
    double largest = std::nan("");  // <--
    for (std::size_t j = 0; j < K.shape(0); ++j) {
        const double alike = dot(q, row_of(K, j)) / norm(q) / norm(row_of(K, j));  // <--
        if (j == 0 || alike > largest) {                                           // <--
            largest = alike;
            best = j;
        }
    }
    return best;
}
}  // namespace zero_key_wins

namespace no_such_row
{
std::size_t most_alike(const Vector&, const Matrix& K) { return K.shape(0); }
}  // namespace no_such_row

// Like the solution, except where marked.
namespace another_row::all_but_the_last
{
std::size_t most_alike(const Vector& q, const Matrix& K)
{
    std::size_t best = 0;
    double largest = -2.0;
    for (std::size_t j = 0; j + 1 < K.shape(0); ++j) {  // <--
        const double alike = dot(direction(q), direction(row_of(K, j)));
        if (alike > largest) {
            largest = alike;
            best = j;
        }
    }
    return best;
}
}  // namespace another_row::all_but_the_last

}  // namespace attention
