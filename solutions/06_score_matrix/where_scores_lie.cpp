#include "tests/exercises/06_score_matrix/where_scores_lie/task.hpp"

namespace attention
{

Vector where_scores_lie()
{
    // One row per query, one column per key. Before row 2 there are two rows of seven. And each of the 35 scores is a dot
    // product of three coordinates.
    return {5, 7, 2 * 7 + 4, 5 * 7 * 3};
}

}  // namespace attention
