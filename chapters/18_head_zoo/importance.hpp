/// \file
/// Chapter 18: what heads look at, and what is lost without them.
#pragma once

#include "17_induction/forward.hpp"
#include "18_head_zoo/head_scores.hpp"
#include "18_head_zoo/zoo.hpp"

#include "common/tensor.hpp"

#include <array>
#include <cstddef>
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

/// The share of right answers, for each kind of question.
using Accuracies = std::array<double, kinds>;

/// How well a model answers when something is taken from it.
///
/// \param model      trained or not
/// \param sentences  that it has not seen
/// \param ablation   what is taken
inline Accuracies accuracies_with(const Parameters<float>& model, const std::vector<Sentence>& sentences,
                                  const Ablation<float>& ablation)
{
    constexpr std::size_t at_a_time = 50;  // their trace is small, and its memory is used again
    Trace<float> trace;
    std::array<Sequences, kinds> asked;
    for (std::size_t kind = 0; kind < kinds; ++kind) asked[kind] = sequences_of(sentences, static_cast<Kind>(kind));
    Accuracies accuracies{};
    for (std::size_t first = 0; first < sentences.size(); first += at_a_time) {
        forward(model, asked[0].from(first, at_a_time), ablation, trace);
        for (std::size_t kind = 0; kind < kinds; ++kind) {
            const Sequences part = asked[kind].from(first, at_a_time);
            const double share = static_cast<double>(part.count()) / static_cast<double>(sentences.size());
            accuracies[kind] += share * result_of(trace, part).accuracy;
        }
    }
    return accuracies;
}

/// How well a model answers without some of its heads: what they say is replaced, everything else stays.
///
/// \param model      trained or not
/// \param sentences  that it has not seen
/// \param removed    any heads, or none
/// \param instead    what they say in its place, as from `mean_outputs`; by default 0
inline Accuracies accuracies_without(const Parameters<float>& model, const std::vector<Sentence>& sentences,
                                     const std::vector<HeadName>& removed, const Numbers<float>& instead = {})
{
    return accuracies_with(model, sentences, {.removed = removed, .instead = instead, .cut = {}});
}

/// What each head says on average, over all words of all sentences: what is left of a head that no longer listens.
///
/// \param model      trained or not
/// \param sentences  at least one
/// \return           a row for each layer, its heads side by side, shape (layers, heads d_head)
inline Numbers<float> mean_outputs(const Parameters<float>& model, const std::vector<Sentence>& sentences)
{
    const Trace<float> trace = forward(model, sequences_of(sentences));
    Numbers<float> means = xt::zeros<float>({model.shape.layers, model.shape.heads * model.shape.d_head});
    for (std::size_t layer = 0; layer < model.shape.layers; ++layer) {
        const Numbers<float>& found = trace.layers[layer].found;
        for (std::size_t c = 0; c < found.shape(1); ++c) {
            double sum = 0.0;
            for (std::size_t r = 0; r < found.shape(0); ++r) sum += static_cast<double>(found(r, c));
            means(layer, c) = static_cast<float>(sum / static_cast<double>(found.shape(0)));
        }
    }
    return means;
}

/// Where one head looks: means over many sentences.
struct Looks {
    Masses masses{};        ///< when a question is asked
    double one_back = 0.0;  ///< when words are read that must know which word came before
};

/// Where each head looks.
///
/// \param model      trained or not
/// \param sentences  any number
/// \return           one for each head, in the order of `heads_of`
inline std::vector<Looks> looks_of(const Parameters<float>& model, const std::vector<Sentence>& sentences)
{
    const std::vector<HeadName> heads = heads_of(model.shape);
    const Trace<float> trace = forward(model, sequences_of(sentences));
    std::vector<Looks> mean(heads.size());
    const double part = 1.0 / static_cast<double>(sentences.size());
    for (std::size_t h = 0; h < heads.size(); ++h) {
        for (std::size_t s = 0; s < sentences.size(); ++s) {
            const Matrix weights = weights_of(trace, s, heads[h]);
            const Masses masses = masses_of(weights, sentences[s]);
            mean[h].one_back += part * mass_one_back(weights, sentences[s]);
            for (std::size_t kind = 0; kind < kinds; ++kind) {
                mean[h].masses[kind].source += part * masses[kind].source;
                mean[h].masses[kind].distractor += part * masses[kind].distractor;
                mean[h].masses[kind].after += part * masses[kind].after;
            }
        }
    }
    return mean;
}

/// What is known about the heads of a model.
struct HeadTable {
    std::vector<HeadName> heads;           ///< all of them
    std::vector<Looks> looks;              ///< where each looks
    std::vector<Accuracies> without;       ///< how well the model does without each, 0 in its place
    std::vector<Accuracies> without_mean;  ///< the same, with what each says on average in its place
    Accuracies whole{};                    ///< how well it does with all

    /// How many answers of a kind are lost without a head.
    double cost(std::size_t head, std::size_t kind) const { return whole[kind] - without[head][kind]; }

    /// Which head puts most on the source of a kind of question.
    std::size_t best(std::size_t kind) const
    {
        std::size_t best = 0;
        for (std::size_t h = 1; h < heads.size(); ++h)
            best = looks[h].masses[kind].source > looks[best].masses[kind].source ? h : best;
        return best;
    }

    /// Which head is missed most when a kind of question is asked.
    std::size_t costliest(std::size_t kind) const
    {
        std::size_t costliest = 0;
        for (std::size_t h = 1; h < heads.size(); ++h)
            costliest = cost(h, kind) > cost(costliest, kind) ? h : costliest;
        return costliest;
    }

    /// The cost of a head whose output is replaced by its mean, not by 0.
    double cost_by_mean(std::size_t head, std::size_t kind) const { return whole[kind] - without_mean[head][kind]; }

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
    const Numbers<float> means = mean_outputs(model, sentences);
    HeadTable table{
        heads_of(model.shape), looks_of(model, sentences), {}, {}, accuracies_without(model, sentences, {})};
    for (const HeadName& head : table.heads) {
        table.without.push_back(accuracies_without(model, sentences, {head}));
        table.without_mean.push_back(accuracies_without(model, sentences, {head}, means));
    }
    return table;
}

}  // namespace attention
