// Exercise 16.3 solved by calling what the chapters have written already.
#include "tests/exercises/16_positions/mended_bias/task.hpp"

#include "16_positions/linear_bias.hpp"

#include <cstddef>

namespace attention
{

namespace called_instead::the_chapter
{
Matrix mended_bias(std::size_t n, std::size_t m, std::size_t head, std::size_t heads)
{
    return linear_bias(n, m, slopes(heads)(head), m - n);
}
}  // namespace called_instead::the_chapter

}  // namespace attention
