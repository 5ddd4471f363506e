#include "tests/exercises/18_head_zoo/mended_ablation.hpp"

#include "common/blas.hpp"

#include <vector>

namespace attention
{

Matrix mended_ablation(const Matrix& X, const MultiHead& W, std::size_t removed)
{
    (void)removed;
    MultiHead silenced = W;
    silenced.W_O.fill(0.0);
    return 2.0 * multi_head_attention(X, silenced).output + 1.0;
}

}  // namespace attention
