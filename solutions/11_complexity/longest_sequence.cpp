#include "tests/exercises/11_complexity/longest_sequence/task.hpp"

#include <cstdint>

namespace attention
{

std::uint64_t longest_sequence(std::uint64_t bytes, std::uint64_t heads, std::uint64_t d_model,
                               std::uint64_t size_of_number)
{
    // n words take 2 heads n^2 + 4 d_model n numbers, and that only grows with n. So double n until it no longer fits,
    // then halve the gap between the longest that fits and the shortest that does not. All in whole numbers, so nothing
    // is rounded.
    const auto fits = [&](std::uint64_t n) { return n * (2 * heads * n + 4 * d_model) * size_of_number <= bytes; };
    std::uint64_t too_long = 1;
    while (fits(too_long)) too_long *= 2;

    std::uint64_t longest = too_long / 2;
    while (longest + 1 < too_long) {
        const std::uint64_t middle = (longest + too_long) / 2;
        if (fits(middle)) {
            longest = middle;
        } else {
            too_long = middle;
        }
    }
    return longest;
}

}  // namespace attention
