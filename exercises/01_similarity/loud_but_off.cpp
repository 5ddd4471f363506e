/// Exercise 1.2: Loud but off
///
/// Two judges, the dot product and the cosine, compare the query q = [3, 4] with two keys:
///
///     a = [3, 4]     q . a = 25,  cosine 1
///     b = [5, 0]     q . b = 15,  cosine 0.6
///
/// Design a third key c that splits them: by dot product it beats both a and b, yet by cosine it is the worst of the
/// three, with a cosine of at most 0.1. What does the dot product reward that the cosine does not see?
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
