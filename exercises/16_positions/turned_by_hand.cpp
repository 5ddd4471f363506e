/// Exercise 16.1: Turned by hand
///
/// Queries and keys have four numbers, two pairs of neighbours. From one place to the next the first pair turns by 90
/// degrees and the second by 45, both counter-clockwise: at 90 degrees [x, y] becomes [-y, x].
///
/// The query [1, 2, 3, 1] is at place 2. What is it after turning? And which score does the same query get with the key
/// [2, 1, 1, 0] when the query is at place 102 and the key at 100? Work both out with pencil and paper.
///
/// \return  the four numbers of the turned query, then the score (not divided by anything), shape (5)
#include "tests/exercises/16_positions/turned_by_hand/task.hpp"

namespace attention
{

Vector turned_by_hand()
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
