#include "tests/exercises/13_multi_head/mended_heads.hpp"

#include "02_softmax/softmax.hpp"
#include "06_score_matrix/score_matrix.hpp"
#include "09_scaling/scaled_attention.hpp"
#include "13_multi_head/heads.hpp"

#include "common/blas.hpp"

#include <cmath>
#include <vector>

namespace attention
{

Matrix mended_heads(const Matrix& X, std::size_t heads)
{
    std::vector<Matrix> found;
    for (const Matrix& part : split_heads(X, heads))
        found.push_back(scaled_dot_product_attention(part, part, part).output);
    return concatenated(found);
}

}  // namespace attention
