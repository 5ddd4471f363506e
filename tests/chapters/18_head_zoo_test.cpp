#include "18_head_zoo/head_scores.hpp"
#include "18_head_zoo/importance.hpp"
#include "18_head_zoo/sentences.hpp"
#include "18_head_zoo/words.hpp"
#include "18_head_zoo/zoo.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"
#include "tests/catch.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

using namespace attention;

namespace
{

#ifdef __SANITIZE_ADDRESS__
constexpr bool watched = true;  // every memory access; models that learn something take too long
#else
constexpr bool watched = false;
#endif

const Question& question(const Sentence& sentence, Kind kind)
{
    return sentence.questions[static_cast<std::size_t>(kind)];
}

std::vector<Sentence> some_sentences(std::size_t count, std::uint64_t seed)
{
    common::Random random(seed);
    return toy_sentences(count, random);
}

/// Weights of a head that puts a part of what each question has to give on a place, and the rest on the first word.
template <typename Place>
Matrix weights_on(const Sentence& sentence, double part, const Place& place)
{
    const std::size_t n = sentence.words.size();
    Matrix weights = xt::zeros<double>({n, n});
    for (std::size_t i = 0; i < n; ++i) weights(i, 0) = 1.0;
    for (const Question& asked : sentence.questions) {
        weights(asked.asks, 0) = 1.0 - part;
        weights(asked.asks, place(asked)) += part;
    }
    return weights;
}

Parameters<float> short_training(std::uint64_t seed, int steps, int threads)
{
    ZooTraining training;
    training.steps = steps;
    training.threads = threads;
    return grown_zoo(seed, training);
}

/// A trained model and its table, made once for all cases that ask.
struct Zoo {
    std::vector<Sentence> sentences = some_sentences(300, 18);
    Parameters<float> model;
    HeadTable table;

    explicit Zoo(std::uint64_t seed) : model(short_training(seed, 2000, 1)), table(head_table(model, sentences)) {}
};

const std::vector<Zoo>& zoos()
{
    static const std::vector<Zoo> three = {Zoo(1), Zoo(2), Zoo(3)};
    return three;
}

bool same_numbers(Parameters<float> a, Parameters<float> b)
{
    const auto parts_a = parts_of(a);
    const auto parts_b = parts_of(b);
    for (std::size_t p = 0; p < parts_a.size(); ++p) {
        if (!std::equal(parts_a[p].begin(), parts_a[p].end(), parts_b[p].begin())) return false;
    }
    return true;
}

}  // namespace

TEST_CASE("every word has its place in the dictionary, and every class its words")
{
    CHECK(std::set<std::string>(dictionary.begin(), dictionary.end()).size() == dictionary.size());
    std::vector<int> times(dictionary.size(), 0);
    for (const WordClass& words :
         {Words::subject_one, Words::subject_many, Words::object_one, Words::object_many, Words::stems,
          Words::his_names, Words::her_names, Words::nonsense, Words::syllables, Words::fillers}) {
        for (std::size_t i = 0; i < words.count; ++i) ++times[static_cast<std::size_t>(words.word(i))];
    }
    for (const int word : {Words::start, Words::ending_one, Words::ending_many, Words::he, Words::she, Words::twice})
        ++times[static_cast<std::size_t>(word)];
    CHECK(times == std::vector<int>(dictionary.size(), 1));

    CHECK(text_of({Words::start, Words::subject_one.first, Words::object_many.first, Words::he}) ==
          ". dog.S dogs.O he");
    CHECK(word_number("Anna") == Words::her_names.first);
    CHECK(word_number("twice") == Words::twice);
    CHECK(word_number("-many") == Words::ending_many);
    CHECK(word_number("wug") == Words::nonsense.first);
    CHECK(word_number("ba") == Words::syllables.first);
    CHECK(word_number("oh") == Words::fillers.first);
    CHECK(word_number("sing") == Words::stems.first);
    CHECK_THROWS_WITH(word_number("walrus"), "word_number: the dictionary does not have \"walrus\"");
}

TEST_CASE("a sentence answers its questions, and the source of each knows the answer")
{
    for (const Sentence& sentence : some_sentences(500, 1)) {
        const std::vector<int>& words = sentence.words;
        REQUIRE(words.size() == sentence_length);
        CHECK(words[0] == Words::start);
        for (const Question& asked : sentence.questions) {
            CHECK(words[asked.asks + 1] == asked.answer);
            CHECK(asked.source < asked.asks);
            CHECK(asked.distractor < asked.asks);
            CHECK(asked.distractor != asked.source);
        }
        const Question& positional = question(sentence, Kind::positional);
        CHECK(words[positional.asks] == Words::twice);
        CHECK(positional.source + 1 == positional.asks);
        CHECK(words[positional.source] == positional.answer);
        CHECK(Words::syllables.has(words[positional.distractor]));

        const Question& syntactic = question(sentence, Kind::syntactic);
        const int subject = words[syntactic.source];
        const int object = words[syntactic.distractor];
        CHECK(Words::stems.has(words[syntactic.asks]));
        CHECK((Words::subject_one.has(subject) || Words::subject_many.has(subject)));
        CHECK((Words::object_one.has(object) || Words::object_many.has(object)));
        CHECK((syntactic.answer == Words::ending_many) == Words::subject_many.has(subject));

        const Question& coreference = question(sentence, Kind::coreference);
        const bool he = words[coreference.asks] == Words::he;
        CHECK((he || words[coreference.asks] == Words::she));
        CHECK(words[coreference.source] == coreference.answer);
        CHECK((he ? Words::his_names : Words::her_names).has(coreference.answer));
        CHECK((he ? Words::her_names : Words::his_names).has(words[coreference.distractor]));

        const Question& induction = question(sentence, Kind::induction);
        CHECK(words[induction.source] == induction.answer);
        CHECK(words[induction.source - 1] == words[induction.asks]);
        CHECK(Words::nonsense.has(words[induction.distractor]));
        CHECK(Words::nonsense.has(words[induction.distractor - 1]));
        CHECK(words[induction.distractor - 1] != words[induction.asks]);
    }
}

TEST_CASE("nothing but the source tells the answer")
{
    const std::vector<Sentence> sentences = some_sentences(2000, 2);
    double many = 0;
    double object_agrees = 0;
    double he = 0;
    double syllable_is_distractor = 0;
    double first_is_positional = 0;
    for (const Sentence& sentence : sentences) {
        const Question& syntactic = question(sentence, Kind::syntactic);
        const Question& positional = question(sentence, Kind::positional);
        const bool is_many = syntactic.answer == Words::ending_many;
        many += is_many ? 1 : 0;
        object_agrees += is_many == Words::object_many.has(sentence.words[syntactic.distractor]) ? 1 : 0;
        he += sentence.words[question(sentence, Kind::coreference).asks] == Words::he ? 1 : 0;
        syllable_is_distractor += sentence.words[positional.distractor] == positional.answer ? 1 : 0;
        first_is_positional += positional.asks < 18 ? 1 : 0;
    }
    CHECK_THAT(many / 2000, WithinAbs(0.5, 0.05));
    CHECK_THAT(object_agrees / 2000, WithinAbs(0.5, 0.05));
    CHECK_THAT(he / 2000, WithinAbs(0.5, 0.05));
    CHECK_THAT(syllable_is_distractor / 2000, WithinAbs(0.125, 0.04));
    CHECK_THAT(first_is_positional / 2000, WithinAbs(0.25, 0.05));  // questions come in any order
}

TEST_CASE("the same state of chance gives the same sentence")
{
    common::Random a(3);
    common::Random b(3);
    const Sentence first = toy_sentence(a);
    CHECK(first.words == toy_sentence(b).words);
    CHECK(first.words != toy_sentence(b).words);
}

TEST_CASE("a model reads all words, and is asked four times in a sentence")
{
    const std::vector<Sentence> sentences = some_sentences(3, 4);
    const Sequences all = sequences_of(sentences);
    CHECK(all.count() == 3);
    CHECK(all.asked() == 12);
    for (std::size_t kind = 0; kind < kinds; ++kind) {
        const Sequences one = sequences_of(sentences, static_cast<Kind>(kind));
        CHECK(one.asked() == 3);
        CHECK(one.tokens == all.tokens);
        for (std::size_t s = 0; s < 3; ++s) {
            const Question& asked = sentences[s].questions[kind];
            CHECK(one.target(s, asked.asks) == one.token(s, asked.asks + 1));
        }
    }
}

TEST_CASE("heads made by hand are of the kind they were made for")
{
    for (const Sentence& sentence : some_sentences(50, 5)) {
        const Masses right = masses_of(weights_on(sentence, 0.7, [](const Question& q) { return q.source; }), sentence);
        const Masses fooled =
            masses_of(weights_on(sentence, 0.7, [](const Question& q) { return q.distractor; }), sentence);
        for (std::size_t kind = 0; kind < kinds; ++kind) {
            CHECK_THAT(right[kind].source, WithinAbs(0.7, 1e-12));
            CHECK(right[kind].distractor == 0.0);
            CHECK(is_of_kind(right[kind]));
            CHECK_THAT(fooled[kind].distractor, WithinAbs(0.7, 1e-12));
            CHECK(!is_of_kind(fooled[kind]));
        }
        // Looking one place back is right for one kind of question alone.
        const Masses back =
            masses_of(weights_on(sentence, 1.0, [](const Question& q) { return q.asks - 1; }), sentence);
        CHECK(is_of_kind(back[0]));
        CHECK(!is_of_kind(back[1]));
        const Question& induction = question(sentence, Kind::induction);
        CHECK(is_of_kind(back[3]) == (induction.source + 1 == induction.asks));
    }
    CHECK(!is_of_kind({0.29, 0.0}));
    CHECK(!is_of_kind({0.5, 0.2}));
    CHECK(is_of_kind({0.5, 0.1}));
}

TEST_CASE("what a source puts one place back")
{
    const Sentence sentence = some_sentences(1, 6)[0];
    const std::size_t source = question(sentence, Kind::induction).source;
    Matrix weights = xt::zeros<double>({sentence_length, sentence_length});
    weights(source, source - 1) = 0.25;
    weights(source - 1, source) = 0.5;
    CHECK(mass_one_back(weights, sentence) == 0.25);
}

TEST_CASE("weights of a shorter sentence are refused")
{
    CHECK_THROWS_WITH(mass_of({9, 0, 3, 4}, xt::zeros<double>({8, 8})),
                      "mass_of: place 9 asks, 3 knows, 4 distracts, but the weights are (8, 8)");
}

TEST_CASE("before training no head is of any kind, and no question is answered")
{
    common::Random random(7);
    const Parameters<float> model = random_parameters<float>(zoo_shape(), random);
    const HeadTable table = head_table(model, some_sentences(100, 8));
    CHECK(table.heads.size() == 8);
    for (std::size_t kind = 0; kind < kinds; ++kind) {
        CHECK(table.of_kind(kind).empty());
        CHECK(table.whole[kind] < 0.6);
    }
}

TEST_CASE("without a head is as if its rows of W_O were 0")
{
    const std::vector<Sentence> sentences = some_sentences(60, 9);
    const Parameters<float> model = short_training(10, watched ? 10 : 150, 1);
    bool changed = false;
    for (const HeadName& head : heads_of(model.shape)) {
        Parameters<float> silenced = model;
        Numbers<float>& W_O = silenced.layers[head.layer].W_O;
        for (std::size_t r = head.head * 8; r < (head.head + 1) * 8; ++r) {
            for (std::size_t c = 0; c < W_O.shape(1); ++c) W_O(r, c) = 0.0F;
        }
        const Accuracies without = accuracies_without(model, sentences, {head});
        CHECK(without == accuracies_without(silenced, sentences, {}));
        changed = changed || without != accuracies_without(model, sentences, {});
    }
    CHECK((changed || watched));
    CHECK(heads_of_layer(model.shape, 1) == std::vector<HeadName>{{1, 0}, {1, 1}, {1, 2}, {1, 3}});
}

TEST_CASE("the same seed gives the same model on any number of threads")
{
    const int steps = watched ? 2 : 25;
    const Parameters<float> one = short_training(11, steps, 1);
    CHECK(same_numbers(one, short_training(11, steps, 2)));
    CHECK(same_numbers(one, short_training(11, steps, 3)));
    CHECK(!same_numbers(one, short_training(12, steps, 1)));
}

TEST_CASE("whoever watches sees every step, and changes nothing")
{
    ZooTraining training;
    training.steps = 3;
    std::vector<int> steps;
    const Parameters<float> watched_model =
        grown_zoo(13, training, [&](int step, const Parameters<float>&) { steps.push_back(step); });
    CHECK(steps == std::vector<int>{0, 1, 2, 3});
    CHECK(same_numbers(watched_model, grown_zoo(13, training)));
}

TEST_CASE("a syntactic head tracks the subject, wherever it stands, and not the object", "[trained]")
{
    if (watched) return;
    const auto kind = static_cast<std::size_t>(Kind::syntactic);
    for (const Zoo& zoo : zoos()) {
        CHECK(zoo.table.whole[kind] >= 0.95);
        CHECK(!zoo.table.of_kind(kind).empty());
        CHECK(accuracies_without(zoo.model, zoo.sentences, zoo.table.of_kind(kind))[kind] < 0.75);
    }
}

TEST_CASE("a coreference head connects a pronoun to the name that it means", "[trained]")
{
    if (watched) return;
    const auto kind = static_cast<std::size_t>(Kind::coreference);
    for (const Zoo& zoo : zoos()) {
        CHECK(zoo.table.whole[kind] >= 0.95);
        CHECK(!zoo.table.of_kind(kind).empty());
        CHECK(accuracies_without(zoo.model, zoo.sentences, zoo.table.of_kind(kind))[kind] < 0.9);
    }
}

TEST_CASE("all four kinds of heads emerge by training, in one model", "[trained]")
{
    if (watched) return;
    for (const Zoo& zoo : zoos()) {
        for (std::size_t kind = 0; kind < kinds; ++kind) {
            CHECK(zoo.table.whole[kind] >= 0.95);
            CHECK(!zoo.table.of_kind(kind).empty());
        }
    }
}

TEST_CASE("mass is not importance: much of it that is hardly missed, and little of it that is needed", "[trained]")
{
    if (watched) return;
    const auto induction = static_cast<std::size_t>(Kind::induction);
    for (const Zoo& zoo : zoos()) {
        bool idle = false;
        for (std::size_t h = 0; h < zoo.table.heads.size(); ++h) {
            for (std::size_t kind = 0; kind < kinds; ++kind)
                idle = idle || (zoo.table.looks[h].masses[kind].source >= 0.5 && zoo.table.cost(h, kind) <= 0.05);
        }
        CHECK(idle);
        CHECK(accuracies_without(zoo.model, zoo.sentences, zoo.table.of_kind(0))[0] < 0.5);
        for (std::size_t h = 0; h < zoo.model.shape.heads; ++h)
            CHECK(zoo.table.looks[h].masses[induction].source <= 0.2);
        const auto layer_0 = heads_of_layer(zoo.model.shape, 0);
        CHECK(accuracies_without(zoo.model, zoo.sentences, layer_0)[induction] < 0.5);
    }
}
