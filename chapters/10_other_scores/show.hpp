/// \file
/// Chapter 10: what the program prints and draws; nothing to learn here.
#pragma once

#include "03_weighted_sum/cat_sat_mat.hpp"
#include "06_score_matrix/score_matrix.hpp"
#include "07_attention/attention.hpp"
#include "07_attention/car.hpp"
#include "09_scaling/vehicles.hpp"
#include "10_other_scores/attention_from_scores.hpp"
#include "10_other_scores/car_by_scores.hpp"
#include "10_other_scores/contenders.hpp"
#include "10_other_scores/gaussian_features.hpp"
#include "10_other_scores/gaussian_process.hpp"
#include "10_other_scores/matched_sharpness.hpp"
#include "10_other_scores/one_curve.hpp"
#include "10_other_scores/other_scores.hpp"
#include "10_other_scores/regression.hpp"

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

/// Three words, by the dot product and by distance.
inline void words()
{
    common::heading("cat, sat, mat: by the dot product, and by distance");
    const Matrix& X = cat_sat_mat::X;
    const Matrix by_product = dot_product_attention(X, X, X).weights;
    const Matrix scores = laplace_scores(X, X);
    const Matrix by_distance = laplace_attention(X, X, X).weights;
    common::Table table({"word", "dot weights", "Laplace scores", "Laplace weights"});
    for (std::size_t i = 0; i < 3; ++i) {
        table.add_row({cat_sat_mat::words[i], numbers(row_of(by_product, i), 3), numbers(row_of(scores, i), 0),
                       numbers(row_of(by_distance, i), 3)});
    }
    table.print();
}

/// The regression: errors for each score and each number of known points.
inline void regression(int curves)
{
    common::heading(fmt::format("Guess a curve from m of its points: mean squared error, {} curves", curves));
    fmt::print("  places from -2 to 2, alike within {}, error {}, 40 guesses per curve\n", curve_length,
               measuring_error);
    common::Random random(10);
    std::vector<std::vector<Errors>> by_size;
    for (const std::size_t m : {5U, 10U, 20U, 50U})
        by_size.push_back(compare(contenders::for_curves, m, curves, random));
    common::Table table({"score", "m = 5", "m = 10", "m = 20", "m = 50", "known, m = 20"});
    for (std::size_t s = 0; s <= contenders::for_curves.size(); ++s) {
        const bool is_contender = s < contenders::for_curves.size();
        std::vector<std::string> row = {is_contender ? contenders::for_curves[s].name : "best possible guess"};
        for (const auto& errors : by_size) row.push_back(number(errors[s].target, 3));
        row.push_back(number(by_size[2][s].context, 3));
        table.add_row(row);
    }
    table.print();
}

/// A distance and a dot product that give the same weights: the query 2, three keys, width 1.
inline void identity()
{
    common::heading("A dot product that measures distance: query 2, width 1");
    const Matrix q = {{2}};
    const Matrix K = {{1}, {3}, {5}};
    const Matrix by_distance = gaussian_scores(q, K);
    const Matrix by_product = score_matrix(query_features(q), key_features(K));
    const Matrix weights_by_distance = softmax_rows(by_distance);
    const Matrix weights_by_product = softmax_rows(by_product);
    common::Table table({"key", "[k, -k^2/2]", "-(q - k)^2/2", "weights", "[q, 1] . [k, -k^2/2]", "weights"});
    for (std::size_t j = 0; j < 3; ++j) {
        table.add_row({number(K(j, 0), 0), numbers(row_of(key_features(K), j), 1), number(by_distance(0, j), 1),
                       number(weights_by_distance(0, j), 3), number(by_product(0, j), 1),
                       number(weights_by_product(0, j), 3)});
    }
    table.print();
}

/// The car's answers by five scores.
inline void car()
{
    common::heading("Is this a car? The answer by five scores");
    common::Table table({"seen", "dot", "Laplace", "Gaussian", "cosine", "additive"});
    for (std::size_t i = 0; i < attention::car::observed.size(); ++i) {
        std::vector<std::string> row = {attention::car::observed[i]};
        for (const auto& [name, score] : contenders::five_scores) {
            const Vector answers =
                attention::car::answers(score(attention::car::features_of_each, attention::car::related));
            row.push_back(number(answers(i), 3));
        }
        table.add_row(row);
    }
    table.print();
}

/// How far apart cars and cycles come out, before and after the scores are made equally sharp.
inline void matched()
{
    common::heading("Gap: mean answer for the cars minus mean for the cycles; at equal sharpness");
    common::Table table({"score", "entropy", "gap", "gap at 1.5 nats", "at 1 nat", "at 0.5 nats"});
    for (const auto& [name, score] : contenders::five_scores) {
        const Matrix scores = score(attention::car::features_of_each, attention::car::related);
        std::vector<std::string> row = {name, number(mean_entropy(scores, 1.0), 3),
                                        number(attention::car::gap(scores), 3)};
        for (const double nats : {1.5, 1.0, 0.5})
            row.push_back(number(attention::car::gap_at_entropy(scores, nats), 3));
        table.add_row(row);
    }
    table.print();
}

/// The most decided that cosine can be between two keys.
inline void cosine_cap()
{
    common::heading("Cosine: how decided can it be?");
    const Matrix scores = cosine_scores({{1, 0}}, {{100, 0}, {-100, 0}});
    const Matrix weights = softmax_rows(scores);
    fmt::print("  scores {} for the best and the worst key there can be\n", numbers(row_of(scores, 0), 0));
    fmt::print("  weights {}: one is {} times the other\n", numbers(row_of(weights, 0), 3),
               number(weights(0, 0) / weights(0, 1), 2));
}

/// One curve, its known points, and what three scores and the process make of them.
inline std::string picture()
{
    const OneCurve curve = one_curve();
    const Vector& x = curve.x;
    const auto points = [](const Vector& v) { return std::vector<double>(v.begin(), v.end()); };
    const auto guessed = [&](const std::string& name, const Score& score) {
        return common::Curve{name, points(x), points(guess(score, curve.x_known, curve.y_known, x))};
    };
    common::Plot plot{.title = "A curve is known at ten places. How high is it elsewhere?",
                      .description =
                          "Ten known points of a curve. The dot product gives a slow slope that misses most of them. "
                          "Gaussian attention of width 0.25 follows the points in steps that are too flat. The best "
                          "possible guess passes close to all of them. In a gap on the "
                          "left the curve itself goes lower than any known point.",
                      .x_title = "place x: queries and keys",
                      .y_title = "height: values and outputs"};
    plot.curves = {guessed("attention, dot product", score_matrix),
                   guessed("attention, Gaussian, width 0.25", contenders::gaussian(0.25)),
                   {"best possible guess", points(x), points(gaussian_process_mean(curve.x_known, curve.y_known, x))},
                   {"the curve itself", points(x), points(curve.y)},
                   {"known points", points(curve.x_known), points(curve.y_known), true, "key"}};
    return plot.svg();
}

}  // namespace attention::show
