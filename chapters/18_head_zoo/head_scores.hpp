/// \file
/// Chapter 18: what kind a head is of, by where its weights lie.
#pragma once

#include "18_head_zoo/sentences.hpp"

#include "common/require.hpp"
#include "common/tensor.hpp"

#include <array>
#include <cstddef>
#include <optional>

namespace attention
{

/// How much of its weight a word that asks puts on the place that knows, and on the one that is easily taken for it.
struct Mass {
    double source = 0.0;      ///< between 0 and 1
    double distractor = 0.0;  ///< between 0 and 1
};

/// The mass of one question.
///
/// \param question  where it is asked, and where its answer stands
/// \param weights   of one head, for the words of that sentence, shape (n, n)
/// \throws std::invalid_argument  where the question is about a longer sentence
inline Mass mass_of(const Question& question, const Matrix& weights)
{
    common::require(question.asks < weights.shape(0) && question.source < weights.shape(1) &&
                        question.distractor < weights.shape(1),
                    "mass_of: place {} asks, {} knows, {} distracts, but the weights are ({}, {})", question.asks,
                    question.source, question.distractor, weights.shape(0), weights.shape(1));
    return {weights(question.asks, question.source), weights(question.asks, question.distractor)};
}

/// The masses of a head, one for each kind of question.
using Masses = std::array<Mass, kinds>;

/// Add a sentence to the mean over many.
///
/// \param weights   of the head for this sentence, shape (n, n)
/// \param sentence  with its four questions
/// \param part      what one sentence counts: 1 / (number of sentences)
/// \param masses    are changed
inline void add_masses(const Matrix& weights, const Sentence& sentence, double part, Masses& masses)
{
    for (std::size_t kind = 0; kind < kinds; ++kind) {
        const Mass mass = mass_of(sentence.questions[kind], weights);
        masses[kind].source += part * mass.source;
        masses[kind].distractor += part * mass.distractor;
    }
}

/// From how much mass on a source on a head counts as one that looks there.
inline constexpr double looks_there = 0.4;

/// What kind a head is of: the one on whose source it puts most, if that is a good part, and much more than the
/// distractor gets.
///
/// \param masses  means over many sentences
/// \return        a kind, or nothing: most of what heads do has no name
inline std::optional<Kind> kind_of(const Masses& masses)
{
    std::size_t best = 0;
    for (std::size_t kind = 1; kind < kinds; ++kind) best = masses[kind].source > masses[best].source ? kind : best;
    const bool looks = masses[best].source >= looks_there && masses[best].source > 3.0 * masses[best].distractor;
    if (!looks) return std::nullopt;
    return static_cast<Kind>(best);
}

}  // namespace attention
