#include "tests/exercises/10_other_scores/mended_distance.hpp"

#include "10_other_scores/attention_from_scores.hpp"

namespace attention
{

Attention mended_distance(const Matrix& Q, const Matrix& K, const Matrix& V, double width)
{
    return attention_from_scores(gaussian_scores(Q, K, width), V);
}

}  // namespace attention
