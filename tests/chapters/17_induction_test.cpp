#include "17_induction/backward.hpp"
#include "17_induction/checked.hpp"
#include "17_induction/composition.hpp"
#include "17_induction/distances.hpp"
#include "17_induction/forward.hpp"
#include "17_induction/hand_in_hand.hpp"
#include "17_induction/model.hpp"
#include "17_induction/one_layer.hpp"
#include "17_induction/paths.hpp"
#include "17_induction/phase_change.hpp"
#include "17_induction/repeated.hpp"
#include "17_induction/score_parts.hpp"
#include "17_induction/scores.hpp"
#include "17_induction/training.hpp"
#include "17_induction/trap.hpp"

#include "01_similarity/similarity.hpp"
#include "02_softmax/softmax.hpp"
#include "05_queries_keys_values/projections.hpp"
#include "12_masks/masks.hpp"
#include "13_multi_head/multi_head.hpp"

#include "common/blas.hpp"
#include "common/optimizer.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"
#include "tests/catch.hpp"
#include "tests/near.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <set>
#include <span>
#include <stdexcept>
#include <vector>

using namespace attention;
using tests::difference;

namespace
{

/// All sizes different, so that no matrix can be taken for another.
ModelShape small_shape(Positions positions)
{
    return {.vocabulary = 9, .length = 7, .d_model = 5, .heads = 2, .d_head = 3, .layers = 2, .positions = positions};
}

/// Random tokens; at about half of the places something is asked.
Sequences random_sequences(const ModelShape& shape, std::size_t count, std::size_t length, common::Random& random)
{
    Sequences sequences{length, {}, {}};
    for (std::size_t i = 0; i < count * length; ++i) {
        sequences.tokens.push_back(static_cast<int>(random.below(shape.vocabulary)));
        const int target = static_cast<int>(random.below(shape.vocabulary));
        sequences.targets.push_back(random.below(2) == 0 ? target : nothing_asked);
    }
    return sequences;
}

/// A model whose weights are far from equal and far from one-hot.
Parameters<double> random_model(const ModelShape& shape, common::Random& random)
{
    Parameters<double> model = random_parameters<double>(shape, random);
    for (const std::span<double>& part : parts_of(model)) {
        for (double& x : part) x *= 1.5;
    }
    return model;
}

/// Under the sanitizers two have to do.
#if defined(__SANITIZE_ADDRESS__)
constexpr std::uint64_t seeds_to_try = 2;
#else
constexpr std::uint64_t seeds_to_try = 8;
#endif

}  // namespace

TEST_CASE("the gradient of the whole model agrees with central differences, in each of its matrices")
{
    for (const Positions positions : {Positions::in_queries_and_keys, Positions::in_words}) {
        common::Random random(1);
        const ModelShape shape = small_shape(positions);
        const Parameters<double> model = random_model(shape, random);
        const std::vector<double> errors = gradient_errors(model, random_sequences(shape, 6, 7, random));
        REQUIRE(errors.size() == 3 + 4 * shape.layers);
        for (std::size_t p = 0; p < errors.size(); ++p) {
            INFO("part " << p);
            CHECK(errors[p] < 1e-7);
        }
    }
}

TEST_CASE("3,328 numbers, and as many as there are")
{
    CHECK(parameter_count(ModelShape{}) == 3328);
    for (const ModelShape& shape : {ModelShape{}, small_shape(Positions::in_words)}) {
        Parameters<float> model = zero_parameters<float>(shape);
        std::size_t count = 0;
        for (const std::span<float>& part : parts_of(model)) count += part.size();
        CHECK(count == parameter_count(shape));
    }
}

TEST_CASE("a layer is that of chapter 13 with the mask of chapter 12, added to what comes in")
{
    common::Random random(2);
    const ModelShape shape = small_shape(Positions::in_words);
    const Parameters<double> model = random_model(shape, random);
    const Sequences sequences = random_sequences(shape, 3, 6, random);
    const Trace<double> trace = forward(model, sequences);
    for (std::size_t s = 0; s < 3; ++s) {
        Matrix X = xt::zeros<double>({std::size_t{6}, shape.d_model});
        for (std::size_t t = 0; t < 6; ++t) {
            const auto token = static_cast<std::size_t>(sequences.token(s, t));
            set_row(X, t, row_of(model.embedding, token) + row_of(model.positions, t));
        }
        for (std::size_t l = 0; l < shape.layers; ++l) {
            MultiHead W;
            for (std::size_t h = 0; h < shape.heads; ++h) {
                const HeadMatrices head = head_of(model, {l, h});
                W.heads.push_back({head.W_Q, head.W_K, head.W_V});
            }
            W.W_O = model.layers[l].W_O;
            const MultiHeadAttention layer = multi_head_attention(X, W, causal_mask(6, 6));
            for (std::size_t h = 0; h < shape.heads; ++h) {
                CHECK(difference(weights_of(trace, s, {l, h}), layer.weights[h]) < 1e-14);
            }
            X += layer.output;
        }
        const Matrix logits = common::product(X, model.unembedding);
        const Matrix given = xt::view(trace.logits, xt::range(6 * s, 6 * s + 6), xt::all());
        CHECK(difference(given, logits) < 1e-13);
    }
}

TEST_CASE("positions in queries and keys change who is looked at, not what is carried on")
{
    common::Random random(3);
    const ModelShape shape = small_shape(Positions::in_queries_and_keys);
    Parameters<double> model = random_model(shape, random);
    const Sequences sequences = random_sequences(shape, 1, 7, random);
    const Trace<double> before = forward(model, sequences);
    model.positions *= 2.0;
    const Trace<double> after = forward(model, sequences);
    CHECK(difference(weights_of(before, 0, {0, 0}), weights_of(after, 0, {0, 0})) > 1e-3);
    CHECK(difference(before.layers[0].V, after.layers[0].V) == 0.0);
    CHECK(difference(before.layers[0].X, after.layers[0].X) == 0.0);
}

TEST_CASE("what comes later changes nothing, and neither do other sequences")
{
    common::Random random(4);
    for (const Positions positions : {Positions::in_queries_and_keys, Positions::in_words}) {
        const ModelShape shape = small_shape(positions);
        const Parameters<double> model = random_model(shape, random);
        Sequences sequences = random_sequences(shape, 3, 7, random);
        const Trace<double> before = forward(model, sequences);
        int& changed = sequences.tokens[7 + 4];  // place 4 of sequence 1
        changed = (changed + 1) % 9;
        const Trace<double> after = forward(model, sequences);
        for (std::size_t r = 0; r < 21; ++r) {
            const bool reached = r >= 7 + 4 && r < 14;
            const double change = difference(row_of(before.logits, r), row_of(after.logits, r));
            CHECK((change > 1e-9) == reached);
            CHECK((change == 0.0) == !reached);
        }
        const Sequences alone = sequences.from(2, 1);
        CHECK(difference(weights_of(forward(model, alone), 0, {1, 1}), weights_of(after, 2, {1, 1})) < 1e-14);
    }
}

TEST_CASE("a head that is removed is one whose W_O is 0")
{
    common::Random random(5);
    const ModelShape shape = small_shape(Positions::in_queries_and_keys);
    const Parameters<double> model = random_model(shape, random);
    const Sequences sequences = random_sequences(shape, 4, 7, random);
    for (const HeadName name : {HeadName{0, 0}, HeadName{0, 1}, HeadName{1, 0}, HeadName{1, 1}}) {
        Parameters<double> without = model;
        for (std::size_t r = 0; r < shape.d_head; ++r) {
            for (std::size_t c = 0; c < shape.d_model; ++c)
                without.layers[name.layer].W_O(name.head * shape.d_head + r, c) = 0.0;
        }
        const Trace<double> removed = forward(model, sequences, {name});
        CHECK(difference(removed.logits, forward(without, sequences).logits) < 1e-14);
        CHECK(difference(removed.logits, forward(model, sequences).logits) > 1e-3);
    }
    const Trace<double> words_alone = forward(model, sequences, {{0, 0}, {0, 1}, {1, 0}, {1, 1}});
    CHECK(difference(words_alone.X, words_alone.layers[0].X) == 0.0);
}

TEST_CASE("a head may say something else instead")
{
    common::Random random(14);
    const ModelShape shape = small_shape(Positions::in_queries_and_keys);
    const Parameters<double> model = random_model(shape, random);
    const Sequences sequences = random_sequences(shape, 4, 7, random);
    Ablation<double> ablation{.removed = {{1, 1}}};
    ablation.instead = random.normal_matrix(shape.layers, shape.heads * shape.d_head);
    const Trace<double> replaced = ablated(model, sequences, ablation);
    const Trace<double> whole = forward(model, sequences);
    for (std::size_t r = 0; r < 28; ++r) {
        for (std::size_t c = 0; c < 6; ++c) {
            const double expected = c < 3 ? whole.layers[1].found(r, c) : ablation.instead(1, c);
            CHECK(replaced.layers[1].found(r, c) == expected);
        }
    }
    ablation.instead.fill(0.0);
    CHECK(difference(ablated(model, sequences, ablation).logits, forward(model, sequences, {{1, 1}}).logits) == 0.0);
}

TEST_CASE("a cut path leaves one reader without layer 1, and all others with it")
{
    common::Random random(15);
    for (const Positions positions : {Positions::in_queries_and_keys, Positions::in_words}) {
        const Parameters<double> model = random_model(small_shape(positions), random);
        const Sequences sequences = random_sequences(model.shape, 4, 7, random);
        const LayerTrace<double> whole = forward(model, sequences).layers[1];
        const LayerTrace<double> without = forward(model, sequences, {{0, 0}, {0, 1}}).layers[1];
        for (const Reader reader : {Reader::queries, Reader::keys, Reader::values}) {
            const LayerTrace<double> cut = ablated(model, sequences, Ablation<double>{.cut = {reader}}).layers[1];
            CHECK(difference(cut.Q, reader == Reader::queries ? without.Q : whole.Q) < 1e-14);
            CHECK(difference(cut.K, reader == Reader::keys ? without.K : whole.K) < 1e-14);
            CHECK(difference(cut.V, reader == Reader::values ? without.V : whole.V) < 1e-14);
            CHECK(difference(cut.X, whole.X) == 0.0);
        }
        CHECK(difference(whole.Q, without.Q) > 1e-3);
        CHECK(difference(whole.K, without.K) > 1e-3);
        CHECK(difference(whole.V, without.V) > 1e-3);
        // All four paths at once are all that layer 1 does.
        const Ablation<double> all{.cut = {Reader::queries, Reader::keys, Reader::values, Reader::answer}};
        CHECK(difference(ablated(model, sequences, all).logits, forward(model, sequences, {{0, 0}, {0, 1}}).logits) <
              1e-13);
    }
}

TEST_CASE("a score and its part that induction needs, by two other ways")
{
    common::Random random(16);
    for (const Positions positions : {Positions::in_queries_and_keys, Positions::in_words}) {
        ModelShape shape = small_shape(positions);
        shape.heads = 1;
        const Parameters<double> model = random_model(shape, random);
        const Sequences sequences = random_sequences(shape, 1, 7, random);
        const Trace<double> trace = forward(model, sequences);
        const auto parts = [&](std::size_t key) { return score_parts(model, trace, 6, key); };
        const Matrix first = weights_of(trace, 0, {0, 0});
        const Matrix second = weights_of(trace, 0, {1, 0});
        const Matrix composed = composed_scores(model, {0, 0}, {1, 0});
        for (std::size_t key = 0; key < 7; ++key) {
            CHECK_THAT(parts(key).all() - parts(6).all(), WithinAbs(std::log(second(6, key) / second(6, 6)), 1e-12));
            if (positions == Positions::in_words) continue;  // there, places are in the words
            double expected = 0.0;                           // what layer 1 looked at, token by token
            for (std::size_t j = 0; j <= key; ++j) {
                const auto asks = static_cast<std::size_t>(sequences.token(0, 6));
                expected += first(key, j) * composed(asks, static_cast<std::size_t>(sequences.token(0, j)));
            }
            CHECK_THAT(parts(key).composed, WithinAbs(expected / std::sqrt(3.0), 1e-12));
        }
        CHECK(score_parts(model, forward(model, sequences, {{0, 0}}), 6, 2).composed == 0.0);
        CHECK_THROWS_AS(score_parts(random_model(small_shape(positions), random), trace, 6, 2), std::invalid_argument);
    }
}

TEST_CASE("votes by distances: sure when one block is possible, a guess among blocks later")
{
    common::Random random(17);
    const RepeatedTask task;
    const Sequences sequences = repeated_sequences(task, 400, random);
    std::vector<double> right(32, 0.0);
    std::vector<double> asked(32, 0.0);
    for (std::size_t s = 0; s < 400; ++s) {
        for (std::size_t i = 0; i < 32; ++i) {
            if (sequences.target(s, i) == nothing_asked) continue;
            asked[i] += 1;
            right[i] += voted_by_distances(task, sequences, s, i) == sequences.target(s, i) ? 1 : 0;
        }
    }
    CHECK(right[9] == asked[9]);  // only a block of 9 is over by then
    CHECK_THAT(right[10] / asked[10], WithinAbs(0.5, 0.15));
    CHECK_THAT(right[16] / asked[16], WithinAbs(0.125, 0.06));
    CHECK_THAT(accuracy_by_distances(task, sequences), WithinAbs(0.24, 0.03));
}

TEST_CASE("only what is asked counts, each answer alike")
{
    common::Random random(6);
    const ModelShape shape = small_shape(Positions::in_queries_and_keys);
    const Parameters<double> model = random_model(shape, random);
    Sequences sequences = random_sequences(shape, 2, 7, random);
    const Trace<double> trace = forward(model, sequences);
    const Matrix probabilities = softmax_rows(trace.logits);
    double loss = 0.0;
    double right = 0.0;
    for (std::size_t r = 0; r < 14; ++r) {
        if (sequences.targets[r] == nothing_asked) continue;
        const auto target = static_cast<std::size_t>(sequences.targets[r]);
        loss -= std::log(probabilities(r, target));
        right += probabilities(r, target) == xt::amax(row_of(probabilities, r))() ? 1.0 : 0.0;
    }
    const auto asked = static_cast<double>(sequences.asked());
    CHECK_THAT(result_of(trace, sequences).loss, WithinAbs(loss / asked, 1e-13));
    CHECK_THAT(result_of(trace, sequences).accuracy, WithinAbs(right / asked, 1e-13));

    for (int& target : sequences.targets) target = nothing_asked;
    BatchGradient<double> gradient(shape);
    CHECK(gradient.of(model, sequences).loss == 0.0);
    for (const std::span<double>& part : parts_of(gradient.gradient())) {
        for (const double x : part) CHECK(x == 0.0);
    }
}

TEST_CASE("the gradient of a batch has the same bits, however many threads compute it and whatever came before")
{
    common::Random random(7);
    const Parameters<float> model = random_parameters<float>(ModelShape{}, random);
    const Sequences other = repeated_sequences({}, 32, random);
    const Sequences batch = repeated_sequences({}, 30, random);  // the last chunk is not full
    BatchGradient<float> one(ModelShape{}, 1);
    const Result expected = one.of(model, batch);
    for (const int threads : {2, 3, 0}) {
        BatchGradient<float> several(ModelShape{}, threads);
        several.of(model, other);
        const Result result = several.of(model, batch);
        CHECK(result.loss == expected.loss);
        CHECK(result.accuracy == expected.accuracy);
        const common::Parts<float> a = parts_of(one.gradient());
        const common::Parts<float> b = parts_of(several.gradient());
        for (std::size_t p = 0; p < a.size(); ++p) CHECK(std::equal(a[p].begin(), a[p].end(), b[p].begin()));
    }
}

TEST_CASE("the same seed learns the same numbers, float what double learns")
{
    Recipe recipe;
    recipe.steps = 5;
    const auto same = [](const auto& a, const auto& b) { return difference(a.layers[1].W_Q, b.layers[1].W_Q); };
    const Parameters<float> once = train<float>(recipe);
    recipe.threads = 2;
    CHECK(same(once, train<float>(recipe)) == 0.0);
    const Numbers<float> in_double = xt::cast<float>(train<double>(recipe).layers[1].W_Q);
    CHECK(difference(once.layers[1].W_Q, in_double) < 1e-3);
    recipe.seed = 2;
    CHECK(same(once, train<float>(recipe)) > 1e-2);
}

TEST_CASE("sequences repeat their blocks, and ask what can be known")
{
    common::Random random(8);
    const RepeatedTask task;
    const Sequences sequences = repeated_sequences(task, 200, random);
    REQUIRE(sequences.count() == 200);
    std::set<std::size_t> lengths;
    for (std::size_t s = 0; s < 200; ++s) {
        const std::size_t block = block_of(sequences, s);
        lengths.insert(block);
        std::set<int> different;
        for (std::size_t t = 0; t < 32; ++t) {
            if (t < block) different.insert(sequences.token(s, t));
            if (t >= block) CHECK(sequences.token(s, t) == sequences.token(s, t - block));
            const bool asks = t >= block && t + 1 < 32;
            CHECK(sequences.target(s, t) == (asks ? sequences.token(s, t + 1) : nothing_asked));
        }
        CHECK(different.size() == block);
    }
    CHECK(lengths == std::set<std::size_t>{9, 10, 11, 12, 13, 14, 15, 16});
}

TEST_CASE("scores of weights made by hand")
{
    const Sequences sequences{6, {3, 1, 2, 3, 1, 2}, {-1, -1, -1, 1, 2, -1}};
    CHECK(block_of(sequences, 0) == 3);
    CHECK(weight_on(previous_cells(sequences, 0), Matrix(xt::eye<double>(6, -1))) == 1.0);
    CHECK(weight_on(induction_cells(sequences, 0), Matrix(xt::eye<double>(6, -2))) == 1.0);
    CHECK(weight_on(induction_cells(sequences, 0), Matrix(xt::eye<double>(6, -3))) == 0.0);
    CHECK(weight_on(induction_cells(sequences, 0), Matrix(xt::eye<double>(6, -1))) == 0.0);

    Matrix even = xt::zeros<double>({6, 6});
    for (std::size_t i = 0; i < 6; ++i) {
        for (std::size_t j = 0; j <= i; ++j) even(i, j) = 1.0 / static_cast<double>(i + 1);
    }
    CHECK_THAT(weight_on(previous_cells(sequences, 0), even), WithinAbs((1.0 / 2 + 1.0 / 3) / 2, 1e-15));
    CHECK_THAT(weight_on(induction_cells(sequences, 0), even), WithinAbs((1.0 / 4 + 1.0 / 5) / 2, 1e-15));
    CHECK(largest_on(previous_cells(sequences, 0), even) == 0.5);
}

TEST_CASE("two heads in sequence, read from their matrices")
{
    common::Random random(9);
    const ModelShape shape = small_shape(Positions::in_queries_and_keys);
    const Parameters<double> model = random_model(shape, random);
    const Matrix composed = composed_scores(model, {0, 1}, {1, 0});
    const HeadMatrices first = head_of(model, {0, 1});
    const HeadMatrices second = head_of(model, {1, 0});
    const Vector asks = project(row_of(model.embedding, 4), second.W_Q);
    const Vector key = project(project(project(row_of(model.embedding, 7), first.W_V), first.W_O), second.W_K);
    CHECK_THAT(composed(4, 7), WithinAbs(dot(asks, key), 1e-13));
    const Vector written = project(project(row_of(model.embedding, 7), first.W_V), first.W_O);
    CHECK_THAT(copied_scores(model, {0, 1})(7, 2), WithinAbs(dot(written, column_of(model.unembedding, 2)), 1e-13));
    CHECK(rows_led_by_diagonal({{2, 1, 0}, {3, 2, 1}, {0, 0, 1}}) == 2);

    const Vector place = project(row_of(model.positions, 3), head_of(model, {0, 0}).W_Q);
    const Vector earlier = project(row_of(model.positions, 1), head_of(model, {0, 0}).W_K);
    CHECK_THAT(scores_of_places(model, {0, 0})(3, 1), WithinAbs(dot(place, earlier), 1e-13));
    CHECK(rows_led_by_place_before({{2, 9, 9}, {3, 2, 9}, {4, 1, 3}}, 1, 3) == 1);
    CHECK_THROWS_AS(composed_scores(model, {1, 0}, {1, 0}), std::invalid_argument);
}

TEST_CASE("what does not fit is refused")
{
    common::Random random(10);
    const ModelShape shape = small_shape(Positions::in_queries_and_keys);
    const Parameters<double> model = random_model(shape, random);
    const auto refused = [&](const Sequences& sequences, const std::vector<HeadName>& removed = {}) {
        CHECK_THROWS_AS(forward(model, sequences, removed), std::invalid_argument);
    };
    refused({8, std::vector<int>(8, 0), std::vector<int>(8, 0)});
    refused({2, {0, 9}, {0, 0}});
    refused({2, {0, -1}, {0, 0}});
    refused({2, {0, 0}, {0, 9}});
    refused({2, {0, 0}, {0, -2}});
    refused({2, {0, 0, 0}, {0, 0, 0}});
    refused({2, {0, 0}, {0}});
    refused({2, {0, 0}, {0, 0}}, {{2, 0}});
    refused({2, {0, 0}, {0, 0}}, {{0, 2}});
    const auto refused_ablation = [](const Parameters<double>& some, const Ablation<double>& ablation) {
        CHECK_THROWS_AS(ablated(some, {2, {0, 0}, {0, 0}}, ablation), std::invalid_argument);
    };
    refused_ablation(model, {.removed = {}, .instead = xt::zeros<double>({2, 5}), .cut = {}});
    ModelShape one_layer = shape;
    one_layer.layers = 1;
    refused_ablation(random_model(one_layer, random), {.removed = {}, .instead = {}, .cut = {Reader::keys}});
    const Trace<double> trace = forward(model, {2, {0, 0}, {0, 0}});
    CHECK_THROWS_AS(weights_of(trace, 1, {0, 0}), std::invalid_argument);
    CHECK_THROWS_AS(result_of(trace, {1, {0}, {0}}), std::invalid_argument);
    CHECK_THROWS_AS(repeated_sequences({.longest_block = 17}, 1, random), std::invalid_argument);
    CHECK_THROWS_AS(repeated_sequences({.shortest_block = 0}, 1, random), std::invalid_argument);
    CHECK(forward(model, Sequences{}).logits.size() == 0);
}

TEST_CASE("an induction head forms in 8 of 8 models, out of two heads that need each other", "[trained]")
{
    common::Random random(11);
    const Sequences sequences = repeated_sequences({}, 128, random);
    for (std::uint64_t seed = 1; seed <= seeds_to_try; ++seed) {
        INFO("seed " << seed);
        Recipe recipe;
        recipe.seed = seed;
        const Parameters<float> model = train<float>(recipe);
        const Report report = report_on(model, sequences);
        CHECK(report.whole.accuracy >= 0.99);
        CHECK(report.first.previous_largest >= 0.95);
        CHECK(report.first.previous >= 0.5);
        CHECK(report.second.induction >= 0.9);
        CHECK(report.without_first < 0.2);
        CHECK(report.without_second < 0.1);
        CHECK(report.without_both < 0.1);
        CHECK(rows_led_by_diagonal(composed_scores(model, {0, 0}, {1, 0})) >= 22);
        CHECK(rows_led_by_diagonal(copied_scores(model, {1, 0})) >= 22);
        CHECK(rows_led_by_place_before(scores_of_places(model, {0, 0}), 1, 17) >= 14);
        // Only keys need the first layer: without that path the model guesses, with no other it does all.
        const std::vector<Without> cut = cut_paths(model, sequences);
        CHECK(cut[0].accuracy == report.whole.accuracy);
        for (const std::size_t others : {1U, 3U, 4U, 5U}) CHECK(cut[others].accuracy >= 0.97);
        CHECK(cut[2].accuracy < 0.2);
        CHECK(cut[2].induction < 0.2);
        const std::vector<Without> heads = without_heads(model, sequences);
        CHECK(heads[1].accuracy == report.without_first);
        CHECK(heads[2].accuracy == report.without_second);
        CHECK(heads[2].induction == report.second.induction);  // it still looks; nobody hears what it found
        const Sequences shorter = repeated_sequences({.shortest_block = 7, .longest_block = 8}, 64, random);
        CHECK(result_of(forward(model, shorter), shorter).accuracy >= 0.9);
    }
}

TEST_CASE("one layer does not get there in twice as many steps", "[trained]")
{
    Recipe recipe;
    recipe.shape.layers = 1;
    recipe.steps = 2000;
    common::Random random(12);
    const Sequences sequences = repeated_sequences({}, 128, random);
    const Trace<float> trace = forward(train<float>(recipe), sequences);
    CHECK_THAT(result_of(trace, sequences).accuracy, WithinAbs(accuracy_by_distances(recipe.task, sequences), 0.05));
    CHECK(head_scores(trace, sequences, {0, 0}).induction < 0.3);
}

TEST_CASE("blocks of one length teach a place, not a rule")
{
    const common::Random random(13);
    for (const std::size_t layers : {1U, 2U}) {
        Recipe recipe;
        recipe.shape.layers = layers;
        recipe.steps = 400;
        recipe.task.shortest_block = recipe.task.longest_block = trap_block;
        const Trap trap = trap_of(train<float>(recipe), 64, random);
        CHECK(trap.known >= 0.99);
        CHECK(trap.shorter < 0.1);
        CHECK(trap.longer < 0.3);
        CHECK(trap.mixed < 0.3);
        CHECK(trap.is_sprung());
    }
}

TEST_CASE("snapshots are those of the model that is trained, from step 0 to the last")
{
    Recipe recipe;
    recipe.steps = 20;
    int seen = 0;
    const PhaseChange change =
        phase_change(recipe, fresh_sequences(8), 10, [&](int, const Parameters<float>&) { ++seen; });
    CHECK(seen == 21);
    REQUIRE(change.snapshots.size() == 3);
    CHECK(change.snapshots[1].step == 10);
    CHECK(change.snapshots[2].result.loss < change.snapshots[0].result.loss);
    common::Random random(recipe.seed);
    CHECK(difference(change.before.embedding, random_parameters<float>(recipe.shape, random).embedding) == 0.0);
    CHECK(difference(change.model.embedding, train<float>(recipe).embedding) == 0.0);
    CHECK(fresh_sequences(3).tokens == fresh_sequences(3).tokens);
}

TEST_CASE("looks are followed back along the largest weights")
{
    CHECK(largest_in_row({{0.1, 0.6, 0.3}, {0.5, 0.2, 0.3}}, 1) == 0);
    common::Random random(17);
    const Parameters<double> model = random_parameters<double>({}, random);
    const Trace<double> trace = forward(model, fresh_sequences(1));
    const Matrix first = weights_of(trace, 0, first_head);
    const Matrix second = weights_of(trace, 0, second_head);
    const std::vector<Look> looks = followed_back(trace, 4, 7);
    REQUIRE(looks.size() == 3);
    for (const Look& look : looks) {
        for (std::size_t j = 0; j < 32; ++j) CHECK(second(look.place, j) <= look.weight);
        CHECK(first(look.looks_at, look.looked_at) == look.first_weight);
    }
    const std::vector<Candidate> best = two_best_keys(model, trace, 6);
    CHECK(best[0].key == looks[2].looks_at);
    CHECK(best[1].key != best[0].key);
    CHECK(best[0].weight >= best[1].weight);
    CHECK_THAT(std::exp(best[0].parts.all() - best[1].parts.all()), WithinAbs(best[0].weight / best[1].weight, 1e-9));
}

TEST_CASE("the trap is set for one layer and for two, in the same number of steps")
{
    Recipe recipe;
    recipe.steps = 2;
    int steps = 0;
    const std::vector<Trapped> all = traps(recipe, [&](int, const Parameters<float>&) { ++steps; });
    CHECK(steps == 2 * 3);
    REQUIRE(all.size() == 2);
    CHECK_FALSE(all[0].trap.is_sprung());  // nothing has been learned in two steps
    CHECK(one_layer(recipe, fresh_sequences(4), [](int, const Parameters<float>&) {}).accuracy < 0.5);
}
