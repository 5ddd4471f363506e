/// \file
/// Chapter 16: what the program prints and draws; nothing to learn here.
#pragma once

#include "16_positions/cached_query.hpp"
#include "16_positions/four_parts.hpp"
#include "16_positions/linear_bias.hpp"
#include "16_positions/looking_back.hpp"
#include "16_positions/previous_token.hpp"
#include "16_positions/rotary.hpp"
#include "16_positions/scheme_changes.hpp"
#include "16_positions/shuffle.hpp"
#include "16_positions/sinusoidal.hpp"
#include "16_positions/turned_score.hpp"
#include "16_positions/wrong_positions.hpp"

#include "05_queries_keys_values/bank_projections.hpp"
#include "05_queries_keys_values/projections.hpp"
#include "07_attention/attention.hpp"
#include "12_masks/masks.hpp"

#include "common/heat_map.hpp"
#include "common/map.hpp"
#include "common/pictures.hpp"
#include "common/plane.hpp"
#include "common/plot.hpp"
#include "common/print.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"

#include <fmt/core.h>

#include <cstddef>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace attention::show
{

using common::number;
using common::numbers;

/// A largest change; what rounding does is no change.
inline std::string change(double largest) { return largest < 1e-12 ? "none" : number(largest, 2); }

/// One sentence in two orders, each word with its output.
inline void two_orders(const bank::WordVectors& sentence, const Projections& W, const std::vector<std::size_t>& order)
{
    const auto output_of = [&](const Matrix& X) {
        const Roles roles = roles_of(X, W);
        return dot_product_attention(roles.Q, roles.K, roles.V).output;
    };
    const Matrix as_it_is = output_of(sentence.X);
    const Matrix shuffled = output_of(in_order(sentence.X, order));
    common::Table table({"place", "word", "its output", "word", "its output, shuffled"});
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
        table.add_row({std::to_string(i), sentence.words[i], numbers(row_of(as_it_is, i), 2), sentence.words[order[i]],
                       numbers(row_of(shuffled, i), 2)});
    }
    table.print();
}

/// What a causal mask alone gives away.
inline void counting_mask()
{
    const Matrix weights = masked_softmax_rows(xt::zeros<double>({5, 5}), causal_mask(5, 5));
    fmt::print("  a causal mask, equal scores: place 0 gets {}\n", numbers(column_of(weights, 0), 2));
}

/// The three tests of every scheme.
inline void schemes(const std::vector<SchemeChanges>& all)
{
    common::Table table({"positions", "shuffled", "reversed", "moved by 5", "to learn"});
    for (const SchemeChanges& s : all)
        table.add_row(
            {s.name, change(s.shuffled), change(s.turned_round), change(s.moved), std::to_string(s.to_learn)});
    table.print();
}

/// How a table learned, and where it ends.
inline void learned_table(const std::vector<double>& weight, int every, const LookingBack& model)
{
    std::string sentences;
    std::string weights;
    for (std::size_t i = 0; i < weight.size(); ++i) {
        const std::size_t after = i * static_cast<std::size_t>(every);
        if (after % 250 != 0 && (after < 300 || after > 500)) continue;  // closely, where it happens
        sentences += fmt::format("{:>6}", after);
        weights += fmt::format("{:>6}", number(weight[i], 2));
    }
    fmt::print("  after sentences        {}\n~ weight on place before {}\n", sentences, weights);
    fmt::print("~ in 100 new sentences, words and all: {}\n",
               number(weight_in_sentences(model, 100, common::Random(20261128)), 2));
    fmt::print("  (table W_Q)(table W_K)^T: the place before scores highest in {} of {} rows\n",
               rows_that_look_back(scores_of_positions(model)), model.table.shape(0) - 1);
    try {
        learned_positions(model.table, model.table.shape(0) + 1);
    } catch (const std::invalid_argument& refused) {
        fmt::print("  {}\n", refused.what());
    }
}

/// Products of positions, far and near.
inline void products_of_positions()
{
    const Matrix P = sinusoidal_positions(110, 16);
    const Matrix products = score_matrix(P, P);  // (110, 110)
    common::Table table({"a", "p_0 . p_(0+a)", "p_50 . p_(50+a)", "p_100 . p_(100+a)"});
    for (const std::size_t apart : {0U, 1U, 2U, 5U}) {
        table.add_row({std::to_string(apart), number(products(0, apart), 3), number(products(50, 50 + apart), 3),
                       number(products(100, 100 + apart), 3)});
    }
    table.print();
}

/// The four parts of a score.
inline void four_parts(const std::vector<ScorePart>& parts)
{
    common::Table table({"largest change of", "no projections", "with W_Q, W_K"});
    for (const ScorePart& part : parts) table.add_row({part.name, change(part.plain), change(part.projected)});
    table.print();
}

/// One query and one key at several places.
inline void turned_pairs(const Matrix& q, const Matrix& k,
                         const std::vector<std::pair<std::size_t, std::size_t>>& pairs)
{
    for (const auto& [i, j] : pairs) {
        fmt::print("  query {} at {:>3}, key {} at {:>3}: score {:>6}\n", numbers(row_of(q, 0), 0), i,
                   numbers(row_of(k, 0), 0), j, number(turned_score(q, i, k, j), 3));
    }
}

/// The slopes, and what one of them does.
inline void slope_of_first(const Vector& all)
{
    fmt::print("  slopes of {} heads: {}\n", all.size(), numbers(all, 3));
    fmt::print("  head 1 adds to the scores of a query at place 4: {}\n",
               numbers(row_of(linear_bias(1, 5, all(0), 4), 0), 1));
}

/// Three heads that look one word back.
inline void heads_built_by_hand()
{
    common::Table table({"weight of place 8 on 7", "sinusoidal", "rotary", "one-hot"});
    const auto add = [&](const std::string& name, double beta) {
        table.add_row({name, number(previous_by_sinusoids(16, 16, beta)(8, 7), 3),
                       number(previous_by_rotary(16, 16, beta)(8, 7), 3),
                       number(previous_by_one_hot(16, beta)(8, 7), 3)});
    };
    for (const double beta : {4.0, 16.0, 32.0, 64.0}) add("beta = " + number(beta, 0), beta);
    table.print();
}

/// Right and wrong ways with rotary positions.
inline void mistakes(const RotaryMistakes& moved)
{
    fmt::print("  outputs, values left alone: {}; values turned as well: {}\n", change(moved.values_alone),
               change(moved.values_turned));
    fmt::print("  scores, halves are pairs in Q and in K: {}; in K alone: {}\n", change(moved.halves),
               change(moved.mixed));
    for (const std::size_t counted : {7U, 0U}) {
        fmt::print("  place 7 of 8 counted as {}: {}\n", counted, numbers(weights_when_counted(8, counted), 2));
    }
}

/// The rows of sines and cosines, as shades.
inline std::string sinusoidal_picture()
{
    common::HeatMap map{.title = "Sixteen positions of sixteen numbers",
                        .description = "A row for each position, a column for each number. On the left the columns "
                                       "change from row to row, on the right hardly at all.",
                        .values = sinusoidal_positions(16, 16),
                        .rows = {},
                        .columns = {},
                        .row_title = "place",
                        .column_title = "numbers of the row: s a sine, c a cosine"};
    map.decimals = 0;
    map.two_sided = true;
    for (std::size_t i = 0; i < 16; ++i) {
        map.rows.push_back(std::to_string(i));
        map.columns.emplace_back(i % 2 == 0 ? "s" : "c");
    }
    return map.svg();
}

/// A head that looks one word back.
inline std::string previous_picture()
{
    common::HeatMap map{.title = "A head that looks one word back, made of sines; beta = 32",
                        .description =
                            "A row for each position. The dark cells are just below the diagonal: each "
                            "position looks one back. Position 0 has nothing before it, and looks at itself.",
                        .values = previous_by_sinusoids(8, 16, 32.0),
                        .rows = {},
                        .columns = {},
                        .row_title = "query at place",
                        .column_title = "key at place"};
    for (std::size_t i = 0; i < 8; ++i) {
        map.rows.push_back(std::to_string(i));
        map.columns.push_back(std::to_string(i));
    }
    return map.svg();
}

/// A query and a key, turned twice: the angle between them stays.
inline std::string turned_picture()
{
    common::Plane plane{.title = "Two places apart, wherever that is",
                        .description =
                            "One query at places 4 and 5, one key at places 2 and 3, each turned by 1 radian "
                            "per place. From key to query the angle is the same both times.",
                        .x_title = "x, the first of the pair",
                        .y_title = "y, the second"};
    for (const std::size_t j : {2U, 3U}) {
        const Matrix k = rotated(Matrix{{0.6, 0}}, j);
        plane.arrows.push_back({fmt::format("k at {}", j), k(0, 0), k(0, 1), "key"});
    }
    for (const std::size_t i : {4U, 5U}) {
        const Matrix q = rotated(Matrix{{1, 0}}, i);
        plane.arrows.push_back({fmt::format("q at {}", i), q(0, 0), q(0, 1), "query"});
    }
    return plane.svg();
}

/// How the score of a word with itself falls with the distance.
inline std::string rotary_picture()
{
    common::Plot plot{.title = "Rotary: a query of ones and an equal key, moved apart",
                      .description =
                          "The score by distance, as a part of that at distance 0, for d_k = 16 and d_k = 64. "
                          "Both fall fast at first, then swing without ever returning to 1.",
                      .x_title = "places apart",
                      .y_title = "score, 1 at distance 0"};
    for (const std::size_t d_k : {16U, 64U}) {
        common::Curve curve{fmt::format("d_k = {}", d_k), {}, {}};
        for (const double score : fading_score(d_k, 61)) {
            curve.x.push_back(static_cast<double>(curve.x.size()));
            curve.y.push_back(score);
        }
        plot.curves.push_back(curve);
    }
    return plot.svg();
}

/// What each head's slope takes off a score.
inline std::string linear_bias_picture()
{
    common::Plot plot{.title = "Linear bias: what the distance takes off a score",
                      .description =
                          "A straight line downwards for each head: steep for head 1, almost level for head 8.",
                      .x_title = "places apart",
                      .y_title = "added to the score"};
    for (const std::size_t head : {0U, 1U, 2U, 3U, 5U, 7U}) {
        common::Curve curve{fmt::format("head {}", head + 1), {}, {}};
        for (std::size_t apart = 0; apart <= 20; apart += 2) {
            curve.x.push_back(static_cast<double>(apart));
            curve.y.push_back(linear_bias(1, 1, slopes(8)(head), apart)(0, 0));
        }
        plot.curves.push_back(curve);
    }
    return plot.svg();
}

/// All pictures of the lesson.
inline void draw(const common::Pictures& pictures)
{
    pictures.save("map.svg", common::map_svg({common::Step::vectors, common::Step::roles, common::Step::scores},
                                             "chapter 16: three points where attention can be told the order"));
    pictures.save("previous.svg", previous_picture());
    pictures.save("sinusoidal.svg", sinusoidal_picture());
    pictures.save("turned.svg", turned_picture());
    pictures.save("rotary.svg", rotary_picture());
    pictures.save("linear_bias.svg", linear_bias_picture());
}

}  // namespace attention::show
