#include "tests/exercises/11_complexity/causal_cost.hpp"

#include <cstdint>

namespace attention
{

Operations causal_cost(std::uint64_t n, std::uint64_t m, std::uint64_t d_k, std::uint64_t d_v)
{
    Operations sum;
    unsigned scores = 0;
    for (std::uint64_t sees = m - n + 1; sees <= m; ++sees) {
        const Operations one = operations(1, sees, d_k, d_v);
        scores += static_cast<unsigned>(one.scores);
        sum.softmax += one.softmax;
        sum.values += one.values;
    }
    sum.scores = scores;
    return sum;
}

}  // namespace attention
