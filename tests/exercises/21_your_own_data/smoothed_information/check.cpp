#include "tests/exercises/21_your_own_data/smoothed_information/task.hpp"

#include "tests/exercises/check.hpp"

#include <cmath>
#include <cstddef>

using namespace attention;
using check::infinity;
using check::not_a_number;

namespace
{

const Matrix counts = {{0, 6, 2, 1}, {6, 4, 0, 2}, {2, 0, 0, 1}, {1, 2, 1, 0}};

/// The measure with powers for the word and for its company, each over its own total.
Matrix measured(double word_power, double company_power, double base = std::exp(1.0), bool clip = true)
{
    const std::size_t size = counts.shape(0);
    Vector sums = xt::zeros<double>({size});
    for (std::size_t a = 0; a < size; ++a) {
        for (std::size_t b = 0; b < size; ++b) sums(a) += counts(a, b);
    }
    double total = 0.0;
    double word_total = 0.0;
    double company_total = 0.0;
    for (const double sum : sums) {
        total += sum;
        word_total += std::pow(sum, word_power);
        company_total += std::pow(sum, company_power);
    }
    Matrix result = xt::zeros<double>({size, size});
    for (std::size_t a = 0; a < size; ++a) {
        for (std::size_t b = 0; b < size; ++b) {
            const double p_a = std::pow(sums(a), word_power) / word_total;
            const double p_b = std::pow(sums(b), company_power) / company_total;
            const double information =
                counts(a, b) == 0 ? 0.0 : std::log(counts(a, b) / total / (p_a * p_b)) / std::log(base);
            result(a, b) = clip ? std::fmax(0.0, information) : information;
        }
    }
    return result;
}

/// The power taken of p(b), which then sums to more than 1.
Matrix not_renormalised()
{
    const Vector sums = {9, 12, 3, 4};
    const double total = 28.0;
    Matrix result = xt::zeros<double>({4, 4});
    for (std::size_t a = 0; a < 4; ++a) {
        for (std::size_t b = 0; b < 4; ++b) {
            const double p_b = std::pow(sums(b) / total, 0.75);
            if (counts(a, b) > 0)
                result(a, b) = std::fmax(0.0, std::log(counts(a, b) / total / (sums(a) / total * p_b)));
        }
    }
    return result;
}

Matrix transposed(const Matrix& M) { return xt::transpose(M); }

}  // namespace

TEST_CASE("written, not called") { check::must_not_call({"positive_information"}); }

TEST_CASE("four words")
{
    const Matrix right = measured(1.0, 0.75);
    const Matrix unclipped = measured(1.0, 0.75, std::exp(1.0), false);
    Matrix zero_is_minus_infinity = unclipped;
    Matrix ratio = xt::zeros<double>({4, 4});
    Matrix one_total = xt::zeros<double>({4, 4});
    const Vector sums = {9, 12, 3, 4};
    const double total = 28.0;
    for (std::size_t a = 0; a < 4; ++a) {
        for (std::size_t b = 0; b < 4; ++b) {
            if (counts(a, b) == 0) zero_is_minus_infinity(a, b) = -infinity;
            ratio(a, b) = counts(a, b) == 0 ? 0.0 : std::exp(unclipped(a, b));
            const double wrong =
                counts(a, b) == 0
                    ? 0.0
                    : std::log(counts(a, b) / total / (sums(a) / total * std::pow(sums(b), 0.75) / total));
            one_total(a, b) = std::fmax(0.0, wrong);
        }
    }
    check::ask(
        {.call = "smoothed_information(counts), four words",
         .answer = [] { return smoothed_information(counts); },
         .expected = right,
         .mistakes = {
             {"not_smoothed", measured(1.0, 1.0), "This is the chapter's measure, without the power 0.75."},
             {"word_smoothed", transposed(right),
              "You smoothed the word, p(a). It is its company, p(b), that is smoothed."},
             {"both_smoothed", measured(0.75, 0.75), "You smoothed both. Only the company, p(b), is smoothed."},
             {"not_clipped", unclipped, "Some of these are below 0. The measure is max(0, ...)."},
             {"minus_infinity", zero_is_minus_infinity,
              "Words that never meet have information 0, not ln 0; and none is below 0."},
             {"no_logarithm", ratio, "These are the ratios. We asked for their logarithms."},
             {"not_renormalised", not_renormalised(),
              "You raised p(b) to the power and left it at that, so these numbers do not sum to 1. Divide by their sum."},
             {"base_10", measured(1.0, 0.75, 10.0), "These are logarithms to the base 10."},
             {"power_of_4_thirds", measured(1.0, 4.0 / 3.0),
              "You raised to 4/3, or took the wrong root. The power is 0.75."},
             {"square_root", measured(1.0, 0.5), "You took the square root. The power is 0.75."},
             {"in_bits", measured(1.0, 0.75, 2.0), "These are logarithms to the base 2."},
             {"one_total_for_both", one_total,
              "You divided the powers by the total of the counts. They have a total of their own, or they are no probabilities."}}});
}

TEST_CASE("two words that only know each other")
{
    const Matrix pair = {{0, 5}, {5, 0}};
    check::ask({.call = "smoothed_information([[0, 5], [5, 0]])",
                .answer = [&] { return smoothed_information(pair); },
                .expected = Matrix{{0, std::log(2.0)}, {std::log(2.0), 0}},
                .mistakes = {{"minus_infinity", Matrix{{not_a_number, std::log(2.0)}, {std::log(2.0), not_a_number}},
                              "0 times a logarithm of 0 is NaN."}}});
}
