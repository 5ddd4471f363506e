/// \file
/// Chapter 18: what the lesson claims of every model, whichever head has which job.
#pragma once

#include "17_induction/model.hpp"
#include "18_head_zoo/importance.hpp"
#include "18_head_zoo/sentences.hpp"
#include "18_head_zoo/structure.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace attention
{

/// Numbers that differ from seed to seed, and the bounds that hold for all that were tried.
struct Claims {
    double least_right = 0;      ///< accuracy on the kind of question that the model answers worst
    double syntax_both = 0;      ///< endings right before and after the nouns are exchanged
    double names_both = 0;       ///< names right before and after the names are exchanged
    double cut_two_kinds = 0;    ///< endings or names, the better of the two, without layer 1 in keys and values
    double cut_induction = 0;    ///< the same for induction
    bool has_idle_head = false;  ///< whether some head has mass 0.5 or more and costs 0.05 at most

    /// Four kinds of answers, by structure and not by words alone.
    bool answers() const { return std::min({least_right, syntax_both, names_both}) >= 0.95; }

    /// What layer 1 has written is needed.
    bool needs_layer_1() const { return cut_two_kinds < 0.7 && cut_induction < 0.5; }
};

/// Whether some head puts half of its weight or more on a source, and is not needed for that.
inline bool has_idle_head(const HeadTable& table)
{
    for (std::size_t h = 0; h < table.heads.size(); ++h) {
        for (std::size_t kind = 0; kind < kinds; ++kind) {
            if (table.looks[h].masses[kind].source >= 0.5 && table.cost(h, kind) <= 0.05) return true;
        }
    }
    return false;
}

/// Measure what is claimed of one model.
///
/// \param model      trained
/// \param table      of its heads
/// \param sentences  that it has not seen
inline Claims claims_of(const Parameters<float>& model, const HeadTable& table, const std::vector<Sentence>& sentences)
{
    const std::vector<Sentence> differ = where_nouns_differ(sentences);
    const Accuracies cut = cut_each_path(model, differ).back().accuracies;
    const auto of = [&](Kind kind) { return cut[static_cast<std::size_t>(kind)]; };
    return {.least_right = std::ranges::min(table.whole),
            .syntax_both = exchange_of(model, differ, Kind::syntactic).both,
            .names_both = exchange_of(model, sentences, Kind::coreference).both,
            .cut_two_kinds = std::max(of(Kind::syntactic), of(Kind::coreference)),
            .cut_induction = of(Kind::induction),
            .has_idle_head = has_idle_head(table)};
}

}  // namespace attention
