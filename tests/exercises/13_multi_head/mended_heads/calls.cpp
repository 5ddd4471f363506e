// Exercise 13.3 solved by calling what the chapters have written already.
#include "tests/exercises/13_multi_head/mended_heads/task.hpp"

#include "09_scaling/scaled_attention.hpp"
#include "13_multi_head/heads.hpp"

#include <cstddef>
#include <vector>

namespace attention
{

namespace called_instead::cut_by_the_chapter
{
Matrix mended_heads(const Matrix& X, std::size_t heads)
{
    std::vector<Matrix> found;
    for (const Matrix& part : split_heads(X, heads))
        found.push_back(scaled_dot_product_attention(part, part, part).output);
    return concatenated(found);
}
}  // namespace called_instead::cut_by_the_chapter

}  // namespace attention
