// Exercise 11.3 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/11_complexity/longest_sequence/task.hpp"

#include <cmath>
#include <cstdint>

namespace attention
{

namespace right::bit_by_bit
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
}  // namespace right::bit_by_bit

namespace right::counted_up
{
std::uint64_t longest_sequence(std::uint64_t bytes, std::uint64_t heads, std::uint64_t d_model,
                               std::uint64_t size_of_number)
{
    std::uint64_t n = 1;
    while (n * (2 * heads * n + 4 * d_model) * size_of_number <= bytes) ++n;
    return n - 1;
}
}  // namespace right::counted_up

namespace right::root_mended
{
std::uint64_t longest_sequence(std::uint64_t bytes, std::uint64_t heads, std::uint64_t d_model,
                               std::uint64_t size_of_number)
{
    const double numbers = static_cast<double>(bytes) / static_cast<double>(size_of_number);
    const double a = 2.0 * static_cast<double>(heads);
    const double b = 4.0 * static_cast<double>(d_model);
    const double n = (-b + std::sqrt(b * b + 4.0 * a * numbers)) / (2.0 * a);
    std::uint64_t longest = static_cast<std::uint64_t>(n);
    const auto fits = [&](std::uint64_t k) { return k * (2 * heads * k + 4 * d_model) <= bytes / size_of_number; };
    while (!fits(longest)) --longest;
    while (fits(longest + 1)) ++longest;
    return longest;
}
}  // namespace right::root_mended

// Like right::counted_up, except where marked.
namespace always_one
{
std::uint64_t longest_sequence(std::uint64_t bytes, std::uint64_t heads, std::uint64_t d_model,
                               std::uint64_t size_of_number)
{
    std::uint64_t n = 1;
    while (n * (2 * heads * n + 4 * d_model) * size_of_number <= bytes) ++n;
    return n > 1 ? n - 1 : 1;  // <--
}
}  // namespace always_one

// Like right::counted_up, except where marked.
namespace bytes_for_numbers
{
std::uint64_t longest_sequence(std::uint64_t bytes, std::uint64_t heads, std::uint64_t d_model,
                               std::uint64_t size_of_number)
{
    std::uint64_t n = 1;
    while (n * (2 * heads * n + 4 * d_model) <= bytes) ++n;  // <--
    return n - 1;
}
}  // namespace bytes_for_numbers

// Like right::counted_up, except where marked.
namespace bytes_multiplied
{
std::uint64_t longest_sequence(std::uint64_t bytes, std::uint64_t heads, std::uint64_t d_model,
                               std::uint64_t size_of_number)
{
    std::uint64_t n = 1;
    while (n * (2 * heads * n + 4 * d_model) <= bytes * size_of_number) ++n;  // <--
    return n - 1;
}
}  // namespace bytes_multiplied

// Like right::counted_up, except where marked.
namespace counted_in_32_bits
{
std::uint64_t longest_sequence(std::uint64_t bytes, std::uint64_t heads, std::uint64_t d_model,
                               std::uint64_t size_of_number)
{
    const unsigned memory = static_cast<unsigned>(bytes);  // <--
    std::uint64_t n = 1;
    while (n * (2 * heads * n + 4 * d_model) * size_of_number <= memory) ++n;  // <--
    return n - 1;
}
}  // namespace counted_in_32_bits

// Like right::counted_up, except where marked.
namespace exact_fit_refused
{
std::uint64_t longest_sequence(std::uint64_t bytes, std::uint64_t heads, std::uint64_t d_model,
                               std::uint64_t size_of_number)
{
    std::uint64_t n = 1;
    while (n * (2 * heads * n + 4 * d_model) * size_of_number < bytes) ++n;  // <--
    return n - 1;
}
}  // namespace exact_fit_refused

// Like right::counted_up, except where marked.
namespace heads_forgotten
{
std::uint64_t longest_sequence(std::uint64_t bytes, std::uint64_t heads, std::uint64_t d_model,
                               std::uint64_t size_of_number)
{
    std::uint64_t n = 1;
    while (n * (2 * n + 4 * d_model) * size_of_number <= bytes) ++n;  // <--
    return n - 1;
}
}  // namespace heads_forgotten

// Like right::counted_up, except where marked.
namespace one_byte_short
{
std::uint64_t longest_sequence(std::uint64_t bytes, std::uint64_t heads, std::uint64_t d_model,
                               std::uint64_t size_of_number)
{
    std::uint64_t n = 1;
    while (n * (2 * heads * n + 4 * d_model) <= (bytes + size_of_number - 1) / size_of_number) ++n;  // <--
    return n - 1;
}
}  // namespace one_byte_short

// Like right::counted_up, except where marked.
namespace one_matrix_of_four
{
std::uint64_t longest_sequence(std::uint64_t bytes, std::uint64_t heads, std::uint64_t d_model,
                               std::uint64_t size_of_number)
{
    std::uint64_t n = 1;
    while (n * (2 * heads * n + d_model) * size_of_number <= bytes) ++n;  // <--
    return n - 1;
}
}  // namespace one_matrix_of_four

// Like right::counted_up, except where marked.
namespace one_too_long::plain
{
std::uint64_t longest_sequence(std::uint64_t bytes, std::uint64_t heads, std::uint64_t d_model,
                               std::uint64_t size_of_number)
{
    std::uint64_t n = 1;
    while (n * (2 * heads * n + 4 * d_model) * size_of_number <= bytes) ++n;
    return n;  // <--
}
}  // namespace one_too_long::plain

// Like right::root_mended, except where marked.
namespace one_too_long::rounded
{
std::uint64_t longest_sequence(std::uint64_t bytes, std::uint64_t heads, std::uint64_t d_model,
                               std::uint64_t size_of_number)
{
    const double numbers = static_cast<double>(bytes) / static_cast<double>(size_of_number);
    const double a = 2.0 * static_cast<double>(heads);
    const double b = 4.0 * static_cast<double>(d_model);
    const double n = (-b + std::sqrt(b * b + 4.0 * a * numbers)) / (2.0 * a);
    return static_cast<std::uint64_t>(std::round(n));  // <--
}
}  // namespace one_too_long::rounded

// Like right::counted_up, except where marked.
namespace one_too_short
{
std::uint64_t longest_sequence(std::uint64_t bytes, std::uint64_t heads, std::uint64_t d_model,
                               std::uint64_t size_of_number)
{
    std::uint64_t n = 1;
    while (n * (2 * heads * n + 4 * d_model) * size_of_number <= bytes) ++n;
    return n < 3 ? n - 1 : n - 2;  // <--
}
}  // namespace one_too_short

// Like right::counted_up, except where marked.
namespace output_forgotten
{
std::uint64_t longest_sequence(std::uint64_t bytes, std::uint64_t heads, std::uint64_t d_model,
                               std::uint64_t size_of_number)
{
    std::uint64_t n = 1;
    while (n * (2 * heads * n + 3 * d_model) * size_of_number <= bytes) ++n;  // <--
    return n - 1;
}
}  // namespace output_forgotten

// Like right::root_mended, except where marked.
namespace rounded_by_double::careful
{
std::uint64_t longest_sequence(std::uint64_t bytes, std::uint64_t heads, std::uint64_t d_model,
                               std::uint64_t size_of_number)
{
    const double numbers = static_cast<double>(bytes) / static_cast<double>(size_of_number);
    const double a = 2.0 * static_cast<double>(heads);
    const double b = 4.0 * static_cast<double>(d_model);
    const double n = (-b + std::sqrt(b * b + 4.0 * a * numbers)) / (2.0 * a);
    return static_cast<std::uint64_t>(n + 1e-6);  // <--
}
}  // namespace rounded_by_double::careful

// Like right::root_mended, except where marked.
namespace rounded_by_double::plain
{
std::uint64_t longest_sequence(std::uint64_t bytes, std::uint64_t heads, std::uint64_t d_model,
                               std::uint64_t size_of_number)
{
    const double numbers = static_cast<double>(bytes) / static_cast<double>(size_of_number);
    const double a = 2.0 * static_cast<double>(heads);
    const double b = 4.0 * static_cast<double>(d_model);
    const double n = (-b + std::sqrt(b * b + 4.0 * a * numbers)) / (2.0 * a);
    return static_cast<std::uint64_t>(n);  // <--
}
}  // namespace rounded_by_double::plain

// Like right::counted_up, except where marked.
namespace scores_alone
{
std::uint64_t longest_sequence(std::uint64_t bytes, std::uint64_t heads, std::uint64_t d_model,
                               std::uint64_t size_of_number)
{
    std::uint64_t n = 1;
    while (heads * n * n * size_of_number <= bytes) ++n;  // <--
    return n - 1;
}
}  // namespace scores_alone

// Like right::counted_up, except where marked.
namespace size_not_read::as_float
{
std::uint64_t longest_sequence(std::uint64_t bytes, std::uint64_t heads, std::uint64_t d_model,
                               std::uint64_t size_of_number)
{
    std::uint64_t n = 1;
    while (n * (2 * heads * n + 4 * d_model) * 4 <= bytes) ++n;  // <--
    return n - 1;
}
}  // namespace size_not_read::as_float

// Like right::counted_up, except where marked.
namespace size_not_read::plain
{
std::uint64_t longest_sequence(std::uint64_t bytes, std::uint64_t heads, std::uint64_t d_model,
                               std::uint64_t size_of_number)
{
    std::uint64_t n = 1;
    while (n * (2 * heads * n + 4 * d_model) * 8 <= bytes) ++n;  // <--
    return n - 1;
}
}  // namespace size_not_read::plain

// Like right::counted_up, except where marked.
namespace vectors_do_not_grow
{
std::uint64_t longest_sequence(std::uint64_t bytes, std::uint64_t heads, std::uint64_t d_model,
                               std::uint64_t size_of_number)
{
    std::uint64_t n = 1;
    while ((2 * heads * n * n + 4 * d_model) * size_of_number <= bytes) ++n;  // <--
    return n - 1;
}
}  // namespace vectors_do_not_grow

// Like right::counted_up, except where marked.
namespace vectors_for_each_head
{
std::uint64_t longest_sequence(std::uint64_t bytes, std::uint64_t heads, std::uint64_t d_model,
                               std::uint64_t size_of_number)
{
    std::uint64_t n = 1;
    while (n * heads * (2 * n + 4 * d_model) * size_of_number <= bytes) ++n;  // <--
    return n - 1;
}
}  // namespace vectors_for_each_head

// Like right::counted_up, except where marked.
namespace vectors_forgotten
{
std::uint64_t longest_sequence(std::uint64_t bytes, std::uint64_t heads, std::uint64_t d_model,
                               std::uint64_t size_of_number)
{
    std::uint64_t n = 1;
    while (2 * heads * n * n * size_of_number <= bytes) ++n;  // <--
    return n - 1;
}
}  // namespace vectors_forgotten

// Like right::counted_up, except where marked.
namespace weights_forgotten
{
std::uint64_t longest_sequence(std::uint64_t bytes, std::uint64_t heads, std::uint64_t d_model,
                               std::uint64_t size_of_number)
{
    std::uint64_t n = 1;
    while (n * (heads * n + 4 * d_model) * size_of_number <= bytes) ++n;  // <--
    return n - 1;
}
}  // namespace weights_forgotten

// Like right::counted_up, except where marked.
namespace undiagnosed::slip
{
std::uint64_t longest_sequence(std::uint64_t bytes, std::uint64_t heads, std::uint64_t d_model,
                               std::uint64_t size_of_number)
{
    std::uint64_t n = 1;
    while (n * (2 * heads * n + 5 * d_model) * size_of_number <= bytes) ++n;  // <--
    return n - 1;
}
}  // namespace undiagnosed::slip

}  // namespace attention
