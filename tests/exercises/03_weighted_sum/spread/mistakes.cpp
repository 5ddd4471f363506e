// Exercise 3.3 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/03_weighted_sum/spread/task.hpp"

#include "03_weighted_sum/weighted_sum.hpp"

#include <cmath>

namespace attention
{

namespace right::by_pairs
{
Vector spread(const Vector& weights, const Matrix& V)
{
    Vector spread = xt::zeros<double>({V.shape(1)});
    for (std::size_t i = 0; i < V.shape(0); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            for (std::size_t c = 0; c < V.shape(1); ++c) {
                const double apart = V(i, c) - V(j, c);
                spread(c) += weights(i) * weights(j) * apart * apart;
            }
        }
    }
    return spread;
}
}  // namespace right::by_pairs

namespace right::shifted
{
Vector spread(const Vector& weights, const Matrix& V)
{
    // Variances do not change when everything is moved, so the first value may be moved to 0.
    Matrix moved = V;
    for (std::size_t j = 0; j < V.shape(0); ++j) {
        for (std::size_t c = 0; c < V.shape(1); ++c) moved(j, c) -= V(0, c);
    }
    const Vector mean = weighted_sum(weights, moved);
    const Matrix squares = moved * moved;
    return weighted_sum(weights, squares) - mean * mean;
}
}  // namespace right::shifted

// Like the solution, except where marked.
namespace around_zero
{
Vector spread(const Vector& weights, const Matrix& V)
{
    // <-- without: const Vector output = weighted_sum(weights, V);
    Vector spread = xt::zeros<double>({V.shape(1)});
    for (std::size_t j = 0; j < V.shape(0); ++j) {
        for (std::size_t c = 0; c < V.shape(1); ++c) {  // <--
            const double away = V(j, c);                // <--
            spread(c) += weights(j) * away * away;      // <--
        }
    }  // <--
    return spread;
}
}  // namespace around_zero

namespace collapsed::everywhere
{
Vector spread(const Vector& weights, const Matrix& V)
{
    const Vector mean = weighted_sum(weights, V);
    Vector spread = xt::zeros<double>({V.shape(1)});
    for (std::size_t j = 0; j < V.shape(0); ++j) {
        for (std::size_t c = 0; c < V.shape(1); ++c) {
            const double away = V(j, c) - mean(c);
            spread(c) += weights(j) * away * away;
        }
    }
    const double all = xt::sum(spread)();
    for (double& cell : spread) cell = all;
    return spread;
}
}  // namespace collapsed::everywhere

namespace collapsed::plain
{
Vector spread(const Vector& weights, const Matrix& V)
{
    const Vector mean = weighted_sum(weights, V);
    Vector spread = xt::zeros<double>({V.shape(1)});
    for (std::size_t j = 0; j < V.shape(0); ++j) {
        for (std::size_t c = 0; c < V.shape(1); ++c) {
            const double away = V(j, c) - mean(c);
            spread(c) += weights(j) * away * away;
        }
    }
    return {xt::sum(spread)()};
}
}  // namespace collapsed::plain

namespace digits_lost
{
Vector spread(const Vector& weights, const Matrix& V)
{
    const Vector mean = weighted_sum(weights, V);
    const Matrix squares = V * V;
    const Vector mean_of_squares = weighted_sum(weights, squares);
    return mean_of_squares - mean * mean;
}
}  // namespace digits_lost

namespace divided_again
{
Vector spread(const Vector& weights, const Matrix& V)
{
    const Vector mean = weighted_sum(weights, V);
    Vector spread = xt::zeros<double>({V.shape(1)});
    for (std::size_t j = 0; j < V.shape(0); ++j) {
        for (std::size_t c = 0; c < V.shape(1); ++c) {
            const double away = V(j, c) - mean(c);
            spread(c) += weights(j) * away * away;
        }
    }
    return spread / static_cast<double>(V.shape(0));
}
}  // namespace divided_again

namespace not_squared
{
Vector spread(const Vector& weights, const Matrix& V)
{
    const Vector mean = weighted_sum(weights, V);
    Vector spread = xt::zeros<double>({V.shape(1)});
    for (std::size_t j = 0; j < V.shape(0); ++j) {
        for (std::size_t c = 0; c < V.shape(1); ++c) {
            const double away = V(j, c) - mean(c);
            spread(c) += weights(j) * std::abs(away);
        }
    }
    return spread;
}
}  // namespace not_squared

namespace plain_mean
{
Vector spread(const Vector& weights, const Matrix& V)
{
    Vector mean = xt::zeros<double>({V.shape(1)});
    for (std::size_t j = 0; j < V.shape(0); ++j) mean += row_of(V, j) / static_cast<double>(V.shape(0));
    Vector spread = xt::zeros<double>({V.shape(1)});
    for (std::size_t j = 0; j < V.shape(0); ++j) {
        for (std::size_t c = 0; c < V.shape(1); ++c) {
            const double away = V(j, c) - mean(c);
            spread(c) += weights(j) * away * away;
        }
    }
    return spread;
}
}  // namespace plain_mean

namespace root_taken
{
Vector spread(const Vector& weights, const Matrix& V)
{
    const Vector mean = weighted_sum(weights, V);
    Vector spread = xt::zeros<double>({V.shape(1)});
    for (std::size_t j = 0; j < V.shape(0); ++j) {
        for (std::size_t c = 0; c < V.shape(1); ++c) {
            const double away = V(j, c) - mean(c);
            spread(c) += weights(j) * away * away;
        }
    }
    return xt::sqrt(spread);
}
}  // namespace root_taken

namespace sample_correction
{
Vector spread(const Vector& weights, const Matrix& V)
{
    const Vector mean = weighted_sum(weights, V);
    Vector spread = xt::zeros<double>({V.shape(1)});
    for (std::size_t j = 0; j < V.shape(0); ++j) {
        for (std::size_t c = 0; c < V.shape(1); ++c) {
            const double away = V(j, c) - mean(c);
            spread(c) += weights(j) * away * away;
        }
    }
    return spread * (static_cast<double>(V.shape(0)) / static_cast<double>(V.shape(0) - 1));
}
}  // namespace sample_correction

namespace signs_cancel
{
Vector spread(const Vector& weights, const Matrix& V)
{
    const Vector mean = weighted_sum(weights, V);
    Vector spread = xt::zeros<double>({V.shape(1)});
    for (std::size_t j = 0; j < V.shape(0); ++j) {
        for (std::size_t c = 0; c < V.shape(1); ++c) {
            const double away = V(j, c) - mean(c);
            spread(c) += weights(j) * away;
        }
    }
    return spread;
}
}  // namespace signs_cancel

namespace the_output
{
Vector spread(const Vector& weights, const Matrix& V) { return weighted_sum(weights, V); }
}  // namespace the_output

namespace unweighted
{
Vector spread(const Vector& weights, const Matrix& V)
{
    Vector mean = xt::zeros<double>({V.shape(1)});
    for (std::size_t j = 0; j < V.shape(0); ++j) mean += row_of(V, j) / static_cast<double>(V.shape(0));
    Vector spread = xt::zeros<double>({V.shape(1)});
    for (std::size_t j = 0; j < V.shape(0); ++j) {
        for (std::size_t c = 0; c < V.shape(1); ++c) {
            const double away = V(j, c) - mean(c);
            spread(c) += away * away / static_cast<double>(V.shape(0));
        }
    }
    return spread;
}
}  // namespace unweighted

namespace weights_left_out::plain
{
Vector spread(const Vector& weights, const Matrix& V)
{
    const Vector mean = weighted_sum(weights, V);
    Vector spread = xt::zeros<double>({V.shape(1)});
    for (std::size_t j = 0; j < V.shape(0); ++j) {
        for (std::size_t c = 0; c < V.shape(1); ++c) {
            const double away = V(j, c) - mean(c);
            spread(c) += away * away;
        }
    }
    return spread;
}
}  // namespace weights_left_out::plain

namespace weights_left_out::shared
{
Vector spread(const Vector& weights, const Matrix& V)
{
    const Vector mean = weighted_sum(weights, V);
    Vector spread = xt::zeros<double>({V.shape(1)});
    for (std::size_t j = 0; j < V.shape(0); ++j) {
        for (std::size_t c = 0; c < V.shape(1); ++c) {
            const double away = V(j, c) - mean(c);
            spread(c) += away * away / static_cast<double>(V.shape(0));
        }
    }
    return spread;
}
}  // namespace weights_left_out::shared

namespace weights_squared
{
Vector spread(const Vector& weights, const Matrix& V)
{
    const Vector mean = weighted_sum(weights, V);
    Vector spread = xt::zeros<double>({V.shape(1)});
    for (std::size_t j = 0; j < V.shape(0); ++j) {
        for (std::size_t c = 0; c < V.shape(1); ++c) {
            const double away = V(j, c) - mean(c);
            spread(c) += weights(j) * away * weights(j) * away;
        }
    }
    return spread;
}
}  // namespace weights_squared

}  // namespace attention
