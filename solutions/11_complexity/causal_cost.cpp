#include "tests/exercises/11_complexity/causal_cost/task.hpp"

#include "11_complexity/operations.hpp"

namespace attention
{

Operations causal_cost(std::uint64_t n, std::uint64_t m, std::uint64_t d_k, std::uint64_t d_v)
{
    // What counts is how many pairs of query and key there are. Query i sees m - n + i + 1 keys: m - n from before, n
    // times, and 1 + 2 + ... + n among the new ones, which is the triangle with its diagonal.
    //
    // Per pair 2 d_k - 1, 5 and 2 d_v operations; and each query saves some of softmax and of every sum, once.
    const std::uint64_t pairs = n * (m - n) + n * (n + 1) / 2;
    return {.scores = pairs * (2 * d_k - 1), .softmax = 5 * pairs - 2 * n, .values = d_v * (2 * pairs - n)};
}

}  // namespace attention
