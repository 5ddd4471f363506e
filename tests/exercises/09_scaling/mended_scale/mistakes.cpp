// Exercise 9.4 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// a version differs from the one it was made from.
#include "tests/exercises/09_scaling/mended_scale/task.hpp"

#include "02_softmax/softmax.hpp"
#include "05_queries_keys_values/projections.hpp"
#include "06_score_matrix/score_matrix.hpp"
#include "07_attention/attention.hpp"

#include "common/blas.hpp"

#include <cmath>

namespace attention
{

namespace right::four_slips_less
{
Attention mended_scale(const Matrix& X, const Matrix& Y, const Projections& W)
{
    const Matrix Q = project_rows(X, W.W_Q);  // (n, d_k)
    const Matrix K = project_rows(Y, W.W_K);  // (m, d_k)
    const Matrix V = project_rows(Y, W.W_V);  // (m, d_v)

    const double root = std::sqrt(static_cast<double>(Q.shape(1)));
    const Matrix scaled_Q = Q / root;
    const Matrix weights = softmax_rows(score_matrix(scaled_Q, K));
    const Matrix output = common::product(weights, V);
    return {output, weights};
}
}  // namespace right::four_slips_less

// Like the solution, except where marked.
namespace right::fourth_roots
{
Attention mended_scale(const Matrix& X, const Matrix& Y, const Projections& W)
{
    const Matrix Q = project_rows(X, W.W_Q);  // (n, d_k)
    const Matrix K = project_rows(Y, W.W_K);  // (m, d_k)
    const Matrix V = project_rows(Y, W.W_V);  // (m, d_v)

    const double root = std::pow(static_cast<double>(Q.shape(1)), 0.25);  // <--
    const Matrix scaled_Q = Q / root;
    const Matrix scaled_K = K / root;                                       // <--
    const Matrix weights = softmax_rows(score_matrix(scaled_Q, scaled_K));  // <--
    const Matrix output = common::product(weights, V);
    return {output, weights};
}
}  // namespace right::fourth_roots

namespace right::in_the_projection
{
Attention mended_scale(const Matrix& X, const Matrix& Y, const Projections& W)
{
    const Matrix smaller =
        W.W_Q / std::sqrt(static_cast<double>(W.W_Q.shape(1)));  // the scale, folded into what is learned
    return dot_product_attention(project_rows(X, smaller), project_rows(Y, W.W_K), project_rows(Y, W.W_V));
}
}  // namespace right::in_the_projection

// Like the solution, except where marked.
namespace divided_twice::at_once
{
Attention mended_scale(const Matrix& X, const Matrix& Y, const Projections& W)
{
    const Matrix Q = project_rows(X, W.W_Q);  // (n, d_k)
    const Matrix K = project_rows(Y, W.W_K);  // (m, d_k)
    const Matrix V = project_rows(Y, W.W_V);  // (m, d_v)

    const double root = static_cast<double>(Q.shape(1));  // <--
    const Matrix scaled_Q = Q / root;
    const Matrix weights = softmax_rows(score_matrix(scaled_Q, K));
    const Matrix output = common::product(weights, V);
    return {output, weights};
}
}  // namespace divided_twice::at_once

// Like right::fourth_roots, except where marked.
namespace divided_twice::plain
{
Attention mended_scale(const Matrix& X, const Matrix& Y, const Projections& W)
{
    const Matrix Q = project_rows(X, W.W_Q);  // (n, d_k)
    const Matrix K = project_rows(Y, W.W_K);  // (m, d_k)
    const Matrix V = project_rows(Y, W.W_V);  // (m, d_v)

    const double root = std::sqrt(static_cast<double>(Q.shape(1)));  // <--
    const Matrix scaled_Q = Q / root;
    const Matrix scaled_K = K / root;
    const Matrix weights = softmax_rows(score_matrix(scaled_Q, scaled_K));
    const Matrix output = common::product(weights, V);
    return {output, weights};
}
}  // namespace divided_twice::plain

// Like the solution, except where marked.
namespace fourth_root_once
{
Attention mended_scale(const Matrix& X, const Matrix& Y, const Projections& W)
{
    const Matrix Q = project_rows(X, W.W_Q);  // (n, d_k)
    const Matrix K = project_rows(Y, W.W_K);  // (m, d_k)
    const Matrix V = project_rows(Y, W.W_V);  // (m, d_v)

    const double root = std::pow(static_cast<double>(Q.shape(1)), 0.25);  // <--
    const Matrix scaled_Q = Q / root;
    const Matrix weights = softmax_rows(score_matrix(scaled_Q, K));
    const Matrix output = common::product(weights, V);
    return {output, weights};
}
}  // namespace fourth_root_once

// Like the solution, except where marked.
namespace keys_and_values_swapped
{
Attention mended_scale(const Matrix& X, const Matrix& Y, const Projections& W)
{
    const Matrix Q = project_rows(X, W.W_Q);  // (n, d_k)
    const Matrix K = project_rows(Y, W.W_K);  // (m, d_k)
    const Matrix V = project_rows(Y, W.W_V);  // (m, d_v)

    const double root = std::sqrt(static_cast<double>(Q.shape(1)));
    const Matrix scaled_Q = Q / root;
    const Matrix weights = softmax_rows(score_matrix(scaled_Q, V));  // <--
    const Matrix output = common::product(weights, K);               // <--
    return {output, weights};
}
}  // namespace keys_and_values_swapped

// Like the solution, except where marked.
namespace multiplied::plain
{
Attention mended_scale(const Matrix& X, const Matrix& Y, const Projections& W)
{
    const Matrix Q = project_rows(X, W.W_Q);  // (n, d_k)
    const Matrix K = project_rows(Y, W.W_K);  // (m, d_k)
    const Matrix V = project_rows(Y, W.W_V);  // (m, d_v)

    const double root = 1.0 / std::sqrt(static_cast<double>(Q.shape(1)));  // <--
    const Matrix scaled_Q = Q / root;
    const Matrix weights = softmax_rows(score_matrix(scaled_Q, K));
    const Matrix output = common::product(weights, V);
    return {output, weights};
}
}  // namespace multiplied::plain

// Like the solution, except where marked.
namespace multiplied::twice
{
Attention mended_scale(const Matrix& X, const Matrix& Y, const Projections& W)
{
    const Matrix Q = project_rows(X, W.W_Q);  // (n, d_k)
    const Matrix K = project_rows(Y, W.W_K);  // (m, d_k)
    const Matrix V = project_rows(Y, W.W_V);  // (m, d_v)

    const double root = 1.0 / static_cast<double>(Q.shape(1));  // <--
    const Matrix scaled_Q = Q / root;
    const Matrix weights = softmax_rows(score_matrix(scaled_Q, K));
    const Matrix output = common::product(weights, V);
    return {output, weights};
}
}  // namespace multiplied::twice

// Like the solution, except where marked.
namespace number_written_in
{
Attention mended_scale(const Matrix& X, const Matrix& Y, const Projections& W)
{
    const Matrix Q = project_rows(X, W.W_Q);  // (n, d_k)
    const Matrix K = project_rows(Y, W.W_K);  // (m, d_k)
    const Matrix V = project_rows(Y, W.W_V);  // (m, d_v)

    const double root = std::sqrt(5.0);  // <--
    const Matrix scaled_Q = Q / root;
    const Matrix weights = softmax_rows(score_matrix(scaled_Q, K));
    const Matrix output = common::product(weights, V);
    return {output, weights};
}
}  // namespace number_written_in

namespace one_divided_by_a_whole_number
{
Attention mended_scale(const Matrix& X, const Matrix& Y, const Projections& W)
{
    const Matrix Q = project_rows(X, W.W_Q);
    const Matrix K = project_rows(Y, W.W_K);
    const Matrix V = project_rows(Y, W.W_V);
    const int root = static_cast<int>(std::sqrt(Q.shape(1)));
    const Matrix scores = score_matrix(Q, K) * (1 / root);
    const Matrix weights = softmax_rows(scores);
    return {common::product(weights, V), weights};
}
}  // namespace one_divided_by_a_whole_number

// Like the solution, except where marked.
namespace output_divided
{
Attention mended_scale(const Matrix& X, const Matrix& Y, const Projections& W)
{
    const Matrix Q = project_rows(X, W.W_Q);  // (n, d_k)
    const Matrix K = project_rows(Y, W.W_K);  // (m, d_k)
    const Matrix V = project_rows(Y, W.W_V);  // (m, d_v)

    const double root = std::sqrt(static_cast<double>(Q.shape(1)));
    const Matrix scaled_Q = Q / root;
    const Matrix weights = softmax_rows(score_matrix(scaled_Q, K));
    const Matrix output = common::product(weights, V) / root;  // <--
    return {output, weights};
}
}  // namespace output_divided

// Like the solution, except where marked.
namespace root_cut_off::plain
{
Attention mended_scale(const Matrix& X, const Matrix& Y, const Projections& W)
{
    const Matrix Q = project_rows(X, W.W_Q);  // (n, d_k)
    const Matrix K = project_rows(Y, W.W_K);  // (m, d_k)
    const Matrix V = project_rows(Y, W.W_V);  // (m, d_v)

    const int root = static_cast<int>(std::sqrt(Q.shape(1)));  // <--
    const Matrix scaled_Q = Q / root;
    const Matrix weights = softmax_rows(score_matrix(scaled_Q, K));
    const Matrix output = common::product(weights, V);
    return {output, weights};
}
}  // namespace root_cut_off::plain

// Like right::fourth_roots, except where marked.
namespace root_cut_off::twice
{
Attention mended_scale(const Matrix& X, const Matrix& Y, const Projections& W)
{
    const Matrix Q = project_rows(X, W.W_Q);  // (n, d_k)
    const Matrix K = project_rows(Y, W.W_K);  // (m, d_k)
    const Matrix V = project_rows(Y, W.W_V);  // (m, d_v)

    const int root = static_cast<int>(std::sqrt(Q.shape(1)));  // <--
    const Matrix scaled_Q = Q / root;
    const Matrix scaled_K = K / root;
    const Matrix weights = softmax_rows(score_matrix(scaled_Q, scaled_K));
    const Matrix output = common::product(weights, V);
    return {output, weights};
}
}  // namespace root_cut_off::twice

// Like the solution, except where marked.
namespace root_of_d_model::exact
{
Attention mended_scale(const Matrix& X, const Matrix& Y, const Projections& W)
{
    const Matrix Q = project_rows(X, W.W_Q);  // (n, d_k)
    const Matrix K = project_rows(Y, W.W_K);  // (m, d_k)
    const Matrix V = project_rows(Y, W.W_V);  // (m, d_v)

    const double root = std::sqrt(static_cast<double>(X.shape(1)));  // <--
    const Matrix scaled_Q = Q / root;
    const Matrix weights = softmax_rows(score_matrix(scaled_Q, K));
    const Matrix output = common::product(weights, V);
    return {output, weights};
}
}  // namespace root_of_d_model::exact

// Like right::fourth_roots, except where marked.
namespace root_of_d_model::exact_twice
{
Attention mended_scale(const Matrix& X, const Matrix& Y, const Projections& W)
{
    const Matrix Q = project_rows(X, W.W_Q);  // (n, d_k)
    const Matrix K = project_rows(Y, W.W_K);  // (m, d_k)
    const Matrix V = project_rows(Y, W.W_V);  // (m, d_v)

    const double root = std::sqrt(static_cast<double>(X.shape(1)));  // <--
    const Matrix scaled_Q = Q / root;
    const Matrix scaled_K = K / root;
    const Matrix weights = softmax_rows(score_matrix(scaled_Q, scaled_K));
    const Matrix output = common::product(weights, V) / root;  // <--
    return {output, weights};
}
}  // namespace root_of_d_model::exact_twice

// Like the solution, except where marked.
namespace root_of_d_model::once
{
Attention mended_scale(const Matrix& X, const Matrix& Y, const Projections& W)
{
    const Matrix Q = project_rows(X, W.W_Q);  // (n, d_k)
    const Matrix K = project_rows(Y, W.W_K);  // (m, d_k)
    const Matrix V = project_rows(Y, W.W_V);  // (m, d_v)

    const int root = static_cast<int>(std::sqrt(X.shape(1)));  // <--
    const Matrix scaled_Q = Q / root;
    const Matrix weights = softmax_rows(score_matrix(scaled_Q, K));
    const Matrix output = common::product(weights, V);
    return {output, weights};
}
}  // namespace root_of_d_model::once

// Like right::fourth_roots, except where marked.
namespace root_of_d_model::plain
{
Attention mended_scale(const Matrix& X, const Matrix& Y, const Projections& W)
{
    const Matrix Q = project_rows(X, W.W_Q);  // (n, d_k)
    const Matrix K = project_rows(Y, W.W_K);  // (m, d_k)
    const Matrix V = project_rows(Y, W.W_V);  // (m, d_v)

    const int root = static_cast<int>(std::sqrt(X.shape(1)));  // <--
    const Matrix scaled_Q = Q / root;
    const Matrix scaled_K = K / root;
    const Matrix weights = softmax_rows(score_matrix(scaled_Q, scaled_K));
    const Matrix output = common::product(weights, V) / root;  // <--
    return {output, weights};
}
}  // namespace root_of_d_model::plain

// Like the solution, except where marked.
namespace root_of_d_v
{
Attention mended_scale(const Matrix& X, const Matrix& Y, const Projections& W)
{
    const Matrix Q = project_rows(X, W.W_Q);  // (n, d_k)
    const Matrix K = project_rows(Y, W.W_K);  // (m, d_k)
    const Matrix V = project_rows(Y, W.W_V);  // (m, d_v)

    const double root = std::sqrt(static_cast<double>(V.shape(1)));  // <--
    const Matrix scaled_Q = Q / root;
    const Matrix weights = softmax_rows(score_matrix(scaled_Q, K));
    const Matrix output = common::product(weights, V);
    return {output, weights};
}
}  // namespace root_of_d_v

// Like the solution, except where marked.
namespace root_of_m
{
Attention mended_scale(const Matrix& X, const Matrix& Y, const Projections& W)
{
    const Matrix Q = project_rows(X, W.W_Q);  // (n, d_k)
    const Matrix K = project_rows(Y, W.W_K);  // (m, d_k)
    const Matrix V = project_rows(Y, W.W_V);  // (m, d_v)

    const double root = std::sqrt(static_cast<double>(K.shape(0)));  // <--
    const Matrix scaled_Q = Q / root;
    const Matrix weights = softmax_rows(score_matrix(scaled_Q, K));
    const Matrix output = common::product(weights, V);
    return {output, weights};
}
}  // namespace root_of_m

// Like the solution, except where marked.
namespace root_of_n::heads
{
Attention mended_scale(const Matrix& X, const Matrix& Y, const Projections& W)
{
    const Matrix Q = project_rows(X, W.W_Q);  // (n, d_k)
    const Matrix K = project_rows(Y, W.W_K);  // (m, d_k)
    const Matrix V = project_rows(Y, W.W_V);  // (m, d_v)

    const double root = std::sqrt(static_cast<double>(X.shape(1) / Q.shape(1)));  // <--
    const Matrix scaled_Q = Q / root;
    const Matrix weights = softmax_rows(score_matrix(scaled_Q, K));
    const Matrix output = common::product(weights, V);
    return {output, weights};
}
}  // namespace root_of_n::heads

// Like the solution, except where marked.
namespace root_of_n::plain
{
Attention mended_scale(const Matrix& X, const Matrix& Y, const Projections& W)
{
    const Matrix Q = project_rows(X, W.W_Q);  // (n, d_k)
    const Matrix K = project_rows(Y, W.W_K);  // (m, d_k)
    const Matrix V = project_rows(Y, W.W_V);  // (m, d_v)

    const double root = std::sqrt(static_cast<double>(X.shape(0)));  // <--
    const Matrix scaled_Q = Q / root;
    const Matrix weights = softmax_rows(score_matrix(scaled_Q, K));
    const Matrix output = common::product(weights, V);
    return {output, weights};
}
}  // namespace root_of_n::plain

// Like the solution, except where marked.
namespace scale_forgotten
{
Attention mended_scale(const Matrix& X, const Matrix& Y, const Projections& W)
{
    const Matrix Q = project_rows(X, W.W_Q);  // (n, d_k)
    const Matrix K = project_rows(Y, W.W_K);  // (m, d_k)
    const Matrix V = project_rows(Y, W.W_V);  // (m, d_v)

    const double root = 1.0;  // <--
    const Matrix scaled_Q = Q / root;
    const Matrix weights = softmax_rows(score_matrix(scaled_Q, K));
    const Matrix output = common::product(weights, V);
    return {output, weights};
}
}  // namespace scale_forgotten

// Like the solution, except where marked.
namespace scaled_after_softmax::plain
{
Attention mended_scale(const Matrix& X, const Matrix& Y, const Projections& W)
{
    const Matrix Q = project_rows(X, W.W_Q);  // (n, d_k)
    const Matrix K = project_rows(Y, W.W_K);  // (m, d_k)
    const Matrix V = project_rows(Y, W.W_V);  // (m, d_v)

    const double root = std::sqrt(static_cast<double>(Q.shape(1)));
    const Matrix scaled_Q = Q;                                              // <--
    const Matrix weights = softmax_rows(score_matrix(scaled_Q, K)) / root;  // <--
    const Matrix output = common::product(weights, V);
    return {output, weights};
}
}  // namespace scaled_after_softmax::plain

// Like the solution, except where marked.
namespace scaled_after_softmax::too
{
Attention mended_scale(const Matrix& X, const Matrix& Y, const Projections& W)
{
    const Matrix Q = project_rows(X, W.W_Q);  // (n, d_k)
    const Matrix K = project_rows(Y, W.W_K);  // (m, d_k)
    const Matrix V = project_rows(Y, W.W_V);  // (m, d_v)

    const double root = std::sqrt(static_cast<double>(Q.shape(1)));
    const Matrix scaled_Q = Q / root;
    const Matrix weights = softmax_rows(score_matrix(scaled_Q, K)) / root;  // <--
    const Matrix output = common::product(weights, V);
    return {output, weights};
}
}  // namespace scaled_after_softmax::too

}  // namespace attention
