#include "tests/exercises/17_induction/weight_by_distance/task.hpp"

#include "02_softmax/softmax.hpp"

#include "common/random.hpp"

#include "tests/exercises/check.hpp"

#include <cstddef>
#include <functional>

using namespace attention;

namespace
{

using Share = std::function<double(std::size_t n, std::size_t k)>;

/// For each distance the sum of weights that far back, times a share.
Vector by_distance(const Matrix& A, const Share& share)
{
    const std::size_t n = A.shape(0);
    Vector result = xt::zeros<double>({n});
    for (std::size_t k = 0; k < n; ++k) {
        for (std::size_t i = k; i < n; ++i) result(k) += A(i, i - k) * share(n, k);
    }
    return result;
}

double of_those_rows(std::size_t n, std::size_t k) { return 1.0 / static_cast<double>(n - k); }
double of_all_rows(std::size_t n, std::size_t) { return 1.0 / static_cast<double>(n); }
double summed(std::size_t, std::size_t) { return 1.0; }

Vector backwards(const Vector& v)
{
    Vector result = v;
    for (std::size_t k = 0; k < v.size(); ++k) result(k) = v(v.size() - 1 - k);
    return result;
}

Vector moved_on(const Vector& v)
{
    Vector result = xt::zeros<double>({v.size()});
    for (std::size_t k = 0; k + 1 < v.size(); ++k) result(k) = v(k + 1);
    return result;
}

/// Every distance counted round: what is before place 0 is taken from the end.
Vector round(const Matrix& A)
{
    const std::size_t n = A.shape(0);
    Vector result = xt::zeros<double>({n});
    for (std::size_t k = 0; k < n; ++k) {
        for (std::size_t i = 0; i < n; ++i) result(k) += A(i, (i + n - k) % n) / static_cast<double>(n);
    }
    return result;
}

}  // namespace

// Whatever the chapters have may be called: none of it does what is asked here.

TEST_CASE("four queries that see everything")
{
    const Matrix A = {{0.1, 0.2, 0.3, 0.4}, {0.5, 0.2, 0.2, 0.1}, {0.1, 0.6, 0.1, 0.2}, {0.3, 0.1, 0.4, 0.2}};
    const Matrix A_T = xt::transpose(A);
    const Vector columns = xt::mean(A, {0});
    check::ask(
        {.call = "weight_by_distance of four rows, each distance at another weight",
         .answer = [&] { return weight_by_distance(A); },
         .expected = by_distance(A, of_those_rows),
         .mistakes = {
             {"divided_by_all", by_distance(A, of_all_rows),
              "You divided by all four rows. Only three of them have a place one back, and only one has a place three "
              "back."},
             {"never_divided", by_distance(A, summed), "These are sums. Divide each by the number of its rows."},
             {"looks_ahead", by_distance(A_T, of_those_rows),
              "This is the weight k places **ahead**. One place back from row i is column i - 1."},
             {"from_distance_one", moved_on(by_distance(A, of_those_rows)),
              "Your first number is for one place back. It should be for distance 0, the place itself."},
             {"far_ones_first", backwards(by_distance(A, of_those_rows)),
              "The distances are in the wrong order: the first number is for the farthest."},
             {"goes_round", round(A),
              "Places before place 0 are taken from the end of the row. There is nothing before place 0."},
             {"columns_for_distances", columns,
              "You averaged the columns, that is, how much each place is looked at. Distances run along the diagonals."}}});
}

TEST_CASE("a head that looks one place back, and one without a row")
{
    const Matrix back = {{1, 0, 0}, {0.9, 0.1, 0}, {0.1, 0.8, 0.1}};
    check::ask({.call = "weight_by_distance([[1, 0, 0], [0.9, 0.1, 0], [0.1, 0.8, 0.1]])",
                .answer = [&] { return weight_by_distance(back); },
                .expected = Vector{0.4, 0.85, 0.1}});
    check::ask({.call = "weight_by_distance of a matrix of shape (0, 0)",
                .answer = [] { return weight_by_distance(xt::zeros<double>({0, 0})); },
                .expected = Vector(xt::zeros<double>({0}))});
}

TEST_CASE("random weights")
{
    common::Random random(check::seed());
    const Matrix A = softmax_rows(random.normal_matrix(7, 7));
    check::ask({.call = "weight_by_distance of random weights, seven rows",
                .answer = [&] { return weight_by_distance(A); },
                .expected = by_distance(A, of_those_rows),
                .seed = check::seed()});
}
