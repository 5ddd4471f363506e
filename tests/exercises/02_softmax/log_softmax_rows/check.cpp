#include "tests/exercises/02_softmax/log_softmax_rows/task.hpp"

#include "02_softmax/softmax.hpp"

#include "tests/exercises/check.hpp"

#include <cmath>
#include <cstddef>

using namespace attention;
using check::infinity;
using check::not_a_number;

namespace
{

/// By the chapter's softmax; good as long as no weight is 0.
Matrix log_of_softmax(const Matrix& scores) { return xt::log(softmax_rows(scores)); }

Matrix transposed(const Matrix& M) { return xt::transpose(M); }

Matrix without_logarithm(const Matrix& scores)
{
    Matrix result = scores;
    for (std::size_t i = 0; i < scores.shape(0); ++i)
        set_row(result, i, Vector(row_of(scores, i) - xt::sum(xt::exp(row_of(scores, i)))()));
    return result;
}

/// The row sums subtracted along columns, as broadcasting does where keep_dims is forgotten; for square scores.
Matrix sums_along_columns(const Matrix& scores)
{
    const Matrix exps = xt::exp(scores);
    const Vector log_sums = xt::log(xt::sum(exps, {1}));
    return scores - log_sums;
}

/// Maxima and sums both laid along the columns, in both places where they are needed; for square scores.
Matrix both_along_columns(const Matrix& scores)
{
    const Vector row_max = xt::amax(scores, {1});
    const Matrix shifted = scores - row_max;
    const Matrix exps = xt::exp(shifted);
    const Vector log_sums = xt::log(xt::sum(exps, {1}));
    return shifted - log_sums;
}

/// The largest score of each row as a column.
Matrix largest_of_rows(const Matrix& scores)
{
    Matrix largest = scores;
    for (std::size_t i = 0; i < scores.shape(0); ++i)
        set_row(largest, i, Vector(xt::amax(row_of(scores, i))() * xt::ones<double>({scores.shape(1)})));
    return largest;
}

/// The maximum taken from the score so many times, and from the sum once.
Matrix with_maximum(const Matrix& scores, double times)
{
    return log_of_softmax(scores) + (1.0 - times) * largest_of_rows(scores);
}

/// What a function makes of each row's sum of exponentials, for each cell of the row.
template <class Change>
Matrix by_sums(const Matrix& scores, Change change)
{
    Matrix result = scores;
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        const Vector row = row_of(scores, i);
        for (std::size_t j = 0; j < scores.shape(1); ++j) result(i, j) = change(row, row(j));
    }
    return result;
}

Matrix of_sums_of_scores(const Matrix& scores)
{
    return by_sums(scores, [](const Vector& row, double score) { return score - std::log(xt::sum(row)()); });
}

Matrix divided_by_log_sums(const Matrix& scores)
{
    return by_sums(scores, [](const Vector& row, double score) { return score / std::log(xt::sum(xt::exp(row))()); });
}

}  // namespace

TEST_CASE("written, not called") { check::must_not_call({"softmax", "softmax_rows"}); }

TEST_CASE("ordinary scores, square, rows that differ")
{
    const Matrix scores = {{0, 1, 3}, {2, 0, -1}, {1, 1, 0.5}};
    const Matrix weights = softmax_rows(scores);
    const Matrix down = transposed(log_of_softmax(transposed(scores)));
    const double total = xt::sum(xt::exp(scores))();
    const Matrix whole = scores - std::log(total);
    const Matrix plus = 2.0 * scores - log_of_softmax(scores);
    const Matrix base_2 = log_of_softmax(scores) / std::log(2.0);
    check::ask(
        {.call = "log_softmax_rows([[0, 1, 3], [2, 0, -1], [1, 1, 0.5]])",
         .answer = [&] { return log_softmax_rows(scores); },
         .expected = log_of_softmax(scores),
         .mistakes = {
             {"logarithm_forgotten", weights, "These are the weights. The exercise asks for their logarithms."},
             {"down_the_columns", down, "You went down the columns. Each row is one query, and has a sum of its own."},
             {"whole_matrix", whole, "You took one sum over the whole matrix. Each row has a sum of its own."},
             {"sums_along_columns", sums_along_columns(scores),
              "Each column got the sum of another row. Broadcasting does that if the row sums are not kept as a "
              "column."},
             {"sums_along_columns", both_along_columns(scores),
              "Each column got the maximum and the sum of another row. Broadcasting does that if they are not kept as "
              "a column."},
             {"sum_without_logarithm", without_logarithm(scores),
              "You subtracted the sum itself. ln of a quotient is ln minus ln, so subtract the logarithm of the sum."},
             {"added", plus, "You added the logarithm of the sum. ln of a quotient is a difference."},
             {"maximum_not_subtracted", with_maximum(scores, 0.0),
              "You subtracted the maximum in the sum but not from the score, or the other way round. Subtract it in "
              "both places."},
             {"maximum_not_subtracted", with_maximum(scores, 2.0),
              "You subtracted the maximum from the score twice. Once is enough, as in the sum."},
             {"sum_of_scores", of_sums_of_scores(scores),
              "You divided by the sum of the scores, without exp. The weights are exponentials over their sum."},
             {"divided_for_subtracted", divided_by_log_sums(scores),
              "You divided by the logarithm of the sum. ln of a quotient is a difference."},
             {"mean_for_sum", Matrix(log_of_softmax(scores) + std::log(3.0)),
              "You took the mean of the exponentials, not their sum."},
             {"base_10", log_of_softmax(scores) / std::log(10.0), "These are logarithms to the base 10."},
             {"base_2", base_2, "These are logarithms to the base 2."}}});
}

TEST_CASE("not square, and one column")
{
    const Matrix wide = {{0.5, -1, 2, 0}, {1, 1, 1, 1}};
    check::ask({.call = "log_softmax_rows([[0.5, -1, 2, 0], [1, 1, 1, 1]])",
                .answer = [&] { return log_softmax_rows(wide); },
                .expected = log_of_softmax(wide)});
    const Matrix column = {{3}, {-5}};
    check::ask({.call = "log_softmax_rows([[3], [-5]])",
                .answer = [&] { return log_softmax_rows(column); },
                .expected = Matrix{{0}, {0}}});
}

TEST_CASE("scores far apart and far from 0")
{
    const Matrix scores = {{0, 1000}, {-10000, -10002}};
    const Matrix right = {{-1000, 0}, {log_of_softmax({{2, 0}})(0, 0), log_of_softmax({{2, 0}})(0, 1)}};
    check::ask(
        {.call = "log_softmax_rows([[0, 1000], [-10000, -10002]])",
         .answer = [&] { return log_softmax_rows(scores); },
         .expected = right,
         .mistakes = {
             {"logarithm_of_a_weight",
              Matrix{{-infinity, 0}, {log_of_softmax({{2, 0}})(0, 0), log_of_softmax({{2, 0}})(0, 1)}},
              "You took the logarithm of a weight, and a weight that is too small for a `double` is 0. Simplify "
              "ln(exp(s) / sum) on paper first."},
             {"no_maximum", Matrix{{-infinity, not_a_number}, {infinity, infinity}},
              "exp(1000) is infinity, and the sum of exp(-10000) is 0. Subtract the row's largest score first."},
             {"no_maximum", Matrix{{-infinity, -infinity}, {infinity, infinity}},
              "exp(1000) is infinity, and the sum of exp(-10000) is 0. Subtract the row's largest score first."},
             {"no_maximum", Matrix{{-infinity, not_a_number}, {not_a_number, not_a_number}},
              "exp(1000) is infinity, and the sum of exp(-10000) is 0. Subtract the row's largest score first."},
             {"maximum_of_no_row", Matrix{{-1000, 0}, {infinity, infinity}},
              "The row of negative scores came out infinite: you did not subtract its own largest score. Either your "
              "search starts at 0, or it goes through the whole matrix."}}});
}

TEST_CASE("no rows at all")
{
    const Matrix none = xt::zeros<double>({0, 3});
    check::ask(
        {.call = "log_softmax_rows(no rows of 3)", .answer = [&] { return log_softmax_rows(none); }, .expected = none});
}
