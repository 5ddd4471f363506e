/// Exercise 21.1: Which masks stretch?
///
/// The scores have shape (2, 4, 5, 7): 2 sequences, 4 heads, 5 queries, 7 keys. You are handed six masks. Which of them broadcast
/// to the scores?
///
///     A  (7)          B  (5, 7)        C  (4, 7)
///     D  (4, 1, 1)    E  (2, 1, 7)     F  (2, 1, 5, 1)
///
/// \return  the letters of those that do, in order, as in "ACE"
#include "tests/exercises/21_your_own_data/which_masks/task.hpp"

namespace attention
{

std::string which_masks()
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
