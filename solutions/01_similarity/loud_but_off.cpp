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
#include "tests/exercises/01_similarity/loud_but_off.hpp"

#include <limits>

namespace attention
{

Vector loud_but_off()
{
    // [-4, 3] stands at a right angle to q, and its score is 0 however long it is. A little of q added to it, 2 times, gives
    // the score 50 for good; much of the other then pulls the cosine down as far as one likes.
    const Vector along = {2.0 * 3.0, 2.0 * 4.0};
    const Vector across = {200.0 * -4.0, 200.0 * 3.0};
    return along + across;
}

}  // namespace attention
