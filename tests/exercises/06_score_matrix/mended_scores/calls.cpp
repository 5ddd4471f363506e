// Exercise 6.2 solved by calling what the chapters have written already.
#include "tests/exercises/06_score_matrix/mended_scores/task.hpp"

#include "06_score_matrix/score_matrix.hpp"

#include "common/blas.hpp"

namespace attention
{

namespace called_instead::the_chapter
{
Matrix mended_scores(const Matrix& Q, const Matrix& K) { return score_matrix(Q, K); }
}  // namespace called_instead::the_chapter

namespace called_instead::a_product
{
Matrix mended_scores(const Matrix& Q, const Matrix& K) { return common::product_transposed(Q, K); }
}  // namespace called_instead::a_product

}  // namespace attention
