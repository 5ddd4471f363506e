#include "tests/exercises/06_score_matrix/where_scores_lie.hpp"

namespace attention
{

Vector where_scores_lie() { return {7, 5, 22, 105}; }

}  // namespace attention
