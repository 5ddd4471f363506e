// Exercise 7.2 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/07_attention/ask_for_weights/task.hpp"

#include "common/blas.hpp"

#include <cmath>

namespace attention
{

namespace right::rounded
{
Matrix queries_for_weights() { return {{0, -0.6931}, {1.0986, 1.0986}, {-1.0986, -1.7918}}; }
}  // namespace right::rounded

namespace right::solved
{
Matrix queries_for_weights()
{
    const Matrix weights = {{0.5, 0.25, 0.25}, {0.2, 0.2, 0.6}, {0.6, 0.3, 0.1}};
    const Matrix system = {{1, 0, 1}, {0, 1, 1}, {1, 1, 1}};  // two coordinates, and what softmax does not see
    Matrix Q = xt::zeros<double>({3, 2});
    for (std::size_t i = 0; i < 3; ++i) {
        const Vector logs = xt::log(row_of(weights, i));
        const Vector x = common::solve(system, logs);
        Q(i, 0) = x(0);
        Q(i, 1) = x(1);
    }
    return Q;
}
}  // namespace right::solved

namespace another_base::ten
{
Matrix queries_for_weights()
{
    return {{0, std::log10(0.5)}, {std::log10(3.0), std::log10(3.0)}, {-std::log10(3.0), -std::log10(6.0)}};
}
}  // namespace another_base::ten

namespace another_base::plain
{
Matrix queries_for_weights() { return {{0, -1}, {std::log2(3.0), std::log2(3.0)}, {-std::log2(3.0), -std::log2(6.0)}}; }
}  // namespace another_base::plain

namespace cat_and_sat_exchanged
{
Matrix queries_for_weights()
{
    return {{std::log(0.5), 0}, {std::log(3.0), std::log(3.0)}, {-std::log(6.0), -std::log(3.0)}};
}
}  // namespace cat_and_sat_exchanged

namespace for_scaled_scores
{
Matrix queries_for_weights() { return {{0, -0.980258}, {1.553672, 1.553672}, {-1.553672, -2.533930}}; }
}  // namespace for_scaled_scores

namespace one_number_a_key
{
Matrix queries_for_weights()
{
    return {{std::log(0.5), std::log(0.25), std::log(0.25)},
            {std::log(0.2), std::log(0.2), std::log(0.6)},
            {std::log(0.6), std::log(0.3), std::log(0.1)}};
}
}  // namespace one_number_a_key

namespace ratios_turned_round
{
Matrix queries_for_weights()
{
    return {{0, std::log(2.0)}, {-std::log(3.0), -std::log(3.0)}, {std::log(3.0), std::log(6.0)}};
}
}  // namespace ratios_turned_round

namespace ratios_without_logarithm
{
Matrix queries_for_weights() { return {{1, 0.5}, {3, 3}, {1.0 / 3, 1.0 / 6}}; }
}  // namespace ratios_without_logarithm

namespace third_key_ignored
{
Matrix queries_for_weights() { return {{-0.6931, -1.3863}, {-1.6094, -1.6094}, {-0.5108, -1.2040}}; }
}  // namespace third_key_ignored

namespace weights_as_queries
{
Matrix queries_for_weights() { return {{0.5, 0.25}, {0.2, 0.2}, {0.6, 0.3}}; }
}  // namespace weights_as_queries

namespace undiagnosed::one_row
{
Matrix queries_for_weights() { return {{0, -0.6931}, {1.0986, 1.0986}, {-1.0986, -1.9}}; }
}  // namespace undiagnosed::one_row

namespace rounded_too_much
{
Matrix queries_for_weights() { return {{0, -0.69}, {1.1, 1.1}, {-1.1, -1.79}}; }
}  // namespace rounded_too_much

}  // namespace attention
