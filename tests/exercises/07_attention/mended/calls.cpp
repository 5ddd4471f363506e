// Exercise 7.4 solved by calling what the chapters have written already.
#include "tests/exercises/07_attention/mended/task.hpp"

#include "02_softmax/softmax.hpp"
#include "07_attention/attention.hpp"

#include "common/blas.hpp"

namespace attention
{

namespace called_instead::the_chapter
{
Attention mended_attention(const Matrix& Q, const Matrix& K, const Matrix& V) { return dot_product_attention(Q, K, V); }
}  // namespace called_instead::the_chapter

namespace called_instead::softmax_of_the_chapter
{
Attention mended_attention(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const Matrix weights = softmax_rows(common::product_transposed(Q, K));
    return {common::product(weights, V), weights};
}
}  // namespace called_instead::softmax_of_the_chapter

}  // namespace attention
