#include "tests/exercises/10_other_scores/mended_distance.hpp"

#include "07_attention/attention.hpp"
#include "10_other_scores/gaussian_features.hpp"

namespace attention
{

Attention mended_distance(const Matrix& Q, const Matrix& K, const Matrix& V, double width)
{
    return dot_product_attention(query_features(Q), key_features(K, width), V);
}

}  // namespace attention
