// Exercise 6.3 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/06_score_matrix/exchanged_keys/task.hpp"

#include "06_score_matrix/score_matrix.hpp"

#include <algorithm>
#include <cmath>

namespace attention
{

namespace right::by_largest_difference
{
std::vector<std::size_t> exchanged_keys(const Matrix& Q, const Matrix& K, const Matrix& S)
{
    const Matrix difference = xt::abs(score_matrix(Q, K) - S);
    std::vector<std::size_t> found;
    for (std::size_t j = 0; j < difference.shape(1); ++j) {
        const Vector column = column_of(difference, j);
        const double largest = column.size() == 0 ? 0.0 : *std::max_element(column.begin(), column.end());
        if (largest >= 1e-6) found.push_back(j);
    }
    return found;
}
}  // namespace right::by_largest_difference

namespace right::by_search
{
std::vector<std::size_t> exchanged_keys(const Matrix& Q, const Matrix& K, const Matrix& S)
{
    const Matrix expected = score_matrix(Q, K);
    for (std::size_t a = 0; a < K.shape(0); ++a) {
        for (std::size_t b = a + 1; b < K.shape(0); ++b) {
            double worst = 0.0;
            for (std::size_t i = 0; i < Q.shape(0); ++i) {
                const double here = std::max(std::abs(S(i, a) - expected(i, b)), std::abs(S(i, b) - expected(i, a)));
                worst = std::max(worst, here);
            }
            double moved = 0.0;
            for (std::size_t i = 0; i < Q.shape(0); ++i) moved = std::max(moved, std::abs(S(i, a) - expected(i, a)));
            if (worst < 1e-6 && moved >= 1e-6) return {a, b};
        }
    }
    return {};
}
}  // namespace right::by_search

// Like the solution, except where marked.
namespace all_but_the_two
{
std::vector<std::size_t> exchanged_keys(const Matrix& Q, const Matrix& K, const Matrix& S)
{
    const Matrix expected = score_matrix(Q, K);
    std::vector<std::size_t> found;
    for (std::size_t j = 0; j < K.shape(0); ++j) {
        bool differs = false;
        for (std::size_t i = 0; i < Q.shape(0); ++i) differs = differs || std::abs(expected(i, j) - S(i, j)) >= 1e-6;
        if (!differs) found.push_back(j);  // <--
    }
    return found;
}
}  // namespace all_but_the_two

// Like the solution, except where marked.
namespace compared_exactly
{
std::vector<std::size_t> exchanged_keys(const Matrix& Q, const Matrix& K, const Matrix& S)
{
    const Matrix expected = score_matrix(Q, K);
    std::vector<std::size_t> found;
    for (std::size_t j = 0; j < K.shape(0); ++j) {
        bool differs = false;
        for (std::size_t i = 0; i < Q.shape(0); ++i) differs = differs || expected(i, j) != S(i, j);  // <--
        if (differs) found.push_back(j);
    }
    return found;
}
}  // namespace compared_exactly

// Like the solution, except where marked.
namespace counted_from_one
{
std::vector<std::size_t> exchanged_keys(const Matrix& Q, const Matrix& K, const Matrix& S)
{
    const Matrix expected = score_matrix(Q, K);
    std::vector<std::size_t> found;
    for (std::size_t j = 0; j < K.shape(0); ++j) {
        bool differs = false;
        for (std::size_t i = 0; i < Q.shape(0); ++i) differs = differs || std::abs(expected(i, j) - S(i, j)) >= 1e-6;
        if (differs) found.push_back(j + 1);  // <--
    }
    return found;
}
}  // namespace counted_from_one

// Like the solution, except where marked.
namespace counted_twice
{
std::vector<std::size_t> exchanged_keys(const Matrix& Q, const Matrix& K, const Matrix& S)
{
    const Matrix expected = score_matrix(Q, K);
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < Q.shape(0); ++i) {  // <--
        for (std::size_t j = 0; j < K.shape(0); ++j) {
            if (std::abs(expected(i, j) - S(i, j)) >= 1e-6) found.push_back(j);  // <--
        }
    }  // <--
    return found;
}
}  // namespace counted_twice

// Like the solution, except where marked.
namespace larger_first
{
std::vector<std::size_t> exchanged_keys(const Matrix& Q, const Matrix& K, const Matrix& S)
{
    const Matrix expected = score_matrix(Q, K);
    std::vector<std::size_t> found;
    for (std::size_t j = 0; j < K.shape(0); ++j) {
        bool differs = false;
        for (std::size_t i = 0; i < Q.shape(0); ++i) differs = differs || std::abs(expected(i, j) - S(i, j)) >= 1e-6;
        if (differs) found.push_back(j);
    }
    std::reverse(found.begin(), found.end());  // <--
    return found;
}
}  // namespace larger_first

// Like the solution, except where marked.
namespace one_of_the_two
{
std::vector<std::size_t> exchanged_keys(const Matrix& Q, const Matrix& K, const Matrix& S)
{
    const Matrix expected = score_matrix(Q, K);
    std::vector<std::size_t> found;
    for (std::size_t j = 0; j < K.shape(0); ++j) {
        bool differs = false;
        for (std::size_t i = 0; i < Q.shape(0); ++i) differs = differs || std::abs(expected(i, j) - S(i, j)) >= 1e-6;
        if (differs) found.push_back(j);
    }
    found.resize(std::min<std::size_t>(found.size(), 1));  // <--
    return found;
}
}  // namespace one_of_the_two

// Like the solution, except where marked.
namespace one_query_is_not_enough::all
{
std::vector<std::size_t> exchanged_keys(const Matrix& Q, const Matrix& K, const Matrix& S)
{
    const Matrix expected = score_matrix(Q, K);
    std::vector<std::size_t> found;
    for (std::size_t j = 0; j < K.shape(0); ++j) {
        bool differs = true;                                                  // <--
        for (std::size_t i = 0; i < Q.shape(0); ++i)                          // <--
            differs = differs && std::abs(expected(i, j) - S(i, j)) >= 1e-6;  // <--
        if (differs) found.push_back(j);
    }
    return found;
}
}  // namespace one_query_is_not_enough::all

// Like the solution, except where marked.
namespace one_query_is_not_enough::plain
{
std::vector<std::size_t> exchanged_keys(const Matrix& Q, const Matrix& K, const Matrix& S)
{
    const Matrix expected = score_matrix(Q, K);
    std::vector<std::size_t> found;
    for (std::size_t j = 0; j < K.shape(0); ++j) {
        bool differs = false;
        for (std::size_t i = 0; i < 1; ++i) differs = differs || std::abs(expected(i, j) - S(i, j)) >= 1e-6;  // <--
        if (differs) found.push_back(j);
    }
    return found;
}
}  // namespace one_query_is_not_enough::plain

// Like the solution, except where marked.
namespace rows_for_columns
{
std::vector<std::size_t> exchanged_keys(const Matrix& Q, const Matrix& K, const Matrix& S)
{
    const Matrix expected = score_matrix(Q, K);
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < Q.shape(0); ++i) {  // <--
        bool differs = false;
        for (std::size_t j = 0; j < K.shape(0); ++j)                          // <--
            differs = differs || std::abs(expected(i, j) - S(i, j)) >= 1e-6;  // <--
        if (differs) found.push_back(i);                                      // <--
    }
    return found;
}
}  // namespace rows_for_columns

// Like the solution, except where marked.
namespace sign_of_the_difference::missing
{
std::vector<std::size_t> exchanged_keys(const Matrix& Q, const Matrix& K, const Matrix& S)
{
    const Matrix expected = score_matrix(Q, K);
    std::vector<std::size_t> found;
    for (std::size_t j = 0; j < K.shape(0); ++j) {
        bool differs = false;
        for (std::size_t i = 0; i < Q.shape(0); ++i) differs = differs || expected(i, j) - S(i, j) >= 1e-6;  // <--
        if (differs) found.push_back(j);
    }
    return found;
}
}  // namespace sign_of_the_difference::missing

// Like the solution, except where marked.
namespace sign_of_the_difference::turned_round
{
std::vector<std::size_t> exchanged_keys(const Matrix& Q, const Matrix& K, const Matrix& S)
{
    const Matrix expected = score_matrix(Q, K);
    std::vector<std::size_t> found;
    for (std::size_t j = 0; j < K.shape(0); ++j) {
        bool differs = false;
        for (std::size_t i = 0; i < Q.shape(0); ++i) differs = differs || S(i, j) - expected(i, j) >= 1e-6;  // <--
        if (differs) found.push_back(j);
    }
    return found;
}
}  // namespace sign_of_the_difference::turned_round

}  // namespace attention
