#include "tests/exercises/11_complexity/longest_sequence.hpp"

#include <cmath>
#include <cstdint>

namespace attention
{

std::uint64_t longest_sequence(std::uint64_t bytes, std::uint64_t heads, std::uint64_t d_model,
                               std::uint64_t size_of_number)
{
    const std::uint64_t numbers = bytes / size_of_number;
    std::uint64_t n = 0;
    for (std::uint64_t bit = std::uint64_t{1} << 30; bit > 0; bit /= 2) {
        const std::uint64_t longer = n + bit;
        if (2 * heads * longer + 4 * d_model <= numbers / longer) n = longer;
    }
    return n;
}

}  // namespace attention
