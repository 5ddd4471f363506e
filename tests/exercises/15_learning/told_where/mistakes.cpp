// Exercise 15.4 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/15_learning/told_where/task.hpp"

#include "01_similarity/similarity.hpp"
#include "02_softmax/softmax.hpp"
#include "03_weighted_sum/weighted_sum.hpp"

#include <cmath>

namespace attention
{

namespace right::as_differences
{
Matrix told_where(const Vector& query, const Matrix& tokens, const Matrix& pairing, std::size_t right)
{
    const Vector A = softmax(score_row(weighted_sum(query, pairing), tokens));
    Matrix gradient = xt::zeros_like(pairing);
    for (std::size_t j = 0; j < A.size(); ++j) {
        for (std::size_t a = 0; a < query.size(); ++a) {
            for (std::size_t c = 0; c < pairing.shape(1); ++c)
                gradient(a, c) += A(j) * query(a) * (tokens(j, c) - tokens(right, c));
        }
    }
    return gradient;
}
}  // namespace right::as_differences

namespace right::plain
{
Matrix told_where(const Vector& query, const Matrix& tokens, const Matrix& pairing, std::size_t right)
{
    Vector A = softmax(score_row(weighted_sum(query, pairing), tokens));
    A(right) -= 1.0;
    const Vector pull = weighted_sum(A, tokens);
    Matrix gradient = xt::zeros_like(pairing);
    for (std::size_t a = 0; a < query.size(); ++a) set_row(gradient, a, query(a) * pull);
    return gradient;
}
}  // namespace right::plain

// Like right::plain, except where marked.
namespace counted_from_one
{
Matrix told_where(const Vector& query, const Matrix& tokens, const Matrix& pairing, std::size_t right)
{
    Vector A = softmax(score_row(weighted_sum(query, pairing), tokens));
    A(right > 0 ? right - 1 : A.size() - 1) -= 1.0;  // <--
    const Vector pull = weighted_sum(A, tokens);
    Matrix gradient = xt::zeros_like(pairing);
    for (std::size_t a = 0; a < query.size(); ++a) set_row(gradient, a, query(a) * pull);
    return gradient;
}
}  // namespace counted_from_one

// Like right::plain, except where marked.
namespace divided_by_nothing
{
Matrix told_where(const Vector& query, const Matrix& tokens, const Matrix& pairing, std::size_t right)
{
    Vector A = softmax(score_row(weighted_sum(query, pairing), tokens));
    Vector dA = xt::zeros_like(A);  // <--
    dA(right) = -1.0 / A(right);    // <--
    A = A * (dA - dot(A, dA));      // <--
    const Vector pull = weighted_sum(A, tokens);
    Matrix gradient = xt::zeros_like(pairing);
    for (std::size_t a = 0; a < query.size(); ++a) set_row(gradient, a, query(a) * pull);
    return gradient;
}
}  // namespace divided_by_nothing

// Like right::plain, except where marked.
namespace own_score_only
{
Matrix told_where(const Vector& query, const Matrix& tokens, const Matrix& pairing, std::size_t right)
{
    Vector A = softmax(score_row(weighted_sum(query, pairing), tokens));
    const double most = A(right) - 1.0;  // <--
    A = xt::zeros_like(A);               // <--
    A(right) = most;                     // <--
    const Vector pull = weighted_sum(A, tokens);
    Matrix gradient = xt::zeros_like(pairing);
    for (std::size_t a = 0; a < query.size(); ++a) set_row(gradient, a, query(a) * pull);
    return gradient;
}
}  // namespace own_score_only

// Like right::plain, except where marked.
namespace query_forgotten
{
Matrix told_where(const Vector& query, const Matrix& tokens, const Matrix& pairing, std::size_t right)
{
    Vector A = softmax(score_row(weighted_sum(query, pairing), tokens));
    A(right) -= 1.0;
    const Vector pull = weighted_sum(A, tokens);
    Matrix gradient = xt::zeros_like(pairing);
    for (std::size_t a = 0; a < query.size(); ++a) set_row(gradient, a, pull);  // <--
    return gradient;
}
}  // namespace query_forgotten

// Like right::plain, except where marked.
namespace scaled
{
Matrix told_where(const Vector& query, const Matrix& tokens, const Matrix& pairing, std::size_t right)
{
    Vector A = softmax(score_row(weighted_sum(query, pairing), tokens));
    A = softmax(Vector(score_row(weighted_sum(query, pairing), tokens) / std::sqrt(3.0)));  // <--
    A(right) -= 1.0;
    A /= std::sqrt(static_cast<double>(query.size()));  // <--
    const Vector pull = weighted_sum(A, tokens);
    Matrix gradient = xt::zeros_like(pairing);
    for (std::size_t a = 0; a < query.size(); ++a) set_row(gradient, a, query(a) * pull);
    return gradient;
}
}  // namespace scaled

// Like right::plain, except where marked.
namespace sign_turned
{
Matrix told_where(const Vector& query, const Matrix& tokens, const Matrix& pairing, std::size_t right)
{
    Vector A = softmax(score_row(weighted_sum(query, pairing), tokens));
    A(right) -= 1.0;
    A *= -1.0;  // <--
    const Vector pull = weighted_sum(A, tokens);
    Matrix gradient = xt::zeros_like(pairing);
    for (std::size_t a = 0; a < query.size(); ++a) set_row(gradient, a, query(a) * pull);
    return gradient;
}
}  // namespace sign_turned

// Like right::plain, except where marked.
namespace softmax_forgotten
{
Matrix told_where(const Vector& query, const Matrix& tokens, const Matrix& pairing, std::size_t right)
{
    Vector A = softmax(score_row(weighted_sum(query, pairing), tokens));
    A = score_row(weighted_sum(query, pairing), tokens);  // <--
    A(right) -= 1.0;
    const Vector pull = weighted_sum(A, tokens);
    Matrix gradient = xt::zeros_like(pairing);
    for (std::size_t a = 0; a < query.size(); ++a) set_row(gradient, a, query(a) * pull);
    return gradient;
}
}  // namespace softmax_forgotten

// Like right::plain, except where marked.
namespace target_forgotten
{
Matrix told_where(const Vector& query, const Matrix& tokens, const Matrix& pairing, std::size_t right)
{
    Vector A = softmax(score_row(weighted_sum(query, pairing), tokens));
    // <-- without: A(right) -= 1.0;
    const Vector pull = weighted_sum(A, tokens);
    Matrix gradient = xt::zeros_like(pairing);
    for (std::size_t a = 0; a < query.size(); ++a) set_row(gradient, a, query(a) * pull);
    return gradient;
}
}  // namespace target_forgotten

// Like right::plain, except where marked.
namespace weight_not_logarithm
{
Matrix told_where(const Vector& query, const Matrix& tokens, const Matrix& pairing, std::size_t right)
{
    Vector A = softmax(score_row(weighted_sum(query, pairing), tokens));
    const double weight = A(right);  // <--
    A(right) -= 1.0;
    A *= weight;  // <--
    const Vector pull = weighted_sum(A, tokens);
    Matrix gradient = xt::zeros_like(pairing);
    for (std::size_t a = 0; a < query.size(); ++a) set_row(gradient, a, query(a) * pull);
    return gradient;
}
}  // namespace weight_not_logarithm

}  // namespace attention
