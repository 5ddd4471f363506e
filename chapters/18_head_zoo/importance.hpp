/// \file
/// Chapter 18: what heads look at, and what is lost without them.
#pragma once

#include "17_induction/forward.hpp"
#include "18_head_zoo/head_scores.hpp"
#include "18_head_zoo/zoo.hpp"

#include "common/parallel.hpp"
#include "common/tensor.hpp"

#include <array>
#include <cstddef>
#include <functional>
#include <vector>

namespace attention
{

/// All heads of a model, layer after layer.
inline std::vector<HeadName> heads_of(const ModelShape& shape)
{
    std::vector<HeadName> heads;
    for (std::size_t layer = 0; layer < shape.layers; ++layer) {
        for (std::size_t head = 0; head < shape.heads; ++head) heads.push_back({layer, head});
    }
    return heads;
}

/// The heads of one layer.
inline std::vector<HeadName> heads_of_layer(const ModelShape& shape, std::size_t layer)
{
    std::vector<HeadName> heads;
    for (std::size_t head = 0; head < shape.heads; ++head) heads.push_back({layer, head});
    return heads;
}

/// Have a model read each sentence, on several threads.
///
/// \param model      trained or not
/// \param sentences  any number
/// \param removed    heads whose output is replaced by 0
/// \param look       gets the number of a sentence and the trace of that sentence alone
inline void read_each(const Parameters<float>& model, const std::vector<Sentence>& sentences,
                      const std::vector<HeadName>& removed,
                      const std::function<void(std::size_t, const Trace<float>&)>& look)
{
    common::in_parallel(sentences.size(), 0,
                        [&](std::size_t s) { look(s, forward(model, sequences_of({sentences[s]}), removed)); });
}

/// The share of right answers, for each kind of question.
using Accuracies = std::array<double, kinds>;

/// How well a model answers without some of its heads: what they say is replaced by 0, everything else stays.
///
/// \param model      trained or not
/// \param sentences  that it has not seen
/// \param removed    any heads, or none
inline Accuracies accuracies_without(const Parameters<float>& model, const std::vector<Sentence>& sentences,
                                     const std::vector<HeadName>& removed)
{
    std::vector<Accuracies> right(sentences.size());
    read_each(model, sentences, removed, [&](std::size_t s, const Trace<float>& trace) {
        for (std::size_t kind = 0; kind < kinds; ++kind) {
            const Sequences asked = sequences_of({sentences[s]}, static_cast<Kind>(kind));
            right[s][kind] = result_of(trace, asked).accuracy;
        }
    });
    Accuracies mean{};
    for (const Accuracies& one : right) {
        for (std::size_t kind = 0; kind < kinds; ++kind) mean[kind] += one[kind] / static_cast<double>(right.size());
    }
    return mean;
}

/// Where one head looks: means over many sentences.
struct Looks {
    Masses masses{};        ///< when a question is asked
    double one_back = 0.0;  ///< when the source of the induction question is read: how much it helps
};

/// Where each head looks.
///
/// \param model      trained or not
/// \param sentences  any number
/// \return           one for each head, in the order of `heads_of`
inline std::vector<Looks> looks_of(const Parameters<float>& model, const std::vector<Sentence>& sentences)
{
    const std::vector<HeadName> heads = heads_of(model.shape);
    std::vector<std::vector<Looks>> seen(sentences.size(), std::vector<Looks>(heads.size()));
    read_each(model, sentences, {}, [&](std::size_t s, const Trace<float>& trace) {
        for (std::size_t h = 0; h < heads.size(); ++h) {
            const Matrix weights = weights_of(trace, 0, heads[h]);
            seen[s][h] = {masses_of(weights, sentences[s]), mass_one_back(weights, sentences[s])};
        }
    });
    std::vector<Looks> mean(heads.size());
    const double part = 1.0 / static_cast<double>(sentences.size());
    for (const std::vector<Looks>& one : seen) {
        for (std::size_t h = 0; h < heads.size(); ++h) {
            mean[h].one_back += part * one[h].one_back;
            for (std::size_t kind = 0; kind < kinds; ++kind) {
                mean[h].masses[kind].source += part * one[h].masses[kind].source;
                mean[h].masses[kind].distractor += part * one[h].masses[kind].distractor;
            }
        }
    }
    return mean;
}

/// What is known about the heads of a model.
struct HeadTable {
    std::vector<HeadName> heads;      ///< all of them
    std::vector<Looks> looks;         ///< where each looks
    std::vector<Accuracies> without;  ///< how well the model does without each
    Accuracies whole{};               ///< how well it does with all

    /// What a kind of question loses without a head.
    double cost(std::size_t head, std::size_t kind) const { return whole[kind] - without[head][kind]; }

    /// Which head puts most on the source of a kind of question.
    std::size_t best(std::size_t kind) const
    {
        std::size_t best = 0;
        for (std::size_t h = 1; h < heads.size(); ++h)
            best = looks[h].masses[kind].source > looks[best].masses[kind].source ? h : best;
        return best;
    }

    /// All heads of a kind.
    std::vector<HeadName> of_kind(std::size_t kind) const
    {
        std::vector<HeadName> found;
        for (std::size_t h = 0; h < heads.size(); ++h) {
            if (is_of_kind(looks[h].masses[kind])) found.push_back(heads[h]);
        }
        return found;
    }
};

/// Look at every head, then take each away in turn.
///
/// \param model      trained
/// \param sentences  that it has not seen
inline HeadTable head_table(const Parameters<float>& model, const std::vector<Sentence>& sentences)
{
    HeadTable table{heads_of(model.shape), looks_of(model, sentences), {}, accuracies_without(model, sentences, {})};
    for (const HeadName& head : table.heads) table.without.push_back(accuracies_without(model, sentences, {head}));
    return table;
}

}  // namespace attention
