/// Exercise 13.1: Which cut was it?
///
/// Three tokens with four numbers each were to be cut into two heads:
///
///     X = [[ 0,  1,  2,  3],
///          [ 4,  5,  6,  7],
///          [ 8,  9, 10, 11]]
///
/// Five programs did it. One was right, each of the others made one of these slips:
///
///     A  right                                    B  reshaped without transposing
///     C  every second column, 0 and 2, 1 and 3    D  the heads exchanged     E  each head transposed
///
/// Tell from head 0 which is which:
///
///     1: [[0, 2], [4, 6], [8, 10]]      2: [[0, 1], [2, 3], [4, 5]]      3: [[2, 3], [6, 7], [10, 11]]
///     4: [[0, 4, 8], [1, 5, 9]]         5: [[0, 1], [4, 5], [8, 9]]
///
/// \return  five letters, for heads 1 to 5, as in "ABCDE"
#include "tests/exercises/13_multi_head/which_cut/task.hpp"

namespace attention
{

std::string which_cut()
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
