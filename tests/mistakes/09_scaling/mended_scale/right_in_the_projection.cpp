#include "tests/exercises/09_scaling/mended_scale.hpp"

#include "05_queries_keys_values/projections.hpp"
#include "07_attention/attention.hpp"

#include <cmath>

namespace attention
{

Attention mended_scale(const Matrix& X, const Matrix& Y, const Projections& W)
{
    const Matrix smaller =
        W.W_Q / std::sqrt(static_cast<double>(W.W_Q.shape(1)));  // the scale, folded into what is learned
    return dot_product_attention(project_rows(X, smaller), project_rows(Y, W.W_K), project_rows(Y, W.W_V));
}

}  // namespace attention
