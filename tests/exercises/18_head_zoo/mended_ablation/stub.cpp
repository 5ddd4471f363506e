/// Exercise 18.4: An ablation that takes too much
///
/// Somebody wants to know what a layer of heads returns without one of them. The output of that head should be replaced by
/// 0. Everything else should stay as it is, and the outputs of the other heads should keep their size. But the code has
/// three slips. Mend them, and change nothing else.
///
/// \param X        one token per row, shape (n, d_model)
/// \param W        the heads and W_O
/// \param removed  the head that falls silent, counted from 0
/// \return         the output of the layer, shape (n, d_model)
#include "tests/exercises/18_head_zoo/mended_ablation/task.hpp"

#include "common/blas.hpp"

#include <vector>

namespace attention
{

Matrix mended_ablation(const Matrix& X, const MultiHead& W, std::size_t removed)
{
    throw common::NotDoneYet();  // take this line out, then mend the rest
    std::vector<Matrix> found;   // for each head, (n, d_v)
    for (std::size_t h = 0; h < W.heads.size(); ++h) {
        Roles roles = roles_of(X, W.heads[h]);
        if (h + 1 == removed) roles.Q.fill(0.0);
        found.push_back(scaled_dot_product_attention(roles.Q, roles.K, roles.V).output);
    }
    const double heads = static_cast<double>(W.heads.size());
    return heads / (heads - 1.0) * common::product(concatenated(found), W.W_O);
}

}  // namespace attention
