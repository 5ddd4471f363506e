#include "18_head_zoo/claims.hpp"
#include "18_head_zoo/controls.hpp"
#include "18_head_zoo/head_scores.hpp"
#include "18_head_zoo/importance.hpp"
#include "18_head_zoo/learning_curve.hpp"
#include "18_head_zoo/sentences.hpp"
#include "18_head_zoo/structure.hpp"
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

/// Of seed 1, which the lesson shows, of seed 9, which it shows as well, and of seed 2.
const std::vector<Zoo>& zoos()
{
    static const std::vector<Zoo> three = {Zoo(1), Zoo(9), Zoo(2)};
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
    for (const WordClass& words : {Words::noun_one, Words::noun_many, Words::stems, Words::his_names, Words::her_names,
                                   Words::nonsense, Words::syllables, Words::fillers}) {
        for (std::size_t i = 0; i < words.count; ++i) ++times[static_cast<std::size_t>(words.word(i))];
    }
    for (const int word : {Words::start, Words::near, Words::ending_one, Words::ending_many, Words::calls, Words::he,
                           Words::she, Words::twice})
        ++times[static_cast<std::size_t>(word)];
    CHECK(times == std::vector<int>(dictionary.size(), 1));

    CHECK(text_of({Words::start, Words::noun_one.first, Words::near, Words::noun_many.first, Words::he}) ==
          ". dog near dogs he");
    CHECK(word_number("calls") == Words::calls);
    CHECK(word_number("near") == Words::near);
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

        // Both are nouns, and no noun says what part it plays: the one right after "near" is not the subject.
        const auto is_noun = [](int word) { return Words::noun_one.has(word) || Words::noun_many.has(word); };
        const Question& syntactic = question(sentence, Kind::syntactic);
        CHECK(Words::stems.has(words[syntactic.asks]));
        CHECK(is_noun(words[syntactic.source]));
        CHECK(is_noun(words[syntactic.distractor]));
        CHECK(words[syntactic.source] != words[syntactic.distractor]);
        CHECK(words[syntactic.distractor - 1] == Words::near);
        CHECK(words[syntactic.source - 1] != Words::near);
        CHECK((syntactic.answer == Words::ending_many) == Words::noun_many.has(words[syntactic.source]));

        // Both may be meant by the pronoun, as far as their kind goes: the one right after "calls" does not call.
        const Question& coreference = question(sentence, Kind::coreference);
        const bool he = words[coreference.asks] == Words::he;
        const WordClass& names = he ? Words::his_names : Words::her_names;
        CHECK((he || words[coreference.asks] == Words::she));
        CHECK(words[coreference.source] == coreference.answer);
        CHECK(names.has(words[coreference.source]));
        CHECK(names.has(words[coreference.distractor]));
        CHECK(words[coreference.source] != words[coreference.distractor]);
        CHECK(words[coreference.distractor - 1] == Words::calls);
        CHECK(words[coreference.source - 1] != Words::calls);

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
    double nearby_agrees = 0;
    double subject_first = 0;
    double caller_first = 0;
    double he = 0;
    double syllable_is_distractor = 0;
    double first_is_positional = 0;
    for (const Sentence& sentence : sentences) {
        const Question& syntactic = question(sentence, Kind::syntactic);
        const Question& positional = question(sentence, Kind::positional);
        const bool is_many = syntactic.answer == Words::ending_many;
        many += is_many ? 1 : 0;
        nearby_agrees += is_many == Words::noun_many.has(sentence.words[syntactic.distractor]) ? 1 : 0;
        subject_first += syntactic.source < syntactic.distractor ? 1 : 0;
        const Question& coreference = question(sentence, Kind::coreference);
        caller_first += coreference.source < coreference.distractor ? 1 : 0;
        he += sentence.words[question(sentence, Kind::coreference).asks] == Words::he ? 1 : 0;
        syllable_is_distractor += sentence.words[positional.distractor] == positional.answer ? 1 : 0;
        first_is_positional += positional.asks < 20 ? 1 : 0;
    }
    CHECK_THAT(many / 2000, WithinAbs(0.5, 0.05));
    CHECK_THAT(nearby_agrees / 2000, WithinAbs(0.5, 0.05));
    CHECK_THAT(subject_first / 2000, WithinAbs(0.5, 0.05));
    CHECK_THAT(caller_first / 2000, WithinAbs(0.5, 0.05));
    CHECK_THAT(he / 2000, WithinAbs(0.5, 0.05));
    CHECK_THAT(syllable_is_distractor / 2000, WithinAbs(0.125, 0.04));
    CHECK_THAT(first_is_positional / 2000, WithinAbs(0.25, 0.05));  // questions come in any order
}

TEST_CASE("an exchanged pair changes the answer, and no word but that")
{
    for (const Sentence& sentence : some_sentences(200, 3)) {
        for (const Kind kind : {Kind::syntactic, Kind::coreference}) {
            const Sentence exchanged = with_pair_exchanged(sentence, kind);
            const Question& asked = question(sentence, kind);
            const Question& now = question(exchanged, kind);
            std::vector<int> before(sentence.words.begin(), sentence.words.begin() + 18);
            std::vector<int> after(exchanged.words.begin(), exchanged.words.begin() + 18);
            CHECK(after != before);
            std::ranges::sort(before);
            std::ranges::sort(after);
            CHECK(after == before);
            CHECK(exchanged.words[now.asks + 1] == now.answer);
            CHECK(now.source == asked.source);
            if (kind == Kind::coreference) CHECK(now.answer == sentence.words[asked.distractor]);
            CHECK(with_pair_exchanged(exchanged, kind).words == sentence.words);
        }
    }
    const std::vector<Sentence> all = some_sentences(200, 3);
    const std::vector<Sentence> differ = where_nouns_differ(all);
    CHECK(differ.size() > 60);
    CHECK(differ.size() < 140);
    for (const Sentence& sentence : differ) {
        CHECK(question(with_pair_exchanged(sentence, Kind::syntactic), Kind::syntactic).answer !=
              question(sentence, Kind::syntactic).answer);
    }
}

TEST_CASE("a model that only knows which words there are is never right both times")
{
    common::Random random(20);
    Parameters<float> model = random_parameters<float>(zoo_shape(), random);
    model.positions.fill(0.0F);
    for (LayerParameters<float>& layer : model.layers) layer.W_Q.fill(0.0F);  // all weights are even
    const std::vector<Sentence> sentences = where_nouns_differ(some_sentences(200, 21));
    CHECK(exchange_of(model, sentences, Kind::syntactic).both == 0.0);
}

TEST_CASE("a set of heads against all others of its size")
{
    CHECK(set_of(zoo_shape(), {{0, 0}, {0, 3}, {1, 1}}) == 1 + 8 + 32);
    std::vector<Accuracies> without(256, Accuracies{1.0, 1.0, 1.0, 1.0});
    for (std::size_t set = 0; set < 256; ++set) {
        if ((set & 1U) != 0) without[set][2] = 0.5;  // head 0 is the only one that matters
    }
    const Control first = control_of(without, 1, 2);
    CHECK(first.without == 0.5);
    CHECK(first.choices == 7);
    CHECK(first.as_bad == 0);
    CHECK(first.mean == 1.0);
    const Control second = control_of(without, 2, 2);
    CHECK(second.without == 1.0);
    CHECK(second.as_bad == 7);
    CHECK(second.least == 0.5);
    CHECK(second.worst == 1);
    CHECK_THAT(second.mean, WithinAbs((0.5 + 6) / 7, 1e-15));
    const Control three = control_of(without, 1 + 2 + 4, 2);
    CHECK(three.choices == 55);
    CHECK(three.as_bad == 20);  // head 0 and two of the other seven, but for the set itself
    CHECK(three.most == 1.0);
    for (const std::size_t alone : {0U, 255U}) {  // no other set has as many
        const Control none = control_of(without, alone, 2);
        CHECK(none.choices == 0);
        for (const double accuracy : {none.least, none.most, none.mean}) CHECK(accuracy == none.without);
    }
}

TEST_CASE("the head of a kind that costs least, alone and then gone")
{
    const ModelShape shape = zoo_shape();
    HeadTable table;
    table.heads = heads_of(shape);
    table.looks.resize(table.heads.size());
    table.whole = {1.0, 1.0, 1.0, 1.0};
    table.without.assign(table.heads.size(), table.whole);
    for (const std::size_t h : {4U, 5U, 7U}) table.looks[h].masses[3].source = 0.9;
    table.without[4][3] = 0.9;
    table.without[7][3] = 0.8;
    std::vector<Accuracies> without(256, table.whole);
    without[16U + 128U][3] = 0.5;
    without[16U + 32U + 128U][3] = 0.1;
    const StandIn one = stand_in_of(table, shape, without, 3);
    CHECK(one.head == HeadName{1, 1});
    CHECK(one.alone == 0.5);
    CHECK(one.without == 0.1);
}

TEST_CASE("each sentence has its subject first or last, and a head with even weights looks a little at itself")
{
    const std::vector<Sentence> sentences = some_sentences(40, 31);
    const std::vector<Sentence> first = where_subject_comes(sentences, true);
    CHECK(first.size() + where_subject_comes(sentences, false).size() == sentences.size());
    for (const Sentence& sentence : first) CHECK(sentence.words[sentence.questions[1].source + 1] == Words::near);

    const std::vector<double> itself =
        looks_at_itself(zero_parameters<float>(zoo_shape()), {sentences[0]}, Kind::positional);
    REQUIRE(itself.size() == zoo_shape().heads);
    CHECK_THAT(itself[0], WithinAbs(1.0 / static_cast<double>(sentences[0].questions[0].asks + 1), 1e-6));
}

TEST_CASE("without each set: nothing removed, and everything, and one head by name")
{
    const std::vector<Sentence> sentences = some_sentences(watched ? 3 : 60, 22);  // more than are read at a time
    const Parameters<float> model = short_training(23, watched ? 2 : 60, 1);
    const std::vector<Accuracies> without = accuracies_without_each_set(model, sentences);
    REQUIRE(without.size() == 256);
    CHECK(without[0] == accuracies_without(model, sentences, {}));
    CHECK(without[255] == accuracies_without(model, sentences, heads_of(model.shape)));
    CHECK(without[64] == accuracies_without(model, sentences, {{1, 2}}));
    const Sequences one_kind = sequences_of(sentences, Kind::coreference);
    CHECK_THAT(without[0][2], WithinAbs(result_of(forward(model, one_kind), one_kind).accuracy, 1e-12));
}

TEST_CASE("what a head says on average")
{
    const std::vector<Sentence> sentences = some_sentences(7, 24);
    common::Random random(25);
    const Parameters<float> model = random_parameters<float>(zoo_shape(), random);
    const Numbers<float> means = mean_outputs(model, sentences);
    REQUIRE(means.shape(0) == 2);
    REQUIRE(means.shape(1) == 32);
    const Trace<float> trace = forward(model, sequences_of(sentences));
    for (std::size_t layer = 0; layer < 2; ++layer) {
        const double mean = xt::mean(xt::view(trace.layers[layer].found, xt::all(), 13))();
        CHECK_THAT(static_cast<double>(means(layer, 13)), WithinAbs(mean, 1e-5));
    }
    // A head that always says the same is not missed when that is put in its place.
    Parameters<float> constant = model;
    constant.layers[0].W_V.fill(0.0F);
    const Accuracies whole = accuracies_without(constant, sentences, {});
    CHECK(accuracies_without(constant, sentences, {{0, 1}}, mean_outputs(constant, sentences)) == whole);
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
        for (std::size_t kind = 1; kind < kinds; ++kind) {
            const Question& asked = sentence.questions[kind];
            CHECK(is_of_kind(back[kind]) == (asked.source + 1 == asked.asks));
        }
        const Masses after =
            masses_of(weights_on(sentence, 0.6, [](const Question& q) { return q.source + 1; }), sentence);
        CHECK_THAT(after[1].after, WithinAbs(0.6, 1e-12));
        CHECK(!is_of_kind(after[1]));
    }
    const double even = even_mass(some_sentences(100, 5));
    CHECK_THAT(even, WithinAbs(0.045, 0.003));
    CHECK(looks_there > 6 * even);
    CHECK(!is_of_kind({0.29, 0.0}));
    CHECK(!is_of_kind({0.5, 0.2}));
    CHECK(is_of_kind({0.5, 0.1}));
}

TEST_CASE("what three words put one place back that must know which word came before")
{
    const Sentence sentence = some_sentences(1, 6)[0];
    Matrix weights = xt::zeros<double>({sentence_length, sentence_length});
    const std::size_t source = question(sentence, Kind::induction).source;
    weights(source, source - 1) = 0.25;
    weights(source - 1, source) = 0.5;
    const std::size_t nearby = question(sentence, Kind::syntactic).distractor;
    weights(nearby, nearby - 1) = 1.0;
    const std::size_t called = question(sentence, Kind::coreference).distractor;
    weights(called, called - 1) = 0.75;
    CHECK_THAT(mass_one_back(weights, sentence), WithinAbs(2.0 / 3, 1e-15));
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

TEST_CASE("a watch sees every step, and changes nothing")
{
    ZooTraining training;
    training.steps = 3;
    std::vector<int> steps;
    const Parameters<float> watched_model =
        grown_zoo(13, training, [&](int step, const Parameters<float>&) { steps.push_back(step); });
    CHECK(steps == std::vector<int>{0, 1, 2, 3});
    CHECK(same_numbers(watched_model, grown_zoo(13, training)));
}

TEST_CASE("every model answers by what is where, not only by which words there are", "[trained]")
{
    if (watched) return;
    for (const Zoo& zoo : zoos()) {
        for (const double accuracy : zoo.table.whole) CHECK(accuracy >= 0.95);
        CHECK(exchange_of(zoo.model, where_nouns_differ(zoo.sentences), Kind::syntactic).both >= 0.95);
        CHECK(exchange_of(zoo.model, zoo.sentences, Kind::coreference).both >= 0.95);
    }
}

TEST_CASE("without layer 1 in its keys and values, layer 2 knows the kind of a word and no more", "[trained]")
{
    if (watched) return;
    for (const Zoo& zoo : zoos()) {
        const std::vector<CutPath> cut = cut_each_path(zoo.model, where_nouns_differ(zoo.sentences));
        CHECK(cut.back().accuracies[1] < 0.7);
        CHECK(cut.back().accuracies[2] < 0.7);
        CHECK(cut.back().accuracies[3] < 0.5);
        CHECK(cut[1].accuracies[1] >= 0.9);  // its queries and the answer can do without
        CHECK(cut[4].accuracies[1] >= 0.9);
    }
    // With seed 1 keys are what needs it; with seed 9, endings need it in values.
    const auto endings = [](const Zoo& zoo, std::size_t path) {
        return cut_each_path(zoo.model, where_nouns_differ(zoo.sentences))[path].accuracies[1];
    };
    CHECK(endings(zoos()[0], 2) < 0.7);
    CHECK(endings(zoos()[0], 3) >= 0.95);
    CHECK(endings(zoos()[1], 3) < 0.7);
}

TEST_CASE("seed 1 has a head of each kind; no other set of its size costs as much", "[trained]")
{
    if (watched) return;
    const Zoo& zoo = zoos()[0];
    const std::vector<Sentence> some(zoo.sentences.begin(), zoo.sentences.begin() + 100);
    const std::vector<Accuracies> zeros = accuracies_without_each_set(zoo.model, some);
    const std::vector<Accuracies> means =
        accuracies_without_each_set(zoo.model, some, mean_outputs(zoo.model, zoo.sentences));
    for (std::size_t kind = 0; kind < kinds; ++kind) {
        INFO(kind_names[kind]);
        CHECK(!zoo.table.of_kind(kind).empty());
        const std::size_t set = set_of(zoo.model.shape, zoo.table.of_kind(kind));
        for (const std::vector<Accuracies>* without : {&zeros, &means}) {
            const Control control = control_of(*without, set, kind);
            CHECK(control.without < 0.7);
            CHECK(control.without < control.mean - 0.25);
            CHECK(20 * control.as_bad <= control.choices);
        }
    }
}

TEST_CASE("seed 9: the head that is needed looks at the word after the subject", "[trained]")
{
    if (watched) return;
    const HeadTable& table = zoos()[1].table;
    CHECK(table.of_kind(1).empty());
    std::size_t missed = 4;
    for (std::size_t h = 5; h < 8; ++h) missed = table.cost(h, 1) > table.cost(missed, 1) ? h : missed;
    CHECK(table.cost(missed, 1) > 0.3);
    CHECK(table.whole[1] - table.without_mean[missed][1] > 0.3);
    CHECK(table.looks[missed].masses[1].source < 0.1);
    CHECK(table.looks[missed].masses[1].after > 0.7);
}

TEST_CASE("what is claimed of every model holds for three, and not for an untrained one", "[trained]")
{
    common::Random random(26);
    const Parameters<float> untrained = random_parameters<float>(zoo_shape(), random);
    const std::vector<Sentence> few = some_sentences(40, 27);
    CHECK_FALSE(claims_of(untrained, head_table(untrained, few), few).answers());
    if (watched) return;
    for (const Zoo& zoo : zoos()) {
        const Claims claims = claims_of(zoo.model, zoo.table, zoo.sentences);
        CHECK(claims.answers());
        CHECK(claims.needs_layer_1());
        CHECK(claims.has_idle_head);
    }
}

TEST_CASE("a model that is measured on its way is the one that is not")
{
    ZooTraining training;
    training.steps = 3;
    int steps = 0;
    const Grown grown = grown_and_measured(13, training, some_sentences(5, 28), [&](int) { ++steps; });
    CHECK(steps == 4);
    REQUIRE(grown.points.size() == 4);
    CHECK(grown.points[2].step == 2);
    CHECK(same_numbers(grown.model, grown_zoo(13, training)));
    CHECK(grown.points.back().accuracies == accuracies_without(grown.model, some_sentences(5, 28), {}));
}

TEST_CASE("mass is not importance: heads with much of it are hardly needed, heads with little are needed", "[trained]")
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
        for (std::size_t h = 0; h < zoo.model.shape.heads; ++h)
            CHECK(zoo.table.looks[h].masses[induction].source <= 0.2);
        const auto layer_0 = heads_of_layer(zoo.model.shape, 0);
        CHECK(accuracies_without(zoo.model, zoo.sentences, layer_0)[induction] < 0.5);
    }
}
