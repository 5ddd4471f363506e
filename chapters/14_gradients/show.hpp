/// \file
/// What the program prints and draws; nothing to learn here.
#pragma once

#include "14_gradients/finite_differences.hpp"
#include "14_gradients/from_output.hpp"
#include "14_gradients/gradient_check.hpp"
#include "14_gradients/hidden_nan.hpp"
#include "14_gradients/inexact_checks.hpp"
#include "14_gradients/nudged.hpp"
#include "14_gradients/one_value.hpp"
#include "14_gradients/passed_back.hpp"
#include "14_gradients/slope_plot.hpp"
#include "14_gradients/softmax_backward.hpp"
#include "14_gradients/two_by_two.hpp"
#include "14_gradients/wrong_backward.hpp"

#include "common/plot.hpp"
#include "common/print.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"

#include <fmt/core.h>

#include <cstddef>
#include <string>
#include <vector>

namespace attention::show
{

using common::number;
using common::numbers;

inline const char* yes(bool is_so) { return is_so ? "yes" : "no"; }

/// One weight and one value, by the chain rule and by trying.
inline void one_value(double weight, double value, double right)
{
    common::heading(fmt::format("One weight A = {}, one value V = {}: O = A V, loss = (O - {})^2", number(weight, 1),
                                number(value, 0), number(right, 0)));
    const OneValue one = through_one_value(weight, value, right);
    const auto loss = [&](const Matrix& at) { return through_one_value(at(0, 0), at(0, 1), right).loss; };
    const Matrix tried = central_differences(loss, Matrix{{weight, value}});
    const OneValue raised = through_one_value(weight, value + 0.01, right);
    fmt::print("  forward    O = {}   loss = {}\n", number(one.output, 3), number(one.loss, 3));
    fmt::print("  back      dO = {}  dA = {}  dV = {}\n", number(one.d_output, 3), number(one.d_weight, 3),
               number(one.d_value, 3));
    fmt::print("  by trying              dA = {}  dV = {}\n", number(tried(0, 0), 3), number(tried(0, 1), 3));
    fmt::print("  raise V by 0.01: O rises by {}, the loss falls by {}\n", number(raised.output - one.output, 3),
               number(one.loss - raised.loss, 3));
}

/// The rows of a matrix beside each other.
inline std::string rows_of(const Matrix& M)
{
    return fmt::format("{:<14}  {}", numbers(row_of(M, 0), 2), numbers(row_of(M, 1), 2));
}

/// Every matrix on the way back through two queries and two keys.
inline void the_way_back(const RandomCase& c, const WayBack& back, double error)
{
    common::heading("Two queries, two keys, d_k = 1: both rows of every matrix on the way back");
    const auto line = [](const char* name, const char* formula, const Matrix& M) {
        fmt::print("  {:<3} {:<14}  {}\n", name, formula, rows_of(M));
    };
    line("A", "", back.A);
    line("O", "A V", back.O);
    line("dO", "given", c.dO);
    line("dV", "A^T dO", back.d.dV);
    line("dA", "dO V^T", back.dA);
    line("dS", "A (dA - mean)", back.dS);
    line("dQ", "dS K", back.d.dQ);
    line("dK", "dS^T Q", back.d.dK);
    fmt::print("  dQ, dK and dV by trying: the same to 7 digits: {}\n", yes(error < 1e-7));
    fmt::print("  raise the last score by 0.01: the loss rises by {}\n", number(growth_with_score(c, 1, 1, 0.01), 3));
}

/// The mean of dA, from the weights and from the output.
inline void means(const RandomCase& c, const WayBack& back, double farthest)
{
    common::heading("The mean of dA by the weights, and dO . O");
    const Vector by_weights = mean_by_weights(back.A, back.dA);
    const Vector from_output = mean_from_output(c.dO, back.O);
    for (std::size_t i = 0; i < by_weights.size(); ++i)
        fmt::print("  row {}:  sum of dA . A  {:>6}   dO . O  {:>6}\n", i + 1, number(by_weights(i), 3),
                   number(from_output(i), 3));
    fmt::print("  the same in 1000 random rows, to 12 digits: {}\n", yes(farthest < 1e-12));
}

/// The last score of the example, nudged, and its gradient by the right way back and by two wrong ones.
inline common::Plot nudged(const RandomCase& c, const WayBack& back)
{
    const double right = back.dS(1, 1);
    const double diagonal = softmax_backward_diagonal_only(back.A, back.dA)(1, 1);
    const double without_mean = back.A(1, 1) * back.dA(1, 1);
    common::Plot plot = slope_plot(c, {.matrix = In::scores, .i = 1, .j = 1},
                                   {{"the gradient, " + number(right, 0), right},
                                    {"the diagonal only, " + number(diagonal, 0), diagonal},
                                    {"the mean forgotten, " + number(without_mean, 0), without_mean}});
    plot.title = "The last score is nudged";
    plot.description =
        "A curve that rises, steepest in the middle, and three straight lines through the same point. The line of the "
        "right gradient touches the curve there; the other two cross it, one flatter and one steeper.";
    return plot;
}

/// A way back, and what to call it.
struct Named {
    const char* name;
    CaseBackward back;
};

/// In how many random cases each of some ways back agrees with central differences.
inline void checked(const std::vector<Named>& ways)
{
    common::heading("1000 random cases, masks included, against central differences");
    for (const Named& way : ways) {
        common::Random random(14);
        fmt::print("  {:<31} right in {:>4}\n", way.name, cases_right(1000, way.back, random));
    }
}

/// A factor that was forgotten, and a whole layer.
inline void factor_and_layer(const TooLarge& factor, double worst)
{
    fmt::print("  1 / sqrt(5) forgotten: cells of dQ are {} to {} times too large\n", number(factor.least, 3),
               number(factor.most, 3));
    fmt::print("  a layer of two heads, W_Q, W_K, W_V, W_O and X: errors below 1e-8: {}\n", yes(worst < 1e-8));
}

inline void inexact(const SeemsWrong& wrong)
{
    common::heading("Right gradients that a check to 1e-7 calls wrong, of 100");
    fmt::print("  small numbers, in double:       {:>3}\n", wrong.exact);
    fmt::print("  the loss rounded to float:      {:>3}\n", wrong.in_float);
    fmt::print("~ queries 100 times as large:     {:>3}\n", wrong.huge);
}

inline void hidden(const BrokenNumbers& broken)
{
    common::heading("A NaN in a value that no query may see: what reaches dQ");
    fmt::print("  forward:                {:>2} of  6 numbers of the output are NaN\n", broken.output);
    fmt::print("  back, products alone:   {:>2} of 12 numbers of dQ are NaN\n", broken.dQ_by_products);
    fmt::print("  back, under the mask:   {:>2} of 12 numbers of dQ are NaN\n", broken.dQ_under_mask);
}

/// What a query passes back, a table and a picture.
///
/// \param factors  what the scores are multiplied by
/// \param passed   what comes back for each
/// \return         what scores and values get, against the factor
inline common::Plot saturation(const std::vector<double>& factors, const std::vector<PassedBack>& passed)
{
    common::heading("Sharper and sharper weights: what scores and values get (200 queries, 16 keys)");
    common::Table table({"factor", "scores: mean", "median", "values: mean"});
    common::Plot plot{.title = "What a query passes back",
                      .description =
                          "Three curves against the factor on the scores, which doubles from mark to mark. What the "
                          "values get rises from about a quarter to nearly 1. What the scores get, mean and median, "
                          "rises a little up to 2 and then falls, the median almost to 0.",
                      .x_title = "factor on the scores",
                      .y_title = "length: to the values for a dO of length 1, to the scores for a random dA",
                      .curves = {{"to the values", {}, {}, false, "value"},
                                 {"to the scores, mean", {}, {}},
                                 {"to the scores, median", {}, {}}},
                      .log_x = true};
    for (std::size_t f = 0; f < factors.size(); ++f) {
        table.add_row({number(factors[f], 2), number(passed[f].mean, 3), number(passed[f].median, 3),
                       number(passed[f].to_values, 3)});
        for (common::Curve& curve : plot.curves) curve.x.push_back(factors[f]);
        plot.curves[0].y.push_back(passed[f].to_values);
        plot.curves[1].y.push_back(passed[f].mean);
        plot.curves[2].y.push_back(passed[f].median);
    }
    table.print();
    return plot;
}

}  // namespace attention::show
