#include "02_softmax/in_xtensor.hpp"
#include "02_softmax/lead.hpp"
#include "02_softmax/softmax.hpp"
#include "02_softmax/why_exp.hpp"

#include "common/tensor.hpp"

#include "tests/catch.hpp"
#include "tests/near.hpp"

#include <cmath>
#include <cstddef>
#include <numbers>
#include <vector>

using namespace attention;
using tests::difference;
using tests::infinity;
using tests::not_a_number;

TEST_CASE("softmax of [2, 1, 0] and of [2, 0], to six decimals")
{
    CHECK(difference(softmax({2, 1, 0}), Vector{0.665241, 0.244728, 0.090031}) < 5e-7);
    CHECK(difference(softmax({2, 0}), Vector{0.880797, 0.119203}) < 5e-7);
    const Vector scaled = Vector{2, 0} / std::sqrt(3.0);
    CHECK(difference(softmax(scaled), Vector{0.760368, 0.239632}) < 5e-7);
}

TEST_CASE("two scores make the logistic function of their difference")
{
    for (const double gap : {-3.0, -0.1, 0.0, 0.7, 20.0}) {
        CHECK_THAT(softmax({gap, 0})(0), WithinAbs(1.0 / (1.0 + std::exp(-gap)), 1e-15));
    }
}

TEST_CASE("weights are not negative, sum to 1 and keep the order of the scores")
{
    const Vector weights = softmax({-3, 0.5, 2, 0.25, -50});
    CHECK(xt::amin(weights)() >= 0.0);
    CHECK_THAT(xt::sum(weights)(), WithinAbs(1.0, 1e-15));
    CHECK(weights(2) > weights(1));
    CHECK(weights(1) > weights(3));
    CHECK(weights(3) > weights(0));
    CHECK(weights(0) > weights(4));
}

TEST_CASE("a constant added to every score changes no weight")
{
    const Vector scores = {2, 1, 0};
    for (const double shift : {1000.0, -1000.0, 1e6}) {
        const Vector moved = scores + shift;
        CHECK(difference(softmax(moved), softmax(scores)) == 0.0);
    }
}

TEST_CASE("a weight is 0 only where the gap is too large for a double")
{
    CHECK(softmax({0, -745})(1) > 0.0);
    CHECK(softmax({0, -746})(1) == 0.0);
}

TEST_CASE("a low temperature sharpens, a high one flattens")
{
    const Vector scores = {2, 1, 0};
    CHECK(difference(softmax(scores / 0.5), Vector{0.866813, 0.117310, 0.015876}) < 5e-7);
    CHECK(difference(softmax(scores / 2.0), Vector{0.506480, 0.307196, 0.186324}) < 5e-7);
    CHECK(difference(softmax(scores / 100.0), Vector{0.336672, 0.333322, 0.330006}) < 5e-7);
}

TEST_CASE("the naive form agrees with the stable one where nothing overflows")
{
    CHECK(difference(naive_softmax({2, 1, 0}), softmax({2, 1, 0})) < 1e-15);
    CHECK(difference(naive_softmax({-700, 700}), softmax({-700, 700})) < 1e-15);
}

TEST_CASE("the naive form breaks just above 709.78, the stable one does not")
{
    CHECK(std::isfinite(std::exp(709.782712)));
    CHECK(std::isinf(std::exp(709.782713)));
    CHECK(std::isfinite(std::exp(88.722839F - 1e-5F)));
    CHECK(std::isinf(std::exp(88.7229F)));
    CHECK(std::isnan(naive_softmax({710, 709})(0)));
    CHECK(difference(softmax({710, 709}), softmax({1, 0})) == 0.0);
    CHECK(difference(softmax({1000, 1001, 1002}), Vector{0.090031, 0.244728, 0.665241}) < 5e-7);
}

TEST_CASE("edges: nothing, one, huge")
{
    CHECK(softmax({}).size() == 0);
    CHECK(difference(softmax(Vector({7})), Vector({1})) == 0.0);
    CHECK(difference(softmax({1e308, -1e308}), Vector{1, 0}) == 0.0);
    CHECK(difference(softmax({1e308, 1e308}), Vector{0.5, 0.5}) == 0.0);
    CHECK(difference(softmax({-1e308, -1e308}), Vector{0.5, 0.5}) == 0.0);
}

TEST_CASE("a score of -infinity gets weight 0; nothing but -infinity gets nothing but 0")
{
    CHECK(difference(softmax({1, -infinity, 1}), Vector{0.5, 0, 0.5}) == 0.0);
    CHECK(difference(softmax({-infinity, -infinity}), Vector{0, 0}) == 0.0);
    CHECK(difference(softmax(Vector({-infinity})), Vector({0})) == 0.0);
}

TEST_CASE("NaN and +infinity make the whole distribution NaN, wherever they are")
{
    CHECK(difference(softmax({1, not_a_number, 2}), Vector{not_a_number, not_a_number, not_a_number}) == 0.0);
    CHECK(difference(softmax({not_a_number, -infinity}), Vector{not_a_number, not_a_number}) == 0.0);
    CHECK(difference(softmax({-infinity, not_a_number}), Vector{not_a_number, not_a_number}) == 0.0);
    CHECK(difference(softmax({1, infinity}), Vector{not_a_number, not_a_number}) == 0.0);
}

TEST_CASE("rows are independent of each other")
{
    const Matrix scores = {{1, 0, 1}, {0, 1, 1}, {not_a_number, 0, 0}, {-infinity, -infinity, -infinity}};
    const Matrix weights = softmax_rows(scores);
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        const Vector row = row_of(weights, i);
        const Vector alone = softmax(row_of(scores, i));
        CHECK(difference(row, alone) == 0.0);
    }
    CHECK(difference(softmax_rows({{1, 2, 3}, {4, 5, 6}}),
                     Matrix{{0.090031, 0.244728, 0.665241}, {0.090031, 0.244728, 0.665241}}) < 5e-7);
}

TEST_CASE("matrices without rows or without columns stay as they are")
{
    CHECK(softmax_rows(xt::zeros<double>({0, 3})).shape() == Matrix::shape_type{0, 3});
    CHECK(softmax_rows(xt::zeros<double>({3, 0})).shape() == Matrix::shape_type{3, 0});
}

TEST_CASE("the Jacobian is what moving each score a little shows")
{
    const Vector scores = {0.3, -1.2, 2.0, 0.0};
    const Matrix J = softmax_jacobian(softmax(scores));
    constexpr double step = 1e-5;
    for (std::size_t j = 0; j < scores.size(); ++j) {
        Vector up = scores;
        Vector down = scores;
        up(j) += step;
        down(j) -= step;
        const Vector measured = (softmax(up) - softmax(down)) / (2 * step);
        const Vector column = column_of(J, j);
        CHECK(difference(column, measured) < 1e-10);
        CHECK_THAT(xt::sum(column)(), WithinAbs(0.0, 1e-16));
    }
}

TEST_CASE("only e to the score survives a negative score and a shift")
{
    const std::vector<Attempt> attempts = why_exp();
    std::vector<Flaw> flaws;
    for (const Attempt& attempt : attempts) flaws.push_back(attempt.flaw);
    CHECK(flaws == std::vector<Flaw>{Flaw::none, Flaw::negative, Flaw::order_lost,    // the score
                                     Flaw::none, Flaw::order_lost, Flaw::order_lost,  // its square
                                     Flaw::none, Flaw::none, Flaw::not_a_number,      // ReLU
                                     Flaw::none, Flaw::none, Flaw::none});            // e to the score
    CHECK(difference(attempts[11].weights, attempts[9].weights) == 0.0);
}

TEST_CASE("at T = 1 / ln(golden ratio) the largest of three scores one apart gets exactly half")
{
    const double T = 1 / std::log(std::numbers::phi);
    CHECK_THAT(softmax(Vector{0, 2, 1} / T)(1), WithinAbs(0.5, 1e-15));
}

TEST_CASE("a lead of ln(m - 1) over all other words gives one half")
{
    for (const std::size_t m : {2U, 3U, 10U, 1000U}) {
        Vector scores = xt::zeros<double>({m});
        scores(0) = lead_for_half(m);
        CHECK_THAT(softmax(scores)(0), WithinAbs(0.5, 1e-12));
    }
}

TEST_CASE("loops and xtensor agree on chapter 2")
{
    CHECK(difference(in_xtensor::softmax({0, 2, 1}), softmax({0, 2, 1})) < 1e-15);
    CHECK(difference(in_xtensor::softmax({1000, 1002, -infinity, 1001}), softmax({1000, 1002, -infinity, 1001})) <
          1e-15);
    CHECK(difference(in_xtensor::softmax(Vector({7})), softmax(Vector({7}))) == 0.0);

    const Matrix scores = {{0, 2, 1, -3}, {5, 5, -700, 4}, {1000, 0, 999, 2}};
    CHECK(difference(in_xtensor::softmax_rows(scores), softmax_rows(scores)) < 1e-15);
    CHECK(in_xtensor::softmax_rows(xt::zeros<double>({0, 3})).shape() == Matrix::shape_type{0, 3});
}
