// Exercise 11.2 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/11_complexity/causal_cost/task.hpp"

#include <cstdint>

namespace attention
{

namespace right::added
{
Operations causal_cost(std::uint64_t n, std::uint64_t m, std::uint64_t d_k, std::uint64_t d_v)
{
    Operations sum;
    for (std::uint64_t sees = m - n + 1; sees <= m; ++sees) {
        const Operations one = operations(1, sees, d_k, d_v);
        sum.scores += one.scores;
        sum.softmax += one.softmax;
        sum.values += one.values;
    }
    return sum;
}
}  // namespace right::added

namespace right::square_less_triangle
{
Operations causal_cost(std::uint64_t n, std::uint64_t m, std::uint64_t d_k, std::uint64_t d_v)
{
    // All pairs, less those with a key to come: the first query lacks n - 1, the last none.
    if (n == 0) return {};
    const Operations all = operations(n, m, d_k, d_v);
    const std::uint64_t hidden = n * (n - 1) / 2;
    return {.scores = all.scores - hidden * (2 * d_k - 1),
            .softmax = all.softmax - hidden * 5,
            .values = all.values - hidden * 2 * d_v};
}
}  // namespace right::square_less_triangle

// Like the solution, except where marked.
namespace all_words_ask
{
Operations causal_cost(std::uint64_t n, std::uint64_t m, std::uint64_t d_k, std::uint64_t d_v)
{
    const std::uint64_t pairs = m * (m + 1) / 2;  // <--
    return {.scores = pairs * (2 * d_k - 1), .softmax = 5 * pairs - 2 * n, .values = d_v * (2 * pairs - n)};
}
}  // namespace all_words_ask

// Like the solution, except where marked.
namespace as_many_additions::plain
{
Operations causal_cost(std::uint64_t n, std::uint64_t m, std::uint64_t d_k, std::uint64_t d_v)
{
    const std::uint64_t pairs = n * (m - n) + n * (n + 1) / 2;
    return {.scores = pairs * 2 * d_k, .softmax = 5 * pairs - 2 * n, .values = d_v * (2 * pairs - n)};  // <--
}
}  // namespace as_many_additions::plain

// Like the solution, except where marked.
namespace as_many_additions::values
{
Operations causal_cost(std::uint64_t n, std::uint64_t m, std::uint64_t d_k, std::uint64_t d_v)
{
    const std::uint64_t pairs = n * (m - n) + n * (n + 1) / 2;
    return {.scores = pairs * (2 * d_k - 1), .softmax = 5 * pairs - 2 * n, .values = 2 * pairs * d_v};  // <--
}
}  // namespace as_many_additions::values

// Like right::added, except where marked.
namespace counted_in_32_bits::added
{
Operations causal_cost(std::uint64_t n, std::uint64_t m, std::uint64_t d_k, std::uint64_t d_v)
{
    Operations sum;
    unsigned scores = 0;  // <--
    for (std::uint64_t sees = m - n + 1; sees <= m; ++sees) {
        const Operations one = operations(1, sees, d_k, d_v);
        scores += static_cast<unsigned>(one.scores);  // <--
        sum.softmax += one.softmax;
        sum.values += one.values;
    }
    sum.scores = scores;  // <--
    return sum;
}
}  // namespace counted_in_32_bits::added

namespace counted_in_32_bits::plain
{
Operations causal_cost(std::uint64_t n, std::uint64_t m, std::uint64_t d_k, std::uint64_t d_v)
{
    const unsigned keys = static_cast<unsigned>(m);
    const unsigned words = static_cast<unsigned>(n);
    const std::uint64_t pairs = words * (keys - words) + words * (words + 1) / 2;
    return {.scores = pairs * (2 * d_k - 1), .softmax = 5 * pairs - 2 * n, .values = d_v * (2 * pairs - n)};
}
}  // namespace counted_in_32_bits::plain

// Like the solution, except where marked.
namespace d_k_for_d_v
{
Operations causal_cost(std::uint64_t n, std::uint64_t m, std::uint64_t d_k, std::uint64_t d_v)
{
    const std::uint64_t pairs = n * (m - n) + n * (n + 1) / 2;
    return {.scores = pairs * (2 * d_k - 1), .softmax = 5 * pairs - 2 * n, .values = d_k * (2 * pairs - n)};  // <--
}
}  // namespace d_k_for_d_v

// Like the solution, except where marked.
namespace d_v_for_d_k
{
Operations causal_cost(std::uint64_t n, std::uint64_t m, std::uint64_t d_k, std::uint64_t d_v)
{
    const std::uint64_t pairs = n * (m - n) + n * (n + 1) / 2;
    return {.scores = pairs * (2 * d_v - 1), .softmax = 5 * pairs - 2 * n, .values = d_v * (2 * pairs - n)};  // <--
}
}  // namespace d_v_for_d_k

// Like the solution, except where marked.
namespace five_a_pair
{
Operations causal_cost(std::uint64_t n, std::uint64_t m, std::uint64_t d_k, std::uint64_t d_v)
{
    const std::uint64_t pairs = n * (m - n) + n * (n + 1) / 2;
    return {.scores = pairs * (2 * d_k - 1), .softmax = 5 * pairs, .values = d_v * (2 * pairs - n)};  // <--
}
}  // namespace five_a_pair

// Like the solution, except where marked.
namespace half_of_all
{
Operations causal_cost(std::uint64_t n, std::uint64_t m, std::uint64_t d_k, std::uint64_t d_v)
{
    const std::uint64_t pairs = n == m ? n * (n + 1) / 2 : n * m / 2;  // <--
    return {.scores = pairs * (2 * d_k - 1), .softmax = 5 * pairs - 2 * n, .values = d_v * (2 * pairs - n)};
}
}  // namespace half_of_all

// Like the solution, except where marked.
namespace half_the_square
{
Operations causal_cost(std::uint64_t n, std::uint64_t m, std::uint64_t d_k, std::uint64_t d_v)
{
    const std::uint64_t pairs = n * (m - n) + n * n / 2;  // <--
    return {.scores = pairs * (2 * d_k - 1), .softmax = 5 * pairs - 2 * n, .values = d_v * (2 * pairs - n)};
}
}  // namespace half_the_square

// Like the solution, except where marked.
namespace mask_saves_nothing::from_before
{
Operations causal_cost(std::uint64_t n, std::uint64_t m, std::uint64_t d_k, std::uint64_t d_v)
{
    const std::uint64_t pairs = m == n ? n * (n + 1) / 2 : n * m;  // <--
    return {.scores = pairs * (2 * d_k - 1), .softmax = 5 * pairs - 2 * n, .values = d_v * (2 * pairs - n)};
}
}  // namespace mask_saves_nothing::from_before

// Like the solution, except where marked.
namespace mask_saves_nothing::plain
{
Operations causal_cost(std::uint64_t n, std::uint64_t m, std::uint64_t d_k, std::uint64_t d_v)
{
    const std::uint64_t pairs = n * m;  // <--
    return {.scores = pairs * (2 * d_k - 1), .softmax = 5 * pairs - 2 * n, .values = d_v * (2 * pairs - n)};
}
}  // namespace mask_saves_nothing::plain

// Like the solution, except where marked.
namespace mask_saves_nothing::scores
{
Operations causal_cost(std::uint64_t n, std::uint64_t m, std::uint64_t d_k, std::uint64_t d_v)
{
    const std::uint64_t pairs = n * (m - n) + n * (n + 1) / 2;
    return {.scores = n * m * (2 * d_k - 1), .softmax = 5 * pairs - 2 * n, .values = d_v * (2 * pairs - n)};  // <--
}
}  // namespace mask_saves_nothing::scores

// Like the solution, except where marked.
namespace multiplications_alone::plain
{
Operations causal_cost(std::uint64_t n, std::uint64_t m, std::uint64_t d_k, std::uint64_t d_v)
{
    const std::uint64_t pairs = n * (m - n) + n * (n + 1) / 2;
    return {.scores = pairs * d_k, .softmax = 5 * pairs - 2 * n, .values = d_v * (2 * pairs - n)};  // <--
}
}  // namespace multiplications_alone::plain

// Like the solution, except where marked.
namespace multiplications_alone::values
{
Operations causal_cost(std::uint64_t n, std::uint64_t m, std::uint64_t d_k, std::uint64_t d_v)
{
    const std::uint64_t pairs = n * (m - n) + n * (n + 1) / 2;
    return {.scores = pairs * (2 * d_k - 1), .softmax = 5 * pairs - 2 * n, .values = pairs * d_v};  // <--
}
}  // namespace multiplications_alone::values

// Like the solution, except where marked.
namespace one_saved_a_query
{
Operations causal_cost(std::uint64_t n, std::uint64_t m, std::uint64_t d_k, std::uint64_t d_v)
{
    const std::uint64_t pairs = n * (m - n) + n * (n + 1) / 2;
    return {.scores = pairs * (2 * d_k - 1), .softmax = 5 * pairs - n, .values = d_v * (2 * pairs - n)};  // <--
}
}  // namespace one_saved_a_query

// Like the solution, except where marked.
namespace own_place_not_counted::from_before
{
Operations causal_cost(std::uint64_t n, std::uint64_t m, std::uint64_t d_k, std::uint64_t d_v)
{
    const std::uint64_t pairs = n * (m - n) + (m == n ? n * (n + 1) / 2 : n * (n - 1) / 2);  // <--
    return {.scores = pairs * (2 * d_k - 1), .softmax = 5 * pairs - 2 * n, .values = d_v * (2 * pairs - n)};
}
}  // namespace own_place_not_counted::from_before

// Like the solution, except where marked.
namespace own_place_not_counted::plain
{
Operations causal_cost(std::uint64_t n, std::uint64_t m, std::uint64_t d_k, std::uint64_t d_v)
{
    const std::uint64_t pairs = n * (m - n) + n * (n - 1) / 2;  // <--
    return {.scores = pairs * (2 * d_k - 1), .softmax = 5 * pairs - 2 * n, .values = d_v * (2 * pairs - n)};
}
}  // namespace own_place_not_counted::plain

// Like the solution, except where marked.
namespace pairs_for_operations
{
Operations causal_cost(std::uint64_t n, std::uint64_t m, std::uint64_t d_k, std::uint64_t d_v)
{
    const std::uint64_t pairs = n * (m - n) + n * (n + 1) / 2;
    return {.scores = pairs, .softmax = 5 * pairs - 2 * n, .values = d_v * (2 * pairs - n)};  // <--
}
}  // namespace pairs_for_operations

// Like the solution, except where marked.
namespace saved_by_each_key::plain
{
Operations causal_cost(std::uint64_t n, std::uint64_t m, std::uint64_t d_k, std::uint64_t d_v)
{
    const std::uint64_t pairs = n * (m - n) + n * (n + 1) / 2;
    return {.scores = pairs * (2 * d_k - 1), .softmax = 5 * pairs - 2 * m, .values = d_v * (2 * pairs - n)};  // <--
}
}  // namespace saved_by_each_key::plain

// Like the solution, except where marked.
namespace saved_by_each_key::values
{
Operations causal_cost(std::uint64_t n, std::uint64_t m, std::uint64_t d_k, std::uint64_t d_v)
{
    const std::uint64_t pairs = n * (m - n) + n * (n + 1) / 2;
    return {.scores = pairs * (2 * d_k - 1), .softmax = 5 * pairs - 2 * n, .values = d_v * (2 * pairs - m)};  // <--
}
}  // namespace saved_by_each_key::values

// Like the solution, except where marked.
namespace saved_by_each_pair
{
Operations causal_cost(std::uint64_t n, std::uint64_t m, std::uint64_t d_k, std::uint64_t d_v)
{
    const std::uint64_t pairs = n * (m - n) + n * (n + 1) / 2;
    return {.scores = pairs * (2 * d_k - 1), .softmax = pairs * 3, .values = d_v * (2 * pairs - n)};  // <--
}
}  // namespace saved_by_each_pair

// Like the solution, except where marked.
namespace saved_once_in_all::plain
{
Operations causal_cost(std::uint64_t n, std::uint64_t m, std::uint64_t d_k, std::uint64_t d_v)
{
    const std::uint64_t pairs = n * (m - n) + n * (n + 1) / 2;
    return {.scores = pairs * (2 * d_k - 1), .softmax = 5 * pairs - 2, .values = d_v * (2 * pairs - n)};  // <--
}
}  // namespace saved_once_in_all::plain

// Like the solution, except where marked.
namespace saved_once_in_all::queries
{
Operations causal_cost(std::uint64_t n, std::uint64_t m, std::uint64_t d_k, std::uint64_t d_v)
{
    const std::uint64_t pairs = n * (m - n) + n * (n + 1) / 2;
    return {.scores = pairs * (2 * d_k - 1), .softmax = 5 * pairs - 2 * n, .values = 2 * d_v * pairs - n};  // <--
}
}  // namespace saved_once_in_all::queries

// Like the solution, except where marked.
namespace saved_once_in_all::values
{
Operations causal_cost(std::uint64_t n, std::uint64_t m, std::uint64_t d_k, std::uint64_t d_v)
{
    const std::uint64_t pairs = n * (m - n) + n * (n + 1) / 2;
    return {.scores = pairs * (2 * d_k - 1), .softmax = 5 * pairs - 2 * n, .values = d_v * (2 * pairs - 1)};  // <--
}
}  // namespace saved_once_in_all::values

// Like the solution, except where marked.
namespace softmax_over_all
{
Operations causal_cost(std::uint64_t n, std::uint64_t m, std::uint64_t d_k, std::uint64_t d_v)
{
    const std::uint64_t pairs = n * (m - n) + n * (n + 1) / 2;
    return {.scores = pairs * (2 * d_k - 1), .softmax = n * (5 * m - 2), .values = d_v * (2 * pairs - n)};  // <--
}
}  // namespace softmax_over_all

// Like the solution, except where marked.
namespace top_left
{
Operations causal_cost(std::uint64_t n, std::uint64_t m, std::uint64_t d_k, std::uint64_t d_v)
{
    const std::uint64_t pairs = n * (n + 1) / 2;  // <--
    return {.scores = pairs * (2 * d_k - 1), .softmax = 5 * pairs - 2 * n, .values = d_v * (2 * pairs - n)};
}
}  // namespace top_left

// Like the solution, except where marked.
namespace triangle_of_keys
{
Operations causal_cost(std::uint64_t n, std::uint64_t m, std::uint64_t d_k, std::uint64_t d_v)
{
    const std::uint64_t pairs = n * (m - n) + m * (m + 1) / 2;  // <--
    return {.scores = pairs * (2 * d_k - 1), .softmax = 5 * pairs - 2 * n, .values = d_v * (2 * pairs - n)};
}
}  // namespace triangle_of_keys

// Like the solution, except where marked.
namespace values_of_all
{
Operations causal_cost(std::uint64_t n, std::uint64_t m, std::uint64_t d_k, std::uint64_t d_v)
{
    const std::uint64_t pairs = n * (m - n) + n * (n + 1) / 2;
    return {.scores = pairs * (2 * d_k - 1), .softmax = 5 * pairs - 2 * n, .values = n * d_v * (2 * m - 1)};  // <--
}
}  // namespace values_of_all

// Like the solution, except where marked.
namespace undiagnosed::slip
{
Operations causal_cost(std::uint64_t n, std::uint64_t m, std::uint64_t d_k, std::uint64_t d_v)
{
    const std::uint64_t pairs = n * (m - n) + n * (n + 2) / 2;  // <--
    return {.scores = pairs * (2 * d_k - 1), .softmax = 5 * pairs - 2 * n, .values = d_v * (2 * pairs - n)};
}
}  // namespace undiagnosed::slip

namespace not_exact
{
Operations causal_cost(std::uint64_t n, std::uint64_t m, std::uint64_t d_k, std::uint64_t d_v)
{
    const auto queries = static_cast<double>(n);
    const double pairs = queries * static_cast<double>(m - n) + queries * (queries + 1.0) / 2.0;
    const double scores = pairs * (2.0 * static_cast<double>(d_k) - 1.0);
    const double softmax = 5.0 * pairs - 2.0 * queries;
    const double values = (2.0 * pairs - queries) * static_cast<double>(d_v);
    return {static_cast<std::uint64_t>(scores), static_cast<std::uint64_t>(softmax),
            static_cast<std::uint64_t>(values)};
}
}  // namespace not_exact

}  // namespace attention
