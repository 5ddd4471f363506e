/// \file
/// Chapter 18: does the model find the subject, or just a noun? The same words in another order, and paths that are cut.
#pragma once

#include "17_induction/forward.hpp"
#include "18_head_zoo/importance.hpp"
#include "18_head_zoo/sentences.hpp"
#include "18_head_zoo/zoo.hpp"

#include "common/tile.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace attention
{

/// The sentences in which the noun nearby would ask for the other ending, so that mistaking it for the subject shows.
inline std::vector<Sentence> where_nouns_differ(const std::vector<Sentence>& sentences)
{
    const auto is_many = [](const Sentence& sentence, std::size_t place) {
        return Words::noun_many.has(sentence.words[place]);
    };
    std::vector<Sentence> some;
    std::ranges::copy_if(sentences, std::back_inserter(some), [&](const Sentence& sentence) {
        const Question& question = sentence.questions[static_cast<std::size_t>(Kind::syntactic)];
        return is_many(sentence, question.source) != is_many(sentence, question.distractor);
    });
    return some;
}

/// Some of the sentences, by the order of subject and noun nearby.
///
/// \param sentences      any
/// \param subject_first  true for those like "dog near cats", false for those like "near cats dog"
inline std::vector<Sentence> where_subject_comes(const std::vector<Sentence>& sentences, bool subject_first)
{
    std::vector<Sentence> some;
    std::ranges::copy_if(sentences, std::back_inserter(some), [&](const Sentence& sentence) {
        const Question& question = sentence.questions[static_cast<std::size_t>(Kind::syntactic)];
        return (question.source < question.distractor) == subject_first;
    });
    return some;
}

/// How much each head of the last layer looks at the very word that asks.
///
/// \param model      trained or not
/// \param sentences  at least one
/// \param kind       of questions
/// \return           the mean weight, one for each head of the layer
inline std::vector<double> looks_at_itself(const Parameters<float>& model, const std::vector<Sentence>& sentences,
                                           Kind kind)
{
    const Trace<float> trace = forward(model, sequences_of(sentences));
    std::vector<double> mean;
    for (const HeadName& head : heads_of_layer(model.shape, model.shape.layers - 1)) {
        double sum = 0.0;
        for (std::size_t s = 0; s < sentences.size(); ++s) {
            const std::size_t asks = sentences[s].questions[static_cast<std::size_t>(kind)].asks;
            sum += weights_of(trace, s, head)(asks, asks);
        }
        mean.push_back(sum / static_cast<double>(sentences.size()));
    }
    return mean;
}

/// The same sentence with source and distractor exchanged: "cats near dog" for "dog near cats". The words are the same, but
/// the answer is not.
///
/// \param sentence  any
/// \param kind      syntactic or coreference: for these, the order of the words decides
inline Sentence with_pair_exchanged(Sentence sentence, Kind kind)
{
    Question& question = sentence.questions[static_cast<std::size_t>(kind)];
    std::swap(sentence.words[question.source], sentence.words[question.distractor]);
    const int now_right = sentence.words[question.source];
    const int ending = Words::noun_many.has(now_right) ? Words::ending_many : Words::ending_one;
    question.answer = kind == Kind::syntactic ? ending : now_right;
    sentence.words[question.asks + 1] = question.answer;
    return sentence;
}

/// Whether a model answers a kind of question, sentence by sentence.
inline std::vector<bool> right_answers(const Parameters<float>& model, const std::vector<Sentence>& sentences,
                                       Kind kind)
{
    const Trace<float> trace = forward(model, sequences_of(sentences));
    std::vector<bool> right;
    for (std::size_t s = 0; s < sentences.size(); ++s) {
        const Question& question = sentences[s].questions[static_cast<std::size_t>(kind)];
        const float* scores = common::tile_of(trace.logits).row(s * sentence_length + question.asks);
        right.push_back(std::max_element(scores, scores + trace.logits.shape(1)) - scores == question.answer);
    }
    return right;
}

/// How well a model answers sentences whose pair is exchanged.
struct Exchange {
    double before = 0.0;  ///< right answers to the sentences as they are
    double after = 0.0;   ///< right answers with the pair exchanged
    double both = 0.0;    ///< right both times; never, for a model that only knows which words there are
};

/// Ask twice: as it is, and with the pair exchanged.
///
/// \param model      trained or not
/// \param sentences  in which the exchange changes the answer
/// \param kind       syntactic or coreference
inline Exchange exchange_of(const Parameters<float>& model, const std::vector<Sentence>& sentences, Kind kind)
{
    std::vector<Sentence> exchanged;
    for (const Sentence& sentence : sentences) exchanged.push_back(with_pair_exchanged(sentence, kind));
    const std::vector<bool> before = right_answers(model, sentences, kind);
    const std::vector<bool> after = right_answers(model, exchanged, kind);
    Exchange result;
    const double part = 1.0 / static_cast<double>(sentences.size());
    for (std::size_t s = 0; s < sentences.size(); ++s) {
        result.before += before[s] ? part : 0.0;
        result.after += after[s] ? part : 0.0;
        result.both += before[s] && after[s] ? part : 0.0;
    }
    return result;
}

/// What is left of the answers when some paths from layer 1 to layer 2 are cut.
struct CutPath {
    std::string name;         ///< which
    Accuracies accuracies{};  ///< of each kind of question
};

/// Cut the paths out of layer 1 as in chapter 17.
inline std::vector<CutPath> cut_each_path(const Parameters<float>& model, const std::vector<Sentence>& sentences)
{
    std::vector<CutPath> rows;
    const auto cut = [&](const std::string& name, const std::vector<Reader>& readers) {
        rows.push_back({name, accuracies_with(model, sentences, {.removed = {}, .instead = {}, .cut = readers})});
    };
    cut("nothing", {});
    cut("to layer 2's queries", {Reader::queries});
    cut("to layer 2's keys", {Reader::keys});
    cut("to layer 2's values", {Reader::values});
    cut("straight to the answer", {Reader::answer});
    cut("to values, to the answer", {Reader::values, Reader::answer});
    cut("to keys and values", {Reader::keys, Reader::values});
    return rows;
}

}  // namespace attention
