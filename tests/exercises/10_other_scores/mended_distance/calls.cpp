// Exercise 10.2 solved by calling what the chapters have written already.
#include "tests/exercises/10_other_scores/mended_distance/task.hpp"

#include "02_softmax/softmax.hpp"
#include "10_other_scores/attention_from_scores.hpp"
#include "10_other_scores/in_xtensor.hpp"
#include "10_other_scores/other_scores.hpp"

#include "common/blas.hpp"

namespace attention
{

namespace called_instead::the_chapter
{
Attention mended_distance(const Matrix& Q, const Matrix& K, const Matrix& V, double width)
{
    return attention_from_scores(gaussian_scores(Q, K, width), V);
}
}  // namespace called_instead::the_chapter

namespace called_instead::without_loops
{
Attention mended_distance(const Matrix& Q, const Matrix& K, const Matrix& V, double width)
{
    const Matrix weights = softmax_rows(in_xtensor::gaussian_scores(Q, K, width));
    return {common::product(weights, V), weights};
}
}  // namespace called_instead::without_loops

}  // namespace attention
