// Exercise 17.1 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/17_induction/where_they_look/task.hpp"

namespace attention
{

namespace right::by_counting
{
Vector where_they_look()
{
    const Vector tokens = {0, 1, 2, 1, 2, 1, 3};
    Vector answers = xt::zeros<double>({std::size_t{6}});
    answers(0) = 5 - 1;
    for (std::size_t i = 0; i < 7; ++i) {
        std::size_t matches = 0;
        std::size_t last = 0;
        for (std::size_t j = 1; j <= i; ++j) {
            if (tokens(j - 1) != tokens(i)) continue;
            ++matches;
            last = j;
        }
        if (i == 3) answers(1) = static_cast<double>(last);
        if (i == 4) answers(2) = static_cast<double>(last);
        if (i == 5) answers(4) = 1.0 / static_cast<double>(matches);
        if (matches == 0) continue;
        answers(3) += 1.0;
        if (i + 1 < 7 && tokens(last) == tokens(i + 1)) answers(5) += 1.0;
    }
    return answers;
}
}  // namespace right::by_counting

namespace right::plain
{
Vector where_they_look() { return {4.0, 2.0, 3.0, 3.0, 0.5, 2.0}; }
}  // namespace right::plain

namespace always_right
{
Vector where_they_look() { return {4, 2, 3, 3, 0.5, 3}; }
}  // namespace always_right

namespace counts_first_times
{
Vector where_they_look() { return {4, 2, 3, 6, 0.5, 2}; }
}  // namespace counts_first_times

namespace counts_tokens
{
Vector where_they_look() { return {4, 2, 3, 2, 0.5, 2}; }
}  // namespace counts_tokens

namespace looks_at_itself::place_4
{
Vector where_they_look() { return {4, 2, 4, 3, 0.5, 2}; }
}  // namespace looks_at_itself::place_4

namespace looks_at_itself::plain
{
Vector where_they_look() { return {5, 2, 3, 3, 0.5, 2}; }
}  // namespace looks_at_itself::plain

namespace looks_at_the_same_token::place_4
{
Vector where_they_look() { return {4, 2, 2, 3, 0.5, 2}; }
}  // namespace looks_at_the_same_token::place_4

namespace looks_at_the_same_token::plain
{
Vector where_they_look() { return {4, 1, 2, 3, 0, 2}; }
}  // namespace looks_at_the_same_token::plain

namespace looks_at_the_same_token::weight
{
Vector where_they_look() { return {4, 2, 3, 3, 0, 2}; }
}  // namespace looks_at_the_same_token::weight

namespace one_match_only
{
Vector where_they_look() { return {4, 2, 3, 3, 1, 2}; }
}  // namespace one_match_only

namespace spread_over_all
{
Vector where_they_look() { return {4, 2, 3, 3, 0.2, 2}; }
}  // namespace spread_over_all

namespace undiagnosed::guess
{
Vector where_they_look() { return {3, 3, 3, 5, 0.25, 1}; }
}  // namespace undiagnosed::guess

}  // namespace attention
