// Exercise 5.3 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/05_queries_keys_values/circle/task.hpp"

namespace attention
{

namespace right::by_angles
{
Pairing circle()
{
    Matrix W_Q = xt::zeros<double>({4, 2});
    Matrix W_K = xt::zeros<double>({4, 2});
    for (std::size_t i = 0; i < 4; ++i) {
        const double angle = static_cast<double>(i) * std::acos(0.0);
        set_row(W_K, i, {std::cos(angle), std::sin(angle)});
        set_row(W_Q, (i + 3) % 4, {5 * std::cos(angle), 5 * std::sin(angle)});
    }
    return {W_Q, W_K};
}
}  // namespace right::by_angles

// Like the solution, except where marked.
namespace right::long_keys
{
Pairing circle()
{
    const Matrix W_K = {{3, 3}, {-3, 3}, {-3, -3}, {3, -3}};  // <--
    const Matrix W_Q = {{-1, 1}, {-1, -1}, {1, -1}, {1, 1}};  // <--
    return {W_Q, W_K};
}
}  // namespace right::long_keys

namespace all_alike
{
Pairing circle() { return {xt::zeros<double>({4, 2}), xt::zeros<double>({4, 2})}; }
}  // namespace all_alike

namespace attends_to_itself
{
Pairing circle()
{
    const Matrix W = {{3, 0}, {0, 3}, {-3, 0}, {0, -3}};
    return {W, W};
}
}  // namespace attends_to_itself

namespace not_finite
{
Pairing circle() { return {Matrix(xt::ones<double>({4, 2}) * std::nan("")), xt::ones<double>({4, 2})}; }
}  // namespace not_finite

namespace not_four_words
{
Pairing circle() { return {xt::ones<double>({2, 2}), xt::ones<double>({2, 2})}; }
}  // namespace not_four_words

namespace not_two_coordinates
{
Pairing circle()
{
    Matrix W_K = xt::zeros<double>({4, 4});
    Matrix W_Q = xt::zeros<double>({4, 4});
    for (std::size_t i = 0; i < 4; ++i) {
        W_K(i, i) = 1;
        W_Q(i, (i + 1) % 4) = 5;
    }
    return {W_Q, W_K};
}
}  // namespace not_two_coordinates

// Like the solution, except where marked.
namespace opposite
{
Pairing circle()
{
    const Matrix W_K = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}};
    return {-4.0 * W_K, W_K};  // <--
}
}  // namespace opposite

// Like the solution, except where marked.
namespace some_words_miss
{
Pairing circle()
{
    const Matrix W_K = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}};
    const Matrix W_Q = {{0, 4}, {-4, 0}, {0, -4}, {0, 4}};  // <--
    return {W_Q, W_K};
}
}  // namespace some_words_miss

namespace tied
{
Pairing circle()
{
    const Matrix W = {{1, 0}, {0.5, 0.5}, {0, 1}, {0.2, 0.1}};
    return {W, W};
}
}  // namespace tied

// Like the solution, except where marked.
namespace too_weak
{
Pairing circle()
{
    const Matrix W_K = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}};
    const Matrix W_Q = {{0, 1}, {-1, 0}, {0, -1}, {1, 0}};  // <--
    return {W_Q, W_K};
}
}  // namespace too_weak

// Like the solution, except where marked.
namespace wrong_way_round
{
Pairing circle()
{
    const Matrix W_K = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}};
    const Matrix W_Q = {{0, -4}, {4, 0}, {0, 4}, {-4, 0}};  // <--
    return {W_Q, W_K};
}
}  // namespace wrong_way_round

}  // namespace attention
