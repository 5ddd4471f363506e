// Exercise 7.1 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/07_attention/attention_by_hand/task.hpp"

#include "07_attention/attention.hpp"

#include <cmath>

namespace attention
{

namespace right::computed
{
Matrix output_by_hand()
{
    const Matrix K = {{1, std::log(3.0)}, {1, 0}, {1, std::log(2.0)}};
    return dot_product_attention({{1, 0}, {0, 1}}, K, {{12, 0}, {0, 6}, {6, 18}}).output;
}
}  // namespace right::computed

namespace right::numbers
{
Matrix output_by_hand() { return {{6, 8}, {8, 7}}; }
}  // namespace right::numbers

namespace right::rounded
{
Matrix output_by_hand() { return {{5.99999, 8}, {8.00004, 6.99998}}; }
}  // namespace right::rounded

namespace blended_the_keys
{
Matrix output_by_hand() { return {{1, 0.5973}, {1, 0.7804}}; }
}  // namespace blended_the_keys

// Like right::computed, except where marked.
namespace keys_and_values_swapped
{
Matrix output_by_hand()
{
    return dot_product_attention({{1, 0}, {0, 1}}, {{12, 0}, {0, 6}, {6, 18}},  // <--
                                 {{1, 1.0986}, {1, 0}, {1, 0.6931}})            // <--
        .output;                                                                // <--
}
}  // namespace keys_and_values_swapped

namespace no_exponential
{
Matrix output_by_hand() { return {{6, 8}, {9.679, 6.963}}; }
}  // namespace no_exponential

namespace no_preference_at_all
{
Matrix output_by_hand() { return {{6, 8}, {6, 8}}; }
}  // namespace no_preference_at_all

namespace not_normalised::plain
{
Matrix output_by_hand() { return {{48.929, 65.239}, {48, 42}}; }
}  // namespace not_normalised::plain

namespace not_normalised::ratios
{
Matrix output_by_hand() { return {{18, 24}, {48, 42}}; }
}  // namespace not_normalised::ratios

namespace queries_exchanged
{
Matrix output_by_hand() { return {{8, 7}, {6, 8}}; }
}  // namespace queries_exchanged

namespace scaled_already
{
Matrix output_by_hand()
{
    const double root = std::sqrt(2.0);
    const double a = std::exp(std::log(3.0) / root);
    const double b = std::exp(std::log(2.0) / root);
    return {{6, 8}, {(12 * a + 6 * b) / (a + 1 + b), (6 + 18 * b) / (a + 1 + b)}};
}
}  // namespace scaled_already

namespace scores_as_weights
{
Matrix output_by_hand() { return {{18, 24}, {17.342, 12.477}}; }
}  // namespace scores_as_weights

namespace softmax_over_queries
{
Matrix output_by_hand()
{
    const double e = std::exp(1.0);
    const double a = e / (e + 3);  // key 1: query 1 scores 1, query 2 scores ln 3
    const double b = e / (e + 1);
    const double c = e / (e + 2);
    return {{12 * a + 6 * c, 6 * b + 18 * c}, {12 * (1 - a) + 6 * (1 - c), 6 * (1 - b) + 18 * (1 - c)}};
}
}  // namespace softmax_over_queries

namespace winner_takes_all
{
Matrix output_by_hand() { return {{6, 8}, {12, 0}}; }
}  // namespace winner_takes_all

namespace undiagnosed::slip
{
Matrix output_by_hand() { return {{6, 8}, {8, 6}}; }
}  // namespace undiagnosed::slip

namespace row_not_normalised::first
{
Matrix output_by_hand() { return {{18, 24}, {8, 7}}; }
}  // namespace row_not_normalised::first

namespace row_not_normalised::second
{
Matrix output_by_hand() { return {{6, 8}, {48, 42}}; }
}  // namespace row_not_normalised::second

namespace coordinates_exchanged
{
Matrix output_by_hand() { return {{6, 8}, {7, 8}}; }
}  // namespace coordinates_exchanged

}  // namespace attention
