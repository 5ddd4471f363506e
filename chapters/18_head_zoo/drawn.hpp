/// \file
/// Chapter 18: where heads look, and what they cost, drawn.
#pragma once

#include "17_induction/forward.hpp"
#include "18_head_zoo/importance.hpp"
#include "18_head_zoo/printed.hpp"
#include "18_head_zoo/sentences.hpp"
#include "18_head_zoo/zoo.hpp"

#include "common/heat_map.hpp"
#include "common/pictures.hpp"
#include "common/tensor.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cstddef>

namespace attention
{

/// The four best heads, each at the word that asks.
inline void draw_looks(const HeadTable& table, const Parameters<float>& model, const Sentence& sentence,
                       const common::Pictures& pictures)
{
    const Trace<float> trace = forward(model, sequences_of({sentence}));
    common::HeatMap map{.title = "For each kind its best head, at the word that asks",
                        .description =
                            "Measured: a row for each kind of head, a column for each word of one sentence. Each row "
                            "is darkest at the word that knows the answer.",
                        .values = xt::zeros<double>({kinds, sentence.words.size()}),
                        .rows = {},
                        .columns = {},
                        .row_title = "who asks",
                        .column_title = "where it looks"};
    for (std::size_t kind = 0; kind < kinds; ++kind) {
        const std::size_t asks = sentence.questions[kind].asks;
        const Matrix weights = weights_of(trace, 0, table.heads[table.best(kind)]);
        set_row(map.values, kind, row_of(weights, asks));
        map.rows.push_back(fmt::format("{}: {}", kind_names[kind], word(sentence, asks)));
    }
    for (std::size_t place = 0; place < sentence.words.size(); ++place) map.columns.push_back(word(sentence, place));
    pictures.save("looks.svg", map.svg());
}

/// Mass and cost, each a map with a row for each head.
inline void draw_tables(const HeadTable& table, const common::Pictures& pictures)
{
    common::HeatMap mass{.title = "Mass: where each head looks",
                         .description = "Measured: a row for each head, a column for each kind of question; how much "
                                        "the head puts on the source of the answer.",
                         .values = xt::zeros<double>({table.heads.size(), kinds}),
                         .rows = {},
                         .columns = {"pos", "syn", "coref", "ind"},
                         .row_title = "head",
                         .column_title = "question"};
    common::HeatMap cost = mass;
    cost.title = "Cost: what is lost without it";
    cost.description = "Measured: a row for each head, a column for each kind of question; how many answers more are "
                       "wrong without the head. Few cells are dark, and not those of the other picture.";
    for (std::size_t h = 0; h < table.heads.size(); ++h) {
        mass.rows.push_back(name_of(table.heads[h]));
        cost.rows.push_back(name_of(table.heads[h]));
        for (std::size_t kind = 0; kind < kinds; ++kind) {
            mass.values(h, kind) = table.looks[h].masses[kind].source;
            cost.values(h, kind) = std::max(0.0, table.cost(h, kind));
        }
    }
    pictures.save("mass.svg", mass.svg());
    pictures.save("cost.svg", cost.svg());
}

}  // namespace attention
