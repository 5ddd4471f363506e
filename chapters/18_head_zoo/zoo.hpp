/// \file
/// Chapter 18: chapter 17's model, with more heads, learns the toy language.
#pragma once

#include "17_induction/backward.hpp"
#include "18_head_zoo/sentences.hpp"

#include "common/optimizer.hpp"
#include "common/random.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace attention
{

/// Sentences as a model reads them: all words, and what comes next where a question is asked.
///
/// \param sentences  any number
/// \param only       one kind of question alone, or all four
/// \return           one sequence per sentence
inline Sequences sequences_of(const std::vector<Sentence>& sentences, std::optional<Kind> only = std::nullopt)
{
    Sequences sequences{sentence_length, {}, {}};
    for (const Sentence& sentence : sentences) {
        std::vector<int> targets(sentence_length, nothing_asked);
        for (std::size_t kind = 0; kind < kinds; ++kind) {
            const bool asked = !only || static_cast<std::size_t>(*only) == kind;
            if (asked) targets[sentence.questions[kind].asks] = sentence.questions[kind].answer;
        }
        sequences.tokens.insert(sequences.tokens.end(), sentence.words.begin(), sentence.words.end());
        sequences.targets.insert(sequences.targets.end(), targets.begin(), targets.end());
    }
    return sequences;
}

/// Random sentences.
inline std::vector<Sentence> toy_sentences(std::size_t count, common::Random& random)
{
    std::vector<Sentence> sentences;
    for (std::size_t s = 0; s < count; ++s) sentences.push_back(toy_sentence(random));
    return sentences;
}

/// Two layers of four heads: small enough to train in seconds, with more heads than kinds of questions.
inline ModelShape zoo_shape()
{
    return {.vocabulary = dictionary.size(),
            .length = sentence_length,
            .d_model = 32,
            .heads = 4,
            .d_head = 8,
            .layers = 2};
}

/// How it learns.
struct ZooTraining {
    int steps = 2000;                                                           ///< batches
    std::size_t batch = 32;                                                     ///< sentences in each
    common::AdamSettings adam = {.rate = 6e-3, .beta_2 = 0.98, .warm_up = 50};  ///< how it steps
    int threads = 1;  ///< more would wait for each other after every step
};

/// A model as it learns, one step after the other. Its loss asks for the four answers and knows nothing about heads.
struct GrowingZoo {
    std::size_t at_a_time;          ///< sentences in a batch
    common::Random random;          ///< where its first numbers and all sentences come from
    Parameters<float> model;        ///< what has been learned so far
    BatchGradient<float> gradient;  ///< of the latest step
    common::Adam<float> adam;       ///< remembers the steps before
    int steps = 0;                  ///< so far

    /// A model that has learned nothing yet.
    GrowingZoo(std::uint64_t seed, const ZooTraining& training)
        : at_a_time(training.batch), random(seed), model(random_parameters<float>(zoo_shape(), random)),
          gradient(model.shape, training.threads), adam(training.adam)
    {
    }

    /// Learn from new sentences.
    void step()
    {
        gradient.of(model, sequences_of(toy_sentences(at_a_time, random)));
        adam.step(parts_of(model), parts_of(gradient.gradient()));
        ++steps;
    }
};

/// Train a model from nothing.
///
/// \param seed      of the first numbers and of all sentences; the same seed gives the same model, on any number of threads
/// \param training  how
/// \param watch     called before each step and after the last, with the number of steps so far and the model
/// \return          the trained model
inline Parameters<float> grown_zoo(std::uint64_t seed, const ZooTraining& training,
                                   const std::function<void(int, const Parameters<float>&)>& watch = {})
{
    GrowingZoo zoo(seed, training);
    if (watch) watch(0, zoo.model);
    while (zoo.steps < training.steps) {
        zoo.step();
        if (watch) watch(zoo.steps, zoo.model);
    }
    return zoo.model;
}

}  // namespace attention
