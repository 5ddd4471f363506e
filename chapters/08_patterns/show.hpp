/// \file
/// Chapter 8: what the program prints and draws; nothing to learn here.
#pragma once

#include "08_patterns/constructed.hpp"
#include "08_patterns/entropy.hpp"
#include "08_patterns/patterns.hpp"
#include "08_patterns/twenty_questions.hpp"

#include "common/bars.hpp"
#include "common/heat_map.hpp"
#include "common/pictures.hpp"
#include "common/print.hpp"
#include "common/svg.hpp"
#include "common/tensor.hpp"

#include <fmt/core.h>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace attention::show
{

using common::number;

/// A row of weights, and what to call it.
struct NamedRow {
    std::string name;
    Vector weights;
};

/// Where "sat" looks: to scale, and beside that the number of blocks that Tsugrii draws for each word.
inline void sat(const std::vector<std::string>& words, const Vector& weights, const Vector& blocks)
{
    common::heading("Where \"sat\" looks, drawn to scale");
    fmt::print("{}", common::bars(words, weights, 1.0, 2));

    common::heading("As Tsugrii draws it: how many blocks for 0.01 of weight?");
    common::Table table({"word", "weight", "blocks drawn", "blocks for each 0.01"});
    for (std::size_t j = 0; j < words.size(); ++j) {
        table.add_row({words[j], number(weights(j), 2), number(blocks(j), 0), number(blocks(j) / weights(j) / 100, 3)});
    }
    table.print();
}

/// How spread out some rows are, by the game and by the formula.
inline void spread(const std::vector<NamedRow>& rows)
{
    common::heading("How spread out is a row?");
    common::Table table({"row", "keys", "questions", "bits", "nats", "effective keys"});
    for (const auto& [name, weights] : rows) {
        table.add_row({name, std::to_string(weights.size()), number(average_questions(weights), 3),
                       number(bits(entropy(weights)), 3), number(entropy(weights), 3),
                       number(effective_tokens(weights), 3)});
    }
    table.print();
}

/// The share of each map's weight on the cells of each shape, what the map is recognised as, and over how
/// many keys its rows are spread, on average.
inline void recognition(const std::vector<std::string>& names, const std::vector<Matrix>& maps)
{
    common::heading(fmt::format("Share on each shape's cells; seen if above {}, and {} above even weights", least_share,
                                least_above_chance));
    common::Table table({"made as", "self", "previous", "sink", "block", "induction", "seen as", "keys"});
    for (std::size_t k = 0; k < maps.size(); ++k) {
        std::vector<std::string> row = {names[k]};
        for (std::size_t p = 0; p < pattern_names.size(); ++p) {
            const BoolMatrix cells = cells_of(static_cast<Pattern>(p), constructed::word_numbers, constructed::groups);
            row.push_back(number(weight_on(cells, maps[k]), 2));
        }
        const auto seen = recognise(maps[k], constructed::word_numbers, constructed::groups);
        row.push_back(seen ? pattern_names[static_cast<std::size_t>(*seen)] : "none");
        const Vector keys = xt::exp(entropy_rows(maps[k]));  // (8)
        row.push_back(number(xt::mean(keys)(), 2));
        table.add_row(row);
    }
    table.print();
}

/// What there is to see in each of the five maps, in the order of `Pattern`.
inline const std::array<std::string_view, 5> descriptions = {
    "Eight by eight cells. Only the diagonal is dark: every position has nearly all its weight on itself.",
    "Eight by eight cells. The cells just below the diagonal are dark: every position has nearly all its weight on the one "
    "before it. The first row has none before it and is evenly pale.",
    "Eight by eight cells. The first column is dark from top to bottom: every position looks at the start mark.",
    "Eight by eight cells. Two pale squares of four by four lie along the diagonal: every position spreads its weight "
    "evenly over its own group of four.",
    "Eight by eight cells, those above the diagonal hatched: they may not be seen. The second a, b and c look at what "
    "followed the first a, b and c, two places left of the diagonal; the third a shares its weight between two places. The "
    "first four rows spread evenly over what they may see."};

/// One of the five maps.
inline common::HeatMap shape(Pattern pattern)
{
    const auto p = static_cast<std::size_t>(pattern);
    common::HeatMap map{.title = "Shape: " + pattern_names[p],
                        .description = std::string(descriptions[p]),
                        .values = constructed::weights_for(pattern),
                        .rows = constructed::words,
                        .columns = constructed::words,
                        .decimals = 0};
    if (pattern == Pattern::induction) map.masked = constructed::later_keys();
    return map;
}

/// The five maps, one file each.
inline void save_shapes(const common::Pictures& pictures)
{
    const std::array<std::string_view, 5> files = {"self.svg", "previous.svg", "sink.svg", "block.svg",
                                                   "induction.svg"};
    for (std::size_t p = 0; p < files.size(); ++p) pictures.save(files[p], shape(static_cast<Pattern>(p)).svg());
}

/// A key in the picture of the game: a framed box, and beside it how often it is drawn and what it costs.
inline void draw_key(common::Svg& svg, double x, double y, const std::string& key, std::size_t questions)
{
    svg.box(x, y, 90, 36, "key");
    svg.text(x + 45, y + 23, key, "key strong", common::Anchor::middle, 15);
    svg.text(x + 102, y + 14, fmt::format("weight 1/{}:", std::size_t{1} << questions));
    svg.text(x + 102, y + 31, fmt::format("{} question{}", questions, questions == 1 ? "" : "s"));
}

/// The game of questions for keys of weight 1/2, 1/4, 1/8, ..., the last two equal.
inline std::string game(const std::vector<std::string>& keys)
{
    const std::size_t questions = keys.size() - 1;
    common::Svg svg(
        400, 130 + 84 * static_cast<double>(questions), "Which key was drawn? Halve the weight",
        "Questions from top to bottom. Each asks for the heaviest key that is left. Yes leads right to that key, "
        "no leads down to the next question. The heavier a key, the sooner it is found.");
    svg.paragraph(20, 28, 364, "Which key was drawn? Each question halves the weight that is left", "ink", 15);
    for (std::size_t q = 0; q < questions; ++q) {
        const double y = 70 + 84 * static_cast<double>(q);
        svg.box(20, y, 136, 36, "muted");
        svg.text(88, y + 23, fmt::format("Is it \"{}\"?", keys[q]), "ink", common::Anchor::middle, 14);
        svg.arrow(156, y + 18, 196, y + 18, "muted");
        svg.text(173, y + 12, "yes", "muted", common::Anchor::middle, 12);
        draw_key(svg, 200, y, keys[q], q + 1);
        svg.arrow(88, y + 36, 88, y + 82, "muted");
        svg.text(97, y + 63, "no", "muted", common::Anchor::start, 12);
    }
    draw_key(svg, 43, 70 + 84 * static_cast<double>(questions), keys.back(), questions);
    return svg.document();
}

}  // namespace attention::show
