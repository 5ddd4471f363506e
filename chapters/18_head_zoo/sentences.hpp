/// \file
/// Chapter 18: sentences of the toy language, each with four questions and where their answers stand.
#pragma once

#include "18_head_zoo/words.hpp"

#include "common/random.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace attention
{

/// The four questions, and so the four kinds of heads: each question has its own rule for where to look.
enum class Kind {
    positional,   ///< "ba twice": say the word before once more
    syntactic,    ///< "sing": an ending that agrees with the subject, not with the noun that is only near it
    coreference,  ///< "she": the one of two such names who calls the other
    induction,    ///< "wug", a second time: what came after it the first time
};

/// How many kinds there are.
inline constexpr std::size_t kinds = 4;

/// Their names, in the order of `Kind`.
inline const std::array<std::string, kinds> kind_names = {"positional", "syntactic", "coreference", "induction"};

/// One question in a sentence.
struct Question {
    std::size_t asks = 0;        ///< the place of the word that asks; the next word is to be predicted there
    int answer = 0;              ///< the word that should come next
    std::size_t source = 0;      ///< the place that knows the answer
    std::size_t distractor = 0;  ///< a place that looks much like it, and is wrong
};

/// A sentence and its four questions, in the order of `Kind`.
struct Sentence {
    std::vector<int> words;                   ///< each by its number in the dictionary
    std::array<Question, kinds> questions{};  ///< one of each kind
};

/// How many words a sentence has.
inline constexpr std::size_t sentence_length = 27;

/// How many of them are fillers.
inline constexpr std::size_t fillers_in_context = 2;

/// Two words of one class. Only the words beside them tell them apart.
struct Pair {
    int right = 0;      ///< the subject, or the one who calls
    int wrong = 0;      ///< the noun nearby, or the one who is called; it comes right after the marker
    bool first = true;  ///< whether the right one comes first
};

/// What a sentence is made of, before anything has a place.
struct Story {
    Pair nouns;           ///< the subject, and what it is near
    Pair he;              ///< two of his names: who calls, and who is called
    Pair she;             ///< two of her names
    int wug = 0;          ///< a word without meaning ...
    int after_wug = 0;    ///< ... what comes after it ...
    int other = 0;        ///< ... and another such pair
    int after_other = 0;  ///< that nobody asks for
    int syllable = 0;     ///< to be said twice
    int stem = 0;         ///< of the verb
    bool asks_he = true;  ///< which of the two callers the pronoun means
};

/// Two different words, each of a class, in either order.
inline Pair random_pair(const WordClass& of_right, const WordClass& of_wrong, common::Random& random)
{
    Pair pair{of_right.word(random.below(of_right.count)), 0, random.below(2) == 0};
    do {
        pair.wrong = of_wrong.word(random.below(of_wrong.count));
    } while (pair.wrong == pair.right);
    return pair;
}

/// Choose the words at random and independently: one tells nothing about another.
inline Story random_story(common::Random& random)
{
    const auto any = [&](const WordClass& of) { return of.word(random.below(of.count)); };
    Story story;
    const WordClass subject = random.below(2) == 0 ? Words::noun_one : Words::noun_many;
    const WordClass nearby = random.below(2) == 0 ? Words::noun_one : Words::noun_many;
    story.nouns = random_pair(subject, nearby, random);
    story.he = random_pair(Words::his_names, Words::his_names, random);
    story.she = random_pair(Words::her_names, Words::her_names, random);
    std::vector<int> nonsense;
    for (std::size_t i = 0; i < Words::nonsense.count; ++i) nonsense.push_back(Words::nonsense.word(i));
    random.shuffle(nonsense);  // all four differ
    story.wug = nonsense[0];
    story.after_wug = nonsense[1];
    story.other = nonsense[2];
    story.after_other = nonsense[3];
    story.syllable = any(Words::syllables);
    story.stem = any(Words::stems);
    story.asks_he = random.below(2) == 0;
    return story;
}

/// "dog near cats" or "near cats dog": the marker comes right before the wrong one, and the right one on either side.
inline std::vector<int> phrase_of(const Pair& pair, int marker)
{
    return pair.first ? std::vector<int>{pair.right, marker, pair.wrong}
                      : std::vector<int>{marker, pair.wrong, pair.right};
}

/// What a sentence says first: who and what there is, in any order. Phrases and pairs stay together.
///
/// \param story   the words
/// \param random  their order, and fillers
/// \return        as many words as leave room for the questions
inline std::vector<int> random_context(const Story& story, common::Random& random)
{
    const auto any = [&](const WordClass& of) { return of.word(random.below(of.count)); };
    std::vector<std::vector<int>> chunks = {phrase_of(story.nouns, Words::near), phrase_of(story.he, Words::calls),
                                            phrase_of(story.she, Words::calls)};
    chunks.push_back({story.wug, story.after_wug});
    chunks.push_back({story.other, story.after_other});
    // Stray syllables, so that "twice" cannot make do with any syllable it finds.
    chunks.push_back({any(Words::syllables)});
    chunks.push_back({any(Words::syllables)});
    for (std::size_t i = 0; i < fillers_in_context; ++i) chunks.push_back({any(Words::fillers)});
    random.shuffle(chunks);

    std::vector<int> context = {Words::start};
    for (const std::vector<int>& chunk : chunks) context.insert(context.end(), chunk.begin(), chunk.end());
    return context;
}

/// The place of a word.
///
/// \param words  some of a sentence
/// \param word   that is among them
/// \return       its first place
inline std::size_t place_of(const std::vector<int>& words, int word)
{
    return static_cast<std::size_t>(std::ranges::find(words, word) - words.begin());
}

/// The word that asks a question.
inline int asking_word(Kind kind, const Story& story)
{
    switch (kind) {
    case Kind::positional: return Words::twice;
    case Kind::syntactic: return story.stem;
    case Kind::coreference: return story.asks_he ? Words::he : Words::she;
    case Kind::induction: return story.wug;
    }
    return Words::start;  // there is no other kind
}

/// What should come next, which place knows it, and which place is easily mistaken for that one.
///
/// \param kind     which question
/// \param story    what the sentence is made of
/// \param context  what it has said so far, before any question
/// \return         all but the place that asks; nor, for the positional one, the source, which comes right before it
inline Question question_of(Kind kind, const Story& story, const std::vector<int>& context)
{
    Question question;
    const auto looks_for = [&](int source, int distractor) {
        question.source = place_of(context, source);
        question.distractor = place_of(context, distractor);
    };
    switch (kind) {
    case Kind::positional: {
        const auto is_syllable = [](int word) { return Words::syllables.has(word); };
        const auto stray = std::ranges::find_if(context, is_syllable);
        question.answer = story.syllable;
        question.distractor = static_cast<std::size_t>(stray - context.begin());
        break;
    }
    case Kind::syntactic:
        question.answer = Words::noun_many.has(story.nouns.right) ? Words::ending_many : Words::ending_one;
        looks_for(story.nouns.right, story.nouns.wrong);
        break;
    case Kind::coreference:
        question.answer = (story.asks_he ? story.he : story.she).right;
        looks_for(question.answer, (story.asks_he ? story.he : story.she).wrong);
        break;
    case Kind::induction:
        question.answer = story.after_wug;
        looks_for(story.after_wug, story.after_other);
        break;
    }
    return question;
}

/// A random sentence: everything that the questions are about, then the questions in any order, each with its answer.
///
/// \param random  the same state gives the same sentence
/// \return        `sentence_length` words, and where to look for each answer
inline Sentence toy_sentence(common::Random& random)
{
    const Story story = random_story(random);
    Sentence sentence;
    sentence.words = random_context(story, random);
    const std::vector<int> context = sentence.words;

    std::vector<Kind> order = {Kind::positional, Kind::syntactic, Kind::coreference, Kind::induction};
    random.shuffle(order);
    for (const Kind kind : order) {
        if (kind == Kind::positional) sentence.words.push_back(story.syllable);
        Question& question = sentence.questions[static_cast<std::size_t>(kind)];
        question = question_of(kind, story, context);
        question.asks = sentence.words.size();
        if (kind == Kind::positional) question.source = question.asks - 1;
        sentence.words.push_back(asking_word(kind, story));
        sentence.words.push_back(question.answer);
    }
    return sentence;
}

}  // namespace attention
