// Exercise 6.1 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/06_score_matrix/where_scores_lie/task.hpp"

namespace attention
{

namespace right::counted
{
Vector where_scores_lie()
{
    Matrix S = xt::zeros<double>({5, 7});
    double multiplications = 0;
    for (std::size_t i = 0; i < 5; ++i) {
        for (std::size_t j = 0; j < 7; ++j) multiplications += 3;
    }
    const double place = static_cast<double>(&S(2, 4) - &S(0, 0));
    return {static_cast<double>(S.shape(0)), static_cast<double>(S.shape(1)), place, multiplications};
}
}  // namespace right::counted

namespace right::plain
{
Vector where_scores_lie() { return {5, 7, 18, 105}; }
}  // namespace right::plain

namespace additions_too
{
Vector where_scores_lie() { return {5, 7, 18, 175}; }
}  // namespace additions_too

namespace column_after_column
{
Vector where_scores_lie() { return {5, 7, 22, 105}; }
}  // namespace column_after_column

namespace counted_from_one
{
Vector where_scores_lie() { return {5, 7, 19, 105}; }
}  // namespace counted_from_one

namespace one_for_each_score
{
Vector where_scores_lie() { return {5, 7, 18, 35}; }
}  // namespace one_for_each_score

namespace one_row_short
{
Vector where_scores_lie() { return {5, 7, 11, 105}; }
}  // namespace one_row_short

namespace transposed::half
{
Vector where_scores_lie() { return {7, 5, 18, 105}; }
}  // namespace transposed::half

namespace transposed::plain
{
Vector where_scores_lie() { return {7, 5, 22, 105}; }
}  // namespace transposed::plain

namespace width_of_queries
{
Vector where_scores_lie() { return {5, 3, 10, 105}; }
}  // namespace width_of_queries

namespace undiagnosed::guess
{
Vector where_scores_lie() { return {5, 7, 17, 100}; }
}  // namespace undiagnosed::guess

namespace not_in_its_column::one_slip
{
Vector where_scores_lie() { return {5, 7, 14, 105}; }
}  // namespace not_in_its_column::one_slip

namespace not_in_its_column::two_slips
{
Vector where_scores_lie() { return {5, 7, 14, 35}; }
}  // namespace not_in_its_column::two_slips

}  // namespace attention
