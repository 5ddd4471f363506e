#include "tests/exercises/01_similarity/loud_but_off/task.hpp"

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
