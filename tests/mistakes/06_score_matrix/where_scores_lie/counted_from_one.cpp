#include "tests/exercises/06_score_matrix/where_scores_lie.hpp"

namespace attention
{

Vector where_scores_lie() { return {5, 7, 19, 105}; }

}  // namespace attention
