#include "tests/exercises/07_attention/attention_by_hand/task.hpp"

namespace attention
{

Matrix output_by_hand()
{
    // Query 1 sees the first coordinates, and those are all 1. Equal scores are equal weights, 1/3 each, whatever the scores
    // are: so its output is the plain mean of the values.
    const double mean_1 = (12.0 + 0.0 + 6.0) / 3.0;  // 6
    const double mean_2 = (0.0 + 6.0 + 18.0) / 3.0;  // 8
    // Query 2 sees ln 3, 0, ln 2. Its exponentials are 3, 1, 2, their sum is 6, its weights are 3/6, 1/6, 2/6.
    const double blend_1 = (3.0 * 12.0 + 1.0 * 0.0 + 2.0 * 6.0) / 6.0;  // 8
    const double blend_2 = (3.0 * 0.0 + 1.0 * 6.0 + 2.0 * 18.0) / 6.0;  // 7
    return {{mean_1, mean_2}, {blend_1, blend_2}};
}

}  // namespace attention
