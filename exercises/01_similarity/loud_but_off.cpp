/// Exercise 1.2: Loud but off
///
/// The query q = [3, 4] is compared with two keys by two judges, the dot product and the cosine:
///
///     a = [3, 4]     q . a = 25,  cosine 1
///     b = [5, 0]     q . b = 15,  cosine 0.6
///
/// Design a third key c on which the judges quarrel as much as they can: by dot product it beats both a and b, and yet by
/// cosine it is the worst of the three, with a cosine of at most 0.1. What does the dot product reward that the cosine does
/// not see?
///
/// \return  c, shape (2)
#include "tests/exercises/01_similarity/loud_but_off/task.hpp"

namespace attention
{

Vector loud_but_off()
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
