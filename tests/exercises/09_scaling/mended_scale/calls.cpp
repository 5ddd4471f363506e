// Exercise 9.4 solved by calling what the chapters have written already.
#include "tests/exercises/09_scaling/mended_scale/task.hpp"

#include "09_scaling/scaled_attention.hpp"

namespace attention
{

namespace called_instead::the_chapter
{
Attention mended_scale(const Matrix& X, const Matrix& Y, const Projections& W)
{
    const Matrix Q = project_rows(X, W.W_Q);
    const Matrix K = project_rows(Y, W.W_K);
    const Matrix V = project_rows(Y, W.W_V);
    return scaled_dot_product_attention(Q, K, V);
}
}  // namespace called_instead::the_chapter

}  // namespace attention
