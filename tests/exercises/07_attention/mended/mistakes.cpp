// Exercise 7.4 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/07_attention/mended/task.hpp"

#include "02_softmax/softmax.hpp"
#include "03_weighted_sum/weighted_sum.hpp"
#include "06_score_matrix/score_matrix.hpp"
#include "07_attention/attention.hpp"

#include "common/blas.hpp"

namespace attention
{

namespace right::by_query
{
Attention mended_attention(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    Matrix weights = xt::zeros<double>({Q.shape(0), K.shape(0)});
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        const Vector choice = softmax(score_row(row_of(Q, i), K));
        set_row(weights, i, choice);
        set_row(output, i, weighted_sum(choice, V));
    }
    return {output, weights};
}
}  // namespace right::by_query

namespace right::four_places
{
Attention mended_attention(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const Matrix scores = common::product_transposed(Q, K);
    const std::size_t n = scores.shape(0);

    Matrix exps = scores;
    for (std::size_t i = 0; i < n; ++i) {
        const Vector row = row_of(scores, i);
        const double largest = xt::amax(row)();
        const Vector e = xt::exp(row - largest);
        set_row(exps, i, e);
    }
    Matrix sums = xt::zeros<double>({n, std::size_t{1}});
    for (std::size_t i = 0; i < n; ++i) sums(i, 0) = xt::sum(row_of(exps, i))();

    const Matrix weights = exps / sums;
    const Matrix output = common::product(weights, V);
    return {output, weights};
}
}  // namespace right::four_places

// Like right::four_places, except where marked.
namespace blended_the_keys::maximum_mended
{
Attention mended_attention(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const Matrix scores = common::product_transposed(Q, K);
    const std::size_t n = scores.shape(0);

    Matrix exps = scores;
    for (std::size_t i = 0; i < n; ++i) {
        const Vector row = row_of(scores, i);
        const double largest = xt::amax(row)();
        const Vector e = xt::exp(row - largest);
        set_row(exps, i, e);
    }
    Matrix sums = xt::zeros<double>({n, std::size_t{1}});
    for (std::size_t i = 0; i < n; ++i) sums(i, 0) = xt::sum(row_of(exps, i))();

    const Matrix weights = exps / sums;
    const Matrix output = common::product(weights, K);  // <--
    return {output, weights};
}
}  // namespace blended_the_keys::maximum_mended

// Like the solution, except where marked.
namespace blended_the_keys::plain
{
Attention mended_attention(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const Matrix scores = common::product_transposed(Q, K);
    const std::size_t n = scores.shape(0);

    const double largest = xt::amax(scores)();  // <--
    const Matrix exps = xt::exp(scores - largest);
    Matrix sums = xt::zeros<double>({n, std::size_t{1}});
    for (std::size_t i = 0; i < n; ++i) sums(i, 0) = xt::sum(row_of(exps, i))();

    const Matrix weights = exps / sums;
    const Matrix output = common::product(weights, K);  // <--
    return {output, weights};
}
}  // namespace blended_the_keys::plain

// Like the solution, except where marked.
namespace blended_the_queries
{
Attention mended_attention(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const Matrix scores = common::product_transposed(Q, K);
    const std::size_t n = scores.shape(0);

    const double largest = xt::amax(scores)();  // <--
    const Matrix exps = xt::exp(scores - largest);
    Matrix sums = xt::zeros<double>({n, std::size_t{1}});
    for (std::size_t i = 0; i < n; ++i) sums(i, 0) = xt::sum(row_of(exps, i))();

    const Matrix weights = exps / sums;
    const Matrix output = common::product(weights, Q);  // <--
    return {output, weights};
}
}  // namespace blended_the_queries

namespace columns_for_rows
{
Attention mended_attention(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const Matrix exps = xt::exp(common::product_transposed(Q, K));
    const Vector sums = xt::sum(exps, {0});
    const Matrix weights = exps / sums;
    return {common::product(weights, V), weights};
}
}  // namespace columns_for_rows

// Like right::four_places, except where marked.
namespace keep_dims_forgotten::maximum_mended
{
Attention mended_attention(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const Matrix scores = common::product_transposed(Q, K);
    const std::size_t n = scores.shape(0);

    Matrix exps = scores;
    for (std::size_t i = 0; i < n; ++i) {
        const Vector row = row_of(scores, i);
        const double largest = xt::amax(row)();
        const Vector e = xt::exp(row - largest);
        set_row(exps, i, e);
    }
    Vector sums = xt::zeros<double>({n});                                      // <--
    for (std::size_t i = 0; i < n; ++i) sums(i) = xt::sum(row_of(exps, i))();  // <--

    const Matrix weights = exps / sums;
    const Matrix output = common::product(weights, V);
    return {output, weights};
}
}  // namespace keep_dims_forgotten::maximum_mended

namespace keep_dims_forgotten::plain
{
Attention mended_attention(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const Matrix exps = xt::exp(common::product_transposed(Q, K));
    const Vector sums = xt::sum(exps, {1});
    const Matrix weights = exps / sums;
    return {common::product(weights, V), weights};
}
}  // namespace keep_dims_forgotten::plain

// Like right::four_places, except where marked.
namespace keys_ask::maximum_mended
{
Attention mended_attention(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const Matrix scores = common::product_transposed(K, Q);  // <--
    const std::size_t n = scores.shape(0);

    Matrix exps = scores;
    for (std::size_t i = 0; i < n; ++i) {
        const Vector row = row_of(scores, i);
        const double largest = xt::amax(row)();
        const Vector e = xt::exp(row - largest);
        set_row(exps, i, e);
    }
    Matrix sums = xt::zeros<double>({n, std::size_t{1}});
    for (std::size_t i = 0; i < n; ++i) sums(i, 0) = xt::sum(column_of(exps, i))();  // <--

    const Matrix weights = exps / sums;
    const Matrix output = common::product(weights, V);
    return {output, weights};
}
}  // namespace keys_ask::maximum_mended

// Like the solution, except where marked.
namespace keys_ask::plain
{
Attention mended_attention(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const Matrix scores = common::product_transposed(K, Q);  // <--
    const std::size_t n = scores.shape(0);

    const double largest = xt::amax(scores)();  // <--
    const Matrix exps = xt::exp(scores - largest);
    Matrix sums = xt::zeros<double>({n, std::size_t{1}});
    for (std::size_t i = 0; i < n; ++i) sums(i, 0) = xt::sum(column_of(exps, i))();  // <--

    const Matrix weights = exps / sums;
    const Matrix output = common::product(weights, K);  // <--
    return {output, weights};
}
}  // namespace keys_ask::plain

// Like the solution, except where marked.
namespace keys_ask::sums_mended
{
Attention mended_attention(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const Matrix scores = common::product_transposed(K, Q);  // <--
    const std::size_t n = scores.shape(0);

    const double largest = xt::amax(scores)();  // <--
    const Matrix exps = xt::exp(scores - largest);
    Matrix sums = xt::zeros<double>({n, std::size_t{1}});
    for (std::size_t i = 0; i < n; ++i) sums(i, 0) = xt::sum(row_of(exps, i))();

    const Matrix weights = exps / sums;
    const Matrix output = common::product(weights, V);
    return {output, weights};
}
}  // namespace keys_ask::sums_mended

// Like right::four_places, except where marked.
namespace largest_starts_at_zero
{
Attention mended_attention(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const Matrix scores = common::product_transposed(Q, K);
    const std::size_t n = scores.shape(0);

    Matrix exps = scores;
    for (std::size_t i = 0; i < n; ++i) {
        const Vector row = row_of(scores, i);
        const double largest = std::max(0.0, xt::amax(row)());  // <--
        const Vector e = xt::exp(row - largest);
        set_row(exps, i, e);
    }
    Matrix sums = xt::zeros<double>({n, std::size_t{1}});
    for (std::size_t i = 0; i < n; ++i) sums(i, 0) = xt::sum(row_of(exps, i))();

    const Matrix weights = exps / sums;
    const Matrix output = common::product(weights, V);
    return {output, weights};
}
}  // namespace largest_starts_at_zero

// Like the solution, except where marked.
namespace not_transposed
{
Attention mended_attention(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const Matrix scores = common::product(Q, K);  // <--
    const std::size_t n = scores.shape(0);

    const double largest = xt::amax(scores)();  // <--
    const Matrix exps = xt::exp(scores - largest);
    Matrix sums = xt::zeros<double>({n, std::size_t{1}});
    for (std::size_t i = 0; i < n; ++i) sums(i, 0) = xt::sum(row_of(exps, i))();

    const Matrix weights = exps / sums;
    const Matrix output = common::product(weights, V);
    return {output, weights};
}
}  // namespace not_transposed

// Like the solution, except where marked.
namespace one_maximum_for_all::guarded
{
Attention mended_attention(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const Matrix scores = common::product_transposed(Q, K);
    const std::size_t n = scores.shape(0);

    const double largest = xt::amax(scores)();  // <--
    const Matrix exps = xt::exp(scores - largest);
    Matrix sums = xt::zeros<double>({n, std::size_t{1}});
    for (std::size_t i = 0; i < n; ++i) sums(i, 0) = xt::sum(row_of(exps, i))();

    for (double& sum : sums) sum = sum == 0.0 ? 1.0 : sum;  // <--
    const Matrix weights = exps / sums;
    const Matrix output = common::product(weights, V);
    return {output, weights};
}
}  // namespace one_maximum_for_all::guarded

// Like the solution, except where marked.
namespace one_maximum_for_all::plain
{
Attention mended_attention(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const Matrix scores = common::product_transposed(Q, K);
    const std::size_t n = scores.shape(0);

    const double largest = xt::amax(scores)();  // <--
    const Matrix exps = xt::exp(scores - largest);
    Matrix sums = xt::zeros<double>({n, std::size_t{1}});
    for (std::size_t i = 0; i < n; ++i) sums(i, 0) = xt::sum(row_of(exps, i))();

    const Matrix weights = exps / sums;
    const Matrix output = common::product(weights, V);
    return {output, weights};
}
}  // namespace one_maximum_for_all::plain

namespace one_softmax_for_all
{
Attention mended_attention(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const Matrix exps = xt::exp(common::product_transposed(Q, K));
    const Matrix weights = exps / xt::sum(exps)();
    return {common::product(weights, V), weights};
}
}  // namespace one_softmax_for_all

// Like right::four_places, except where marked.
namespace output_as_wide_as_keys
{
Attention mended_attention(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const Matrix scores = common::product_transposed(Q, K);
    const std::size_t n = scores.shape(0);

    Matrix exps = scores;
    for (std::size_t i = 0; i < n; ++i) {
        const Vector row = row_of(scores, i);
        const double largest = xt::amax(row)();
        const Vector e = xt::exp(row - largest);
        set_row(exps, i, e);
    }
    Matrix sums = xt::zeros<double>({n, std::size_t{1}});
    for (std::size_t i = 0; i < n; ++i) sums(i, 0) = xt::sum(row_of(exps, i))();

    const Matrix weights = exps / sums;
    Matrix output = xt::zeros<double>({n, K.shape(1)});                                            // <--
    for (std::size_t i = 0; i < n; ++i) {                                                          // <--
        for (std::size_t j = 0; j < K.shape(0); ++j) {                                             // <--
            for (std::size_t c = 0; c < K.shape(1); ++c) output(i, c) += weights(i, j) * V(j, c);  // <--
        }  // <--
    }  // <--
    return {output, weights};
}
}  // namespace output_as_wide_as_keys

// Like the solution, except where marked.
namespace overflow
{
Attention mended_attention(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const Matrix scores = common::product_transposed(Q, K);
    const std::size_t n = scores.shape(0);

    const Matrix exps = xt::exp(scores);  // <--
    Matrix sums = xt::zeros<double>({n, std::size_t{1}});
    for (std::size_t i = 0; i < n; ++i) sums(i, 0) = xt::sum(row_of(exps, i))();

    const Matrix weights = exps / sums;
    const Matrix output = common::product(weights, V);
    return {output, weights};
}
}  // namespace overflow

// Like the solution, except where marked.
namespace queries_not_keys
{
Attention mended_attention(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const Matrix scores = common::product_transposed(Q, Q);  // <--
    const std::size_t n = scores.shape(0);

    const double largest = xt::amax(scores)();  // <--
    const Matrix exps = xt::exp(scores - largest);
    Matrix sums = xt::zeros<double>({n, std::size_t{1}});
    for (std::size_t i = 0; i < n; ++i) sums(i, 0) = xt::sum(row_of(exps, i))();

    const Matrix weights = exps / sums;
    const Matrix output = common::product(weights, V);
    return {output, weights};
}
}  // namespace queries_not_keys

// Like the solution, except where marked.
namespace sums_of_columns::plain
{
Attention mended_attention(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const Matrix scores = common::product_transposed(Q, K);
    const std::size_t n = scores.shape(0);

    const double largest = xt::amax(scores)();  // <--
    const Matrix exps = xt::exp(scores - largest);
    Matrix sums = xt::zeros<double>({n, std::size_t{1}});
    for (std::size_t i = 0; i < n; ++i) sums(i, 0) = xt::sum(column_of(exps, i))();  // <--

    const Matrix weights = exps / sums;
    const Matrix output = common::product(weights, K);  // <--
    return {output, weights};
}
}  // namespace sums_of_columns::plain

// Like right::four_places, except where marked.
namespace sums_of_columns::values_mended
{
Attention mended_attention(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const Matrix scores = common::product_transposed(Q, K);
    const std::size_t n = scores.shape(0);

    Matrix exps = scores;
    for (std::size_t i = 0; i < n; ++i) {
        const Vector row = row_of(scores, i);
        const double largest = xt::amax(row)();
        const Vector e = xt::exp(row - largest);
        set_row(exps, i, e);
    }
    Matrix sums = xt::zeros<double>({n, std::size_t{1}});
    for (std::size_t i = 0; i < n; ++i) sums(i, 0) = xt::sum(column_of(exps, i))();  // <--

    const Matrix weights = exps / sums;
    const Matrix output = common::product(weights, V);
    return {output, weights};
}
}  // namespace sums_of_columns::values_mended

// Like the solution, except where marked.
namespace weights_on_their_side
{
Attention mended_attention(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const Matrix scores = common::product_transposed(Q, K);
    const std::size_t n = scores.shape(0);

    const double largest = xt::amax(scores)();  // <--
    const Matrix exps = xt::exp(scores - largest);
    Matrix sums = xt::zeros<double>({n, std::size_t{1}});
    for (std::size_t i = 0; i < n; ++i) sums(i, 0) = xt::sum(row_of(exps, i))();

    const Matrix weights = exps / sums;
    const Matrix output = common::product(xt::transpose(weights), V);  // <--
    return {output, weights};
}
}  // namespace weights_on_their_side

namespace elementwise_product::in_the_scores
{
Attention mended_attention(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const Matrix scores = Q * xt::transpose(K);
    Matrix weights = scores;
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        const Vector exps = xt::exp(row_of(scores, i) - xt::amax(row_of(scores, i))());
        set_row(weights, i, Vector(exps / xt::sum(exps)()));
    }
    return {common::product(weights, V), weights};
}
}  // namespace elementwise_product::in_the_scores

namespace elementwise_product::in_the_output
{
Attention mended_attention(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const Matrix scores = common::product_transposed(Q, K);
    Matrix weights = scores;
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        const Vector exps = xt::exp(row_of(scores, i) - xt::amax(row_of(scores, i))());
        set_row(weights, i, Vector(exps / xt::sum(exps)()));
    }
    return {weights * V, weights};
}
}  // namespace elementwise_product::in_the_output

namespace maximum_across
{
Attention mended_attention(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const Matrix scores = common::product_transposed(Q, K);
    const Vector largest = xt::amax(scores, {1});  // without xt::keep_dims
    const Matrix exps = xt::exp(scores - largest);
    const Matrix sums = xt::sum(exps, {1}, xt::keep_dims);
    const Matrix weights = exps / sums;
    return {common::product(weights, V), weights};
}
}  // namespace maximum_across

}  // namespace attention
