// Exercise 18.4 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/18_head_zoo/mended_ablation/task.hpp"

#include "common/blas.hpp"

#include <vector>

namespace attention
{

namespace right::plain
{
Matrix mended_ablation(const Matrix& X, const MultiHead& W, std::size_t removed)
{
    std::vector<Matrix> found;  // for each head, (n, d_v)
    for (std::size_t h = 0; h < W.heads.size(); ++h) {
        Roles roles = roles_of(X, W.heads[h]);
        if (h == removed) roles.V.fill(0.0);
        found.push_back(scaled_dot_product_attention(roles.Q, roles.K, roles.V).output);
    }
    return common::product(concatenated(found), W.W_O);
}
}  // namespace right::plain

// Like the solution, except where marked.
namespace another_head
{
Matrix mended_ablation(const Matrix& X, const MultiHead& W, std::size_t removed)
{
    std::vector<Matrix> found;  // for each head, (n, d_v)
    for (std::size_t h = 0; h < W.heads.size(); ++h) {
        Roles roles = roles_of(X, W.heads[h]);
        if (h + 1 == removed) roles.V.fill(0.0);  // <--
        found.push_back(scaled_dot_product_attention(roles.Q, roles.K, roles.V).output);
    }
    return common::product(concatenated(found), W.W_O);
}
}  // namespace another_head

// Like the solution, except where marked.
namespace head_and_scale
{
Matrix mended_ablation(const Matrix& X, const MultiHead& W, std::size_t removed)
{
    std::vector<Matrix> found;  // for each head, (n, d_v)
    for (std::size_t h = 0; h < W.heads.size(); ++h) {
        Roles roles = roles_of(X, W.heads[h]);
        if (h + 1 == removed) roles.V.fill(0.0);  // <--
        found.push_back(scaled_dot_product_attention(roles.Q, roles.K, roles.V).output);
    }
    const double heads = static_cast<double>(W.heads.size());                    // <--
    return heads / (heads - 1.0) * common::product(concatenated(found), W.W_O);  // <--
}
}  // namespace head_and_scale

namespace left_out
{
Matrix mended_ablation(const Matrix& X, const MultiHead& W, std::size_t removed)
{
    MultiHead others;
    std::size_t first = 0;
    std::vector<std::size_t> rows;
    for (std::size_t h = 0; h < W.heads.size(); ++h) {
        const std::size_t d_v = W.heads[h].W_V.shape(1);
        if (h != removed) others.heads.push_back(W.heads[h]);
        first += h != removed ? d_v : 0;
    }
    others.W_O = xt::view(W.W_O, xt::range(0, first), xt::all());
    return multi_head_attention(X, others).output;
}
}  // namespace left_out

// Like the solution, except where marked.
namespace nothing_mended
{
Matrix mended_ablation(const Matrix& X, const MultiHead& W, std::size_t removed)
{
    std::vector<Matrix> found;  // for each head, (n, d_v)
    for (std::size_t h = 0; h < W.heads.size(); ++h) {
        Roles roles = roles_of(X, W.heads[h]);
        if (h + 1 == removed) roles.Q.fill(0.0);  // <--
        found.push_back(scaled_dot_product_attention(roles.Q, roles.K, roles.V).output);
    }
    const double heads = static_cast<double>(W.heads.size());                    // <--
    return heads / (heads - 1.0) * common::product(concatenated(found), W.W_O);  // <--
}
}  // namespace nothing_mended

// Like the solution, except where marked.
namespace others_louder
{
Matrix mended_ablation(const Matrix& X, const MultiHead& W, std::size_t removed)
{
    std::vector<Matrix> found;  // for each head, (n, d_v)
    for (std::size_t h = 0; h < W.heads.size(); ++h) {
        Roles roles = roles_of(X, W.heads[h]);
        if (h == removed) roles.V.fill(0.0);
        found.push_back(scaled_dot_product_attention(roles.Q, roles.K, roles.V).output);
    }
    const double heads = static_cast<double>(W.heads.size());                    // <--
    return heads / (heads - 1.0) * common::product(concatenated(found), W.W_O);  // <--
}
}  // namespace others_louder

// Like the solution, except where marked.
namespace speaks_and_another
{
Matrix mended_ablation(const Matrix& X, const MultiHead& W, std::size_t removed)
{
    std::vector<Matrix> found;  // for each head, (n, d_v)
    for (std::size_t h = 0; h < W.heads.size(); ++h) {
        Roles roles = roles_of(X, W.heads[h]);
        if (h + 1 == removed) roles.Q.fill(0.0);  // <--
        found.push_back(scaled_dot_product_attention(roles.Q, roles.K, roles.V).output);
    }
    return common::product(concatenated(found), W.W_O);
}
}  // namespace speaks_and_another

// Like the solution, except where marked.
namespace speaks_and_louder
{
Matrix mended_ablation(const Matrix& X, const MultiHead& W, std::size_t removed)
{
    std::vector<Matrix> found;  // for each head, (n, d_v)
    for (std::size_t h = 0; h < W.heads.size(); ++h) {
        Roles roles = roles_of(X, W.heads[h]);
        if (h == removed) roles.Q.fill(0.0);  // <--
        found.push_back(scaled_dot_product_attention(roles.Q, roles.K, roles.V).output);
    }
    const double heads = static_cast<double>(W.heads.size());                    // <--
    return heads / (heads - 1.0) * common::product(concatenated(found), W.W_O);  // <--
}
}  // namespace speaks_and_louder

// Like the solution, except where marked.
namespace still_speaks::keys
{
Matrix mended_ablation(const Matrix& X, const MultiHead& W, std::size_t removed)
{
    std::vector<Matrix> found;  // for each head, (n, d_v)
    for (std::size_t h = 0; h < W.heads.size(); ++h) {
        Roles roles = roles_of(X, W.heads[h]);
        if (h == removed) roles.K.fill(0.0);  // <--
        found.push_back(scaled_dot_product_attention(roles.Q, roles.K, roles.V).output);
    }
    return common::product(concatenated(found), W.W_O);
}
}  // namespace still_speaks::keys

// Like the solution, except where marked.
namespace still_speaks::plain
{
Matrix mended_ablation(const Matrix& X, const MultiHead& W, std::size_t removed)
{
    std::vector<Matrix> found;  // for each head, (n, d_v)
    for (std::size_t h = 0; h < W.heads.size(); ++h) {
        Roles roles = roles_of(X, W.heads[h]);
        if (h == removed) roles.Q.fill(0.0);  // <--
        found.push_back(scaled_dot_product_attention(roles.Q, roles.K, roles.V).output);
    }
    return common::product(concatenated(found), W.W_O);
}
}  // namespace still_speaks::plain

namespace rows_all_the_same::all_silent
{
Matrix mended_ablation(const Matrix& X, const MultiHead& W, std::size_t removed)
{
    (void)removed;
    MultiHead silenced = W;
    silenced.W_O.fill(0.0);
    return 2.0 * multi_head_attention(X, silenced).output + 1.0;
}
}  // namespace rows_all_the_same::all_silent

}  // namespace attention
