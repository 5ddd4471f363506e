/// Exercise 13.1: Test the cut
///
/// Cutting a matrix into heads looks like a job for one line, and that line is wrong in more ways than one. No shape gives
/// it away. So this time you write the test, and somebody else's code is judged.
///
/// You are given a function that cuts a matrix of shape (n, heads d) into heads, as chapter 13 does: head h is to have
/// columns h d to h d + d - 1 of every token, in their order. Choose a matrix and a number of heads, call `cut`, and look at
/// what it gives. Return true if it is right.
///
/// Your test is tried on functions that are right, and on seven impostors. Each impostor is right for some inputs: one as
/// long as there is one token, one as long as there are two heads. Which input do they all fail on?
///
/// Look at the numbers yourself. A test that calls `split_heads` and compares would be no better than `split_heads`.
///
/// \param cut  takes a matrix and the number of heads, which divides its columns; gives each head's matrix, shape (n, d)
/// \return     true if the function is right
#include "tests/exercises/13_multi_head/test_the_cut/task.hpp"

namespace attention
{

bool cut_is_right(const Cut& cut)
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
