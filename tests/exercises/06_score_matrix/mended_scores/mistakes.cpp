// Exercise 6.2 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/06_score_matrix/mended_scores/task.hpp"

#include "01_similarity/similarity.hpp"

#include <algorithm>

namespace attention
{

// Like the solution, except where marked.
namespace right::by_dot
{
Matrix mended_scores(const Matrix& Q, const Matrix& K)
{
    Matrix scores = xt::zeros<double>({Q.shape(0), K.shape(0)});
    // <-- without: for (std::size_t i = 0; i < Q.shape(0); ++i) {
    for (std::size_t j = 0; j < K.shape(0); ++j) {
        for (std::size_t i = 0; i < Q.shape(0); ++i) scores(i, j) = dot(row_of(Q, i), row_of(K, j));  // <--
    }
    return scores;
}
}  // namespace right::by_dot

// Like the solution, except where marked.
namespace right::coordinate_by_coordinate
{
Matrix mended_scores(const Matrix& Q, const Matrix& K)
{
    Matrix scores = xt::zeros<double>({Q.shape(0), K.shape(0)});
    for (std::size_t c = 0; c < K.shape(1); ++c) {                                                // <--
        for (std::size_t i = 0; i < scores.shape(0); ++i) {                                       // <--
            for (std::size_t j = 0; j < scores.shape(1); ++j) scores(i, j) += Q(i, c) * K(j, c);  // <--
        }
    }
    return scores;
}
}  // namespace right::coordinate_by_coordinate

// Like the solution, except where marked.
namespace both_transposed
{
Matrix mended_scores(const Matrix& Q, const Matrix& K)
{
    Matrix scores = xt::zeros<double>({K.shape(0), Q.shape(0)});  // <--
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            for (std::size_t c = 0; c < Q.shape(1); ++c) scores(j, i) += Q(i, c) * K(c, j);  // <--
        }
    }
    return scores;
}
}  // namespace both_transposed

// Like the solution, except where marked.
namespace coordinates_missing
{
Matrix mended_scores(const Matrix& Q, const Matrix& K)
{
    Matrix scores = xt::zeros<double>({Q.shape(0), K.shape(0)});
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            for (std::size_t c = 0; c < std::min(Q.shape(0), Q.shape(1)); ++c)  // <--
                scores(i, j) += Q(i, c) * K(j, c);                              // <--
        }
    }
    return scores;
}
}  // namespace coordinates_missing

// Like the solution, except where marked.
namespace keys_as_columns
{
Matrix mended_scores(const Matrix& Q, const Matrix& K)
{
    Matrix scores = xt::zeros<double>({Q.shape(0), K.shape(0)});
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            for (std::size_t c = 0; c < Q.shape(1); ++c) scores(i, j) += Q(i, c) * K(c, j);  // <--
        }
    }
    return scores;
}
}  // namespace keys_as_columns

// Like the solution, except where marked.
namespace keys_for_queries
{
Matrix mended_scores(const Matrix& Q, const Matrix& K)
{
    Matrix scores = xt::zeros<double>({K.shape(0), Q.shape(0)});  // <--
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            for (std::size_t c = 0; c < Q.shape(1); ++c) scores(j, i) += Q(i, c) * K(j, c);  // <--
        }
    }
    return scores;
}
}  // namespace keys_for_queries

// Like the solution, except where marked.
namespace last_keys_missing
{
Matrix mended_scores(const Matrix& Q, const Matrix& K)
{
    Matrix scores = xt::zeros<double>({Q.shape(0), K.shape(0)});
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < Q.shape(0); ++j) {  // <--
            for (std::size_t c = 0; c < Q.shape(1); ++c) scores(i, j) += Q(i, c) * K(j, c);
        }
    }
    return scores;
}
}  // namespace last_keys_missing

// Like the solution, except where marked.
namespace last_product_only
{
Matrix mended_scores(const Matrix& Q, const Matrix& K)
{
    Matrix scores = xt::zeros<double>({Q.shape(0), K.shape(0)});
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            for (std::size_t c = 0; c < Q.shape(1); ++c) scores(i, j) = Q(i, c) * K(j, c);  // <--
        }
    }
    return scores;
}
}  // namespace last_product_only

// Like the solution, except where marked.
namespace square_assumed
{
Matrix mended_scores(const Matrix& Q, const Matrix& K)
{
    Matrix scores = xt::zeros<double>({Q.shape(0), Q.shape(0)});  // <--
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < Q.shape(0); ++j) {  // <--
            for (std::size_t c = 0; c < Q.shape(1); ++c) scores(i, j) += Q(i, c) * K(j, c);
        }
    }
    return scores;
}
}  // namespace square_assumed

namespace elementwise_product
{
Matrix mended_scores(const Matrix& Q, const Matrix& K) { return Q * xt::transpose(K); }
}  // namespace elementwise_product

}  // namespace attention
