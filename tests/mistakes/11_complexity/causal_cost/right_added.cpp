#include "tests/exercises/11_complexity/causal_cost.hpp"

#include <cstdint>

namespace attention
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

}  // namespace attention
