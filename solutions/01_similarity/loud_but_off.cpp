#include "tests/exercises/01_similarity/loud_but_off/task.hpp"

namespace attention
{

Vector loud_but_off()
{
    // Twice q makes the score 50. [-4, 3] is at a right angle to q: adding a lot of it leaves the score alone, and
    // turns c away from q as far as we like.
    const Vector along = {2.0 * 3.0, 2.0 * 4.0};
    const Vector across = {200.0 * -4.0, 200.0 * 3.0};
    return along + across;
}

}  // namespace attention
