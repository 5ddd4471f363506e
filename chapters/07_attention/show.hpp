/// \file
/// Chapter 7: what the program prints; nothing to learn here.
#pragma once

#include "06_score_matrix/score_matrix.hpp"
#include "07_attention/attention.hpp"
#include "07_attention/car.hpp"
#include "07_attention/poor_test.hpp"
#include "07_attention/step_by_step.hpp"

#include "03_weighted_sum/cat_sat_mat.hpp"
#include "05_queries_keys_values/bank_projections.hpp"
#include "common/print.hpp"
#include "common/tensor.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace attention::show
{

using common::number;
using common::numbers;

/// A matrix, and what to write around it.
struct Named {
    std::string name;
    Matrix M;
    std::vector<std::string> columns;
    int decimals = 3;
    std::vector<std::string> rows = {};  ///< none where the matrix to the left has them
};

/// A matrix as lines of the same length: its name and shape, the names of its columns, and its rows.
inline std::vector<std::string> lines_of(const Named& named)
{
    std::vector<std::string> lines = {fmt::format("{} ({}, {})", named.name, named.M.shape(0), named.M.shape(1)), ""};
    for (const std::string& row : named.rows) lines.push_back(fmt::format("{:<6}", row));
    lines.resize(2 + named.M.shape(0));
    lines[1] = named.rows.empty() ? "" : std::string(6, ' ');
    for (std::size_t j = 0; j < named.M.shape(1); ++j) {
        std::vector<std::string> cells = {named.columns[j]};
        for (std::size_t i = 0; i < named.M.shape(0); ++i) cells.push_back(number(named.M(i, j), named.decimals));
        std::size_t width = 0;
        for (const std::string& cell : cells) width = std::max(width, cell.size() + (j == 0 ? 0 : 2));
        for (std::size_t i = 0; i < cells.size(); ++i) lines[1 + i] += fmt::format("{:>{}}", cells[i], width);
    }
    std::size_t widest = 0;
    for (const std::string& line : lines) widest = std::max(widest, line.size());
    for (std::string& line : lines) line.resize(widest, ' ');
    return lines;
}

/// Print matrices with the same rows next to each other.
inline void side_by_side(const std::vector<Named>& matrices)
{
    std::vector<std::string> together(2 + matrices.front().M.shape(0), " ");
    for (std::size_t k = 0; k < matrices.size(); ++k) {
        const std::vector<std::string> lines = lines_of(matrices[k]);
        for (std::size_t i = 0; i < together.size(); ++i) together[i] += (k == 0 ? " " : "    ") + lines[i];
    }
    for (const std::string& line : together) fmt::print("{}\n", line.substr(0, line.find_last_not_of(' ') + 1));
}

/// Every matrix between the words of a sentence and what they gather.
inline void every_matrix(const bank::WordVectors& sentence, const Steps& steps)
{
    const std::vector<std::string>& words = sentence.words;
    side_by_side({{"X", sentence.X, bank::features, 1, words},
                  {"Q", steps.roles.Q, bank::questions, 1},
                  {"K", steps.roles.K, {"water", "money"}, 1}});
    side_by_side({{"scores", steps.scores, words, 1, words}, {"weights", steps.weights, words}});
    side_by_side({{"V", steps.roles.V, bank::features, 2, words}, {"output", steps.output, bank::features}});
}

/// What the words of two sentences have become.
inline void both_ends(const bank::WordVectors& sentence, const Steps& steps, const bank::WordVectors& other,
                      const Steps& other_steps)
{
    const auto name = [](const bank::WordVectors& s) { return "X + output, the " + s.words[1] + " bank"; };
    side_by_side({{name(sentence), steps.after, bank::features, 3, sentence.words},
                  {name(other), other_steps.after, bank::features, 3, other.words}});
}

/// Cat, sat and mat, each its own query, key and value.
inline void cat_sat_mat_together()
{
    const Matrix& X = cat_sat_mat::X;
    const std::vector<std::string>& words = cat_sat_mat::words;
    const Attention found = dot_product_attention(X, X, X);
    side_by_side({{"scores", score_matrix(X, X), words, 0, words},
                  {"weights", found.weights, words},
                  {"output", found.output, {"first", "second"}}});
}

/// Four mistakes, and which of two examples notices them.
inline void what_tests_notice()
{
    const Noticed hand = mistakes_noticed(by_hand);
    const Noticed sizes = mistakes_noticed(all_sizes_differ);
    const auto yes = [](bool noticed) { return std::string(noticed ? "yes" : "no"); };
    common::Table table({"a mistake is noticed", "by hand", "n = 2, m = 3, d_k = 5, d_v = 6"});
    table.add_row({"Q K, not Q K^T", yes(hand.not_transposed), yes(sizes.not_transposed)});
    table.add_row({"keys blended, not values", yes(hand.keys_for_values), yes(sizes.keys_for_values)});
    table.add_row({"keys and values exchanged", yes(hand.roles_exchanged), yes(sizes.roles_exchanged)});
    table.add_row({"softmax down the columns", yes(hand.down_columns), yes(sizes.down_columns)});
    table.print();
}

/// Numbers as short as they can be written: `1 0 0.5`.
inline std::string short_numbers(const Vector& v)
{
    std::string text;
    for (const double x : v) text += fmt::format("{}{:g}", text.empty() ? "" : " ", x);
    return text;
}

/// Each feature of the car: how much of it was seen, its key, its score, its weight, and how strongly it speaks for a car.
inline void car_by_features()
{
    const Attention found = dot_product_attention(car::seen, car::related, car::speaks_for_a_car);
    const Matrix scores = score_matrix(car::seen, car::related);
    common::Table table({"feature", "seen", "key", "score", "weight", "value"});
    for (std::size_t j = 0; j < car::features.size(); ++j) {
        table.add_row({car::features[j], number(car::seen(0, j), 2), short_numbers(row_of(car::related, j)),
                       number(scores(0, j), 3), number(found.weights(0, j), 3),
                       number(car::speaks_for_a_car(j, 0), 2)});
    }
    table.print();
}

/// What comes out for other vehicles.
inline void other_vehicles()
{
    common::Table table({"seen", "", "output"});
    for (const car::Vehicle& vehicle : car::others) {
        table.add_row({vehicle.name, short_numbers(row_of(vehicle.seen, 0)), number(car::answer(vehicle.seen), 3)});
    }
    table.print();
}

/// The pairs of features that do not go together in both directions.
inline void one_way_pairs()
{
    const Matrix& R = car::related;
    for (std::size_t i = 0; i < 8; ++i) {
        for (std::size_t j = i + 1; j < 8; ++j) {
            if (R(i, j) == R(j, i)) continue;
            fmt::print("  not symmetric: {} -> {} is {}, back it is {}\n", car::features[i], car::features[j],
                       number(R(i, j), 0), number(R(j, i), 0));
        }
    }
}

/// What comes out where the source of the page is taken at its word.
inline void slips()
{
    Matrix eleven = car::related;
    eleven(0, 0) = 11;
    const Attention literal = dot_product_attention(car::seen, eleven, car::speaks_for_a_car);
    const Matrix letters = dot_product_attention(car::related, car::seen, {{1}}).weights;
    one_way_pairs();
    fmt::print("  11 taken at its word: weight {} on headlights, output {}\n", number(literal.weights(0, 0), 3),
               number(literal.output(0, 0), 3));
    fmt::print("  with the thread's letters, eight queries and one key: every weight is {}\n",
               number(xt::amin(letters)(), 0));
}

}  // namespace attention::show
