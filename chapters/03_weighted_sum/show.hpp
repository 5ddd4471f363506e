/// \file
/// What the program of chapter 3 prints and draws; nothing to learn here.
#pragma once

#include "03_weighted_sum/cat_sat_mat.hpp"
#include "03_weighted_sum/symmetries.hpp"
#include "03_weighted_sum/weighted_sum.hpp"

#include "01_similarity/similarity.hpp"
#include "02_softmax/softmax.hpp"
#include "common/plane.hpp"
#include "common/print.hpp"
#include "common/tensor.hpp"

#include <fmt/core.h>

#include <cstddef>
#include <limits>
#include <numbers>
#include <string>
#include <vector>

namespace attention::show
{

/// Print a weighted sum with all its steps, one line per word.
inline void mixing(const std::vector<std::string>& words, const Vector& weights, const Matrix& V)
{
    common::Table table({"word", "weight", "value", "weight * value"});
    for (std::size_t j = 0; j < words.size(); ++j) {
        const Vector value = row_of(V, j);
        table.add_row(
            {words[j], common::number(weights(j), 3), common::plain(value), common::numbers(weights(j) * value, 3)});
    }
    table.add_row({"output", "", "", common::numbers(weighted_sum(weights, V), 3)});
    table.print();
}

/// The values around the output, in the plane of water and money, and the output once more as a step from `before`.
inline common::Plane in_the_plane(const std::vector<std::string>& words, const Matrix& V, const Vector& output,
                                  const Vector& before)
{
    common::Plane plane{
        .title = "The output lies among the values, and moves bank",
        .description =
            "A thin triangle with the values of the, river and bank as corners, and the output inside it, close "
            "to river. The arrow from the origin to the output is drawn again from where bank was: it ends far "
            "to the right, with much water and almost no money.",
        .x_title = "grid lines 1 apart; to the right: water; up: money"};
    for (std::size_t j = 0; j < words.size(); ++j)
        plane.outline.push_back({"v of " + words[j], V(j, 0), V(j, 1), "value"});
    plane.arrows = {{"output", output(0), output(1), "series-1"},
                    {"after", before(0) + output(0), before(1) + output(1), "series-1", before(0), before(1)}};
    plane.points = {{"before", before(0), before(1), "ink"}};
    return plane;
}

/// Print the vector of bank before, and after each sentence.
inline void before_and_after(const Vector& before, const Vector& from_river, const Vector& from_money)
{
    common::Table table({"bank", "water", "money", "place", "article"});
    const auto add = [&](const std::string& name, const Vector& x) {
        table.add_row(
            {name, common::number(x(0), 3), common::number(x(1), 3), common::number(x(2), 3), common::number(x(3), 3)});
    };
    add("before", before);
    add("after \"the river bank\"", before + from_river);
    add("after \"the money bank\"", before + from_money);
    table.print();
}

/// Print how cat's output is made.
inline void row_of_cat()
{
    const Matrix& X = cat_sat_mat::X;
    const Vector scores = score_row(row_of(X, 0), X);
    const Vector weights = softmax(scores);
    common::print_vector("scores ", scores, 0);
    common::print_vector("weights", weights, 3);
    std::string sum;
    for (std::size_t j = 0; j < 3; ++j)
        sum += fmt::format("{}{}*{}", j == 0 ? "" : " + ", common::number(weights(j), 3), common::plain(row_of(X, j)));
    fmt::print("  output  = {}\n          = {}\n", sum, common::numbers(weighted_sum(weights, X), 3));
}

/// Print weights as a source has them, and the outputs that follow from them.
inline void printed(const Matrix& weights)
{
    common::Table table({"word", "printed weights", "output from these weights"});
    for (std::size_t i = 0; i < 3; ++i) {
        const Vector row = row_of(weights, i);
        table.add_row(
            {cat_sat_mat::words[i], common::numbers(row, 2), common::numbers(weighted_sum(row, cat_sat_mat::X), 2)});
    }
    table.print();
}

/// Print what must agree in a table of weights, and does not.
inline void symmetries(const Matrix& weights, const Symmetries& found)
{
    fmt::print("  1. Swap the coordinates: cat and sat trade places, mat stays. So sat's row\n"
               "     must be cat's with its first two weights swapped.\n"
               "       must be {}    printed {}\n",
               common::numbers(found.sat, 2), common::numbers(row_of(weights, 1), 2));
    fmt::print("  2. Softmax depends only on differences. In cat's row two scores are 1 apart,\n"
               "     and in mat's row too. So the ratio of the weights must be e both times.\n"
               "       cat {:.2f}/{:.2f} = {:.1f}    mat {:.2f}/{:.2f} = {:.1f}    e = {:.1f}\n",
               weights(0, 0), weights(0, 1), found.in_cat, weights(2, 2), weights(2, 0), found.in_mat, std::numbers::e);
}

/// Print the right rows.
inline void computed()
{
    const Matrix& X = cat_sat_mat::X;
    common::Table table({"word", "scores", "weights", "output"});
    for (std::size_t i = 0; i < 3; ++i) {
        const Vector scores = score_row(row_of(X, i), X);
        const Vector weights = softmax(scores);
        table.add_row({cat_sat_mat::words[i], common::numbers(scores, 0), common::numbers(weights, 3),
                       common::numbers(weighted_sum(weights, X), 3)});
    }
    table.print();
}

/// The triangle of the three values, with the three outputs in it.
inline common::Plane hull()
{
    const Matrix& X = cat_sat_mat::X;
    common::Plane plane{.title = "Outputs lie in the hull of the values",
                        .description = "A triangle with the values cat (1, 0), sat (0, 1) and mat (1, 1) as corners. "
                                       "The three outputs all lie inside it.",
                        .x_title = "to the right: first coordinate; up: second"};
    for (std::size_t i = 0; i < 3; ++i) {
        const std::string& word = cat_sat_mat::words[i];
        const Vector output = weighted_sum(softmax(score_row(row_of(X, i), X)), X);
        plane.outline.push_back({"v of " + word + " " + common::plain(row_of(X, i)), X(i, 0), X(i, 1), "value"});
        plane.points.push_back({word + "'s output", output(0), output(1), "series-1"});
    }
    return plane;
}

/// Print weighted sums of the three values with weights chosen by hand.
inline void edges()
{
    const Matrix& X = cat_sat_mat::X;
    const auto mix = [&](const Vector& weights) { return common::numbers(weighted_sum(weights, X), 3); };
    fmt::print("  equal weights give the mean:           {}\n", mix({1.0 / 3, 1.0 / 3, 1.0 / 3}));
    fmt::print("  weight 1 on mat gives its value:       {}\n", mix({0, 0, 1}));
    fmt::print("  weights [2, -1, 0] leave the triangle: {}\n", mix({2, -1, 0}));
    const Matrix broken = {{2}, {std::numeric_limits<double>::infinity()}};
    fmt::print("  weights [1, 0], values 2 and infinity: {}\n", common::numbers(weighted_sum({1, 0}, broken), 3));
}

}  // namespace attention::show
