/// \file
/// Chapter 18: what kind a head is of, by where its weights lie.
#pragma once

#include "18_head_zoo/sentences.hpp"

#include "common/require.hpp"
#include "common/tensor.hpp"

#include <array>
#include <cstddef>

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

/// The masses of a head in a sentence.
///
/// \param weights   of the head for this sentence, shape (n, n)
/// \param sentence  with its four questions
inline Masses masses_of(const Matrix& weights, const Sentence& sentence)
{
    Masses masses;
    for (std::size_t kind = 0; kind < kinds; ++kind) masses[kind] = mass_of(sentence.questions[kind], weights);
    return masses;
}

/// How much a head helps another to do induction: what the source of that question, when it was read, put on the place
/// before. Whoever wants to find what came after "wug" must find a word that knows that it came after "wug".
///
/// \param weights   of the head for this sentence, shape (n, n)
/// \param sentence  with its four questions
inline double mass_one_back(const Matrix& weights, const Sentence& sentence)
{
    const std::size_t source = sentence.questions[static_cast<std::size_t>(Kind::induction)].source;
    return weights(source, source - 1);
}

/// From how much mass on a source on a head counts as one that looks for it. Even weights would give about 0.06.
inline constexpr double looks_there = 0.3;

/// Whether a head is of a kind: much of its mass is on the source, and little on what is easily taken for it. A head may
/// be of several kinds, since questions of one kind are no trouble to those of another; most heads are of none.
///
/// \param mass  of the head for questions of this kind, the mean over many
inline bool is_of_kind(const Mass& mass) { return mass.source >= looks_there && mass.source > 4.0 * mass.distractor; }

}  // namespace attention
