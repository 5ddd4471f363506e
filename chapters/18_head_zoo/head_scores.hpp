/// \file
/// Chapter 18: the kind of a head, by where its weights are.
#pragma once

#include "18_head_zoo/sentences.hpp"

#include "common/require.hpp"
#include "common/tensor.hpp"

#include <array>
#include <cstddef>
#include <vector>

namespace attention
{

/// How much of its weight a word that asks puts on the place that knows, and on two that do not.
struct Mass {
    double source = 0.0;      ///< on the place that knows, between 0 and 1
    double distractor = 0.0;  ///< on the one that is easily mistaken for it
    double after = 0.0;       ///< on the place right after the source, to which an earlier layer may have carried it
};

/// The mass of one question.
///
/// \param question  where it is asked, and where its answer is
/// \param weights   of one head, for the words of that sentence, shape (n, n)
/// \throws std::invalid_argument  if the question is about a longer sentence
inline Mass mass_of(const Question& question, const Matrix& weights)
{
    common::require(question.asks < weights.shape(0) && question.source < weights.shape(1) &&
                        question.distractor < weights.shape(1) && question.source < question.asks,
                    "mass_of: place {} asks, {} knows, {} distracts, but the weights are ({}, {})", question.asks,
                    question.source, question.distractor, weights.shape(0), weights.shape(1));
    const auto on = [&](std::size_t place) { return weights(question.asks, place); };
    return {on(question.source), on(question.distractor), on(question.source + 1)};
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

/// How much a head helps later ones that need to know which word came before: the weight that three words put on the place
/// before, when they are read themselves. These are the noun that is only nearby, the name of the one who is called, and the
/// word that came after "wug".
///
/// \param weights   of the head for this sentence, shape (n, n)
/// \param sentence  with its four questions
inline double mass_one_back(const Matrix& weights, const Sentence& sentence)
{
    const auto asked = [&](Kind kind) { return sentence.questions[static_cast<std::size_t>(kind)]; };
    double sum = 0.0;
    for (const std::size_t place :
         {asked(Kind::syntactic).distractor, asked(Kind::coreference).distractor, asked(Kind::induction).source})
        sum += weights(place, place - 1);
    return sum / 3.0;
}

/// What a head with even weights would put on a source: the mean of 1 / (number of places it may see).
inline double even_mass(const std::vector<Sentence>& sentences)
{
    double sum = 0.0;
    for (const Sentence& sentence : sentences) {
        for (const Question& question : sentence.questions) sum += 1.0 / static_cast<double>(question.asks + 1);
    }
    return sum / static_cast<double>(kinds * sentences.size());
}

/// The mass from which on a head counts as one that looks for the source. Even weights would give about 0.05.
inline constexpr double looks_there = 0.3;

/// Whether a head is of a kind: it puts much on the source, and little on what is easily mistaken for it. A head may be of
/// several kinds, because questions of different kinds do not get in each other's way.
///
/// \param mass  of the head for questions of this kind, the mean over many
inline bool is_of_kind(const Mass& mass) { return mass.source >= looks_there && mass.source > 4.0 * mass.distractor; }

}  // namespace attention
