#include "tests/exercises/11_complexity/longest_sequence.hpp"

#include <cmath>
#include <cstdint>

namespace attention
{

std::uint64_t longest_sequence(std::uint64_t bytes, std::uint64_t heads, std::uint64_t d_model,
                               std::uint64_t size_of_number)
{
    const double numbers = static_cast<double>(bytes) / static_cast<double>(size_of_number);
    const double a = 2.0 * static_cast<double>(heads);
    const double b = 4.0 * static_cast<double>(d_model);
    const double n = (-b + std::sqrt(b * b + 4.0 * a * numbers)) / (2.0 * a);
    return static_cast<std::uint64_t>(std::round(n));
}

}  // namespace attention
