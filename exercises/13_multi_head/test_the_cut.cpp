/// Exercise 13.1: Test the cut
///
/// Cutting a matrix into heads looks like one line of code, and there are many ways to get that line wrong. The shapes do not
/// give it away. So this time you write the test, and somebody else's code is judged.
///
/// You are given a function that cuts a matrix of shape (n, heads d) into heads, as chapter 13 does: head h should have the
/// columns h d to h d + d - 1 of every word, in order. Choose a matrix and a number of heads, call `cut`, and look at what it
/// returns. Return true if it is right.
///
/// Your test is tried on functions that are right and on seven impostors. Each impostor is right for some inputs: one as long
/// as there is only one word, another as long as there are two heads. Which input do they all fail on?
///
/// Look at the numbers yourself. A test that calls `split_heads` and compares would be no better than `split_heads`.
///
/// \param cut  takes a matrix and the number of heads, which divides its columns; returns a std::vector<Matrix>, one
///             matrix of shape (n, d) for each head
/// \return     true if the function is right
#include "tests/exercises/13_multi_head/test_the_cut/task.hpp"

namespace attention
{

bool cut_is_right(const Cut& cut)
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
