#include "tests/exercises/11_complexity/longest_sequence.hpp"

#include <cmath>
#include <cstdint>

namespace attention
{

std::uint64_t longest_sequence(std::uint64_t bytes, std::uint64_t heads, std::uint64_t d_model,
                               std::uint64_t size_of_number)
{
    std::uint64_t n = 1;
    while (n * (2 * heads * n + d_model) * size_of_number <= bytes) ++n;
    return n - 1;
}

}  // namespace attention
