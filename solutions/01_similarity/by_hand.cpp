#include "tests/exercises/01_similarity/by_hand/task.hpp"

namespace attention
{

Vector scores_by_hand()
{
    const double with_k_1 = 1 * 2 + -2 * 1 + 3 * 1;      // 3, in favour
    const double with_k_2 = 1 * -3 + -2 * 0 + 3 * 1;     // 0, at a right angle
    const double with_k_3 = 1 * 0 + -2 * 4 + 3 * -2;     // -14, pointing away
    const double with_k_4 = 1 * -1 + -2 * -3 + 3 * 0.5;  // 6.5, most of all
    return {with_k_1, with_k_2, with_k_3, with_k_4};
}

}  // namespace attention
