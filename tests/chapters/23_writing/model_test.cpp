#include "23_writing/model/forward.hpp"

#include "23_writing/model/backward.hpp"
#include "23_writing/model/mlp.hpp"
#include "23_writing/model/norm.hpp"
#include "23_writing/model/shape.hpp"
#include "23_writing/model/turns.hpp"
#include "23_writing/model/writer.hpp"

#include "12_masks/masked_attention.hpp"
#include "12_masks/masks.hpp"
#include "13_multi_head/heads.hpp"
#include "16_positions/rotary.hpp"
#include "17_induction/model.hpp"
#include "17_induction/sequences.hpp"

#include "common/blas.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"
#include "tests/catch.hpp"
#include "tests/near.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <numbers>
#include <set>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

using namespace attention;
using tests::difference;

namespace
{

/// All sizes different, so that no matrix can be taken for another.
WriterShape small_shape(Piece without = Piece::nothing)
{
    return {.vocabulary = 9, .length = 7, .d_model = 12, .heads = 3, .layers = 2, .d_hidden = 10, .without = without};
}

/// Random tokens; at about two of three places something is asked.
Sequences random_sequences(std::size_t count, std::size_t length, common::Random& random)
{
    Sequences sequences{length, {}, {}};
    for (std::size_t i = 0; i < count * length; ++i) {
        sequences.tokens.push_back(static_cast<int>(random.below(9)));
        const int target = static_cast<int>(random.below(9));
        sequences.targets.push_back(random.below(3) == 0 ? nothing_asked : target);
    }
    return sequences;
}

/// A model whose gains differ from 1, and from each other.
Writer<double> random_model(const WriterShape& shape, common::Random& random)
{
    Writer<double> model = random_writer<double>(shape, random);
    for (const std::span<double>& part : parts_of(model)) {
        for (double& x : part) x *= 1 + 0.3 * random.normal();
    }
    return model;
}

double loss_by_oracle(const Writer<double>& model, const Sequences& sequences)
{
    WriterTrace<double> trace;
    forward(model, sequences, trace);
    double sum = 0.0;
    for (const double loss : losses(trace.logits, sequences.targets)) sum += loss;
    return sum / static_cast<double>(sequences.asked());
}

/// The relative error of a part's gradient against central differences: |a - b| / (|a| + |b|).
double gradient_error(Writer<double>& model, const Sequences& batch, const std::span<double>& part,
                      const std::span<double>& gradient)
{
    double apart = 0.0;
    double lengths = 0.0;
    for (std::size_t i = 0; i < part.size(); ++i) {
        const double at = part[i];
        part[i] = at + 1e-5;
        const double above = loss_by_oracle(model, batch);
        part[i] = at - 1e-5;
        const double tried = (above - loss_by_oracle(model, batch)) / 2e-5;
        part[i] = at;
        apart += (tried - gradient[i]) * (tried - gradient[i]);
        lengths += tried * tried + gradient[i] * gradient[i];
    }
    return apart == 0.0 ? 0.0 : std::sqrt(apart / lengths);
}

/// The norm of chapter 23, written down once more.
Matrix normed_by_formula(const Matrix& X, const Vector& gain)
{
    Matrix Y = X;
    for (std::size_t i = 0; i < X.shape(0); ++i) {
        double squares = 0.0;
        for (std::size_t c = 0; c < X.shape(1); ++c) squares += X(i, c) * X(i, c);
        const double rms = std::sqrt(squares / static_cast<double>(X.shape(1)) + 1e-6);
        for (std::size_t c = 0; c < X.shape(1); ++c) Y(i, c) = gain(c) * X(i, c) / rms;
    }
    return Y;
}

/// The heads of a block in the words of chapters 12, 13 and 16.
Matrix heads_by_chapters(const WriterBlock<double>& W, const Matrix& N, std::size_t count)
{
    const std::vector<Matrix> Q = split_heads(common::product(N, W.W_Q), count);
    const std::vector<Matrix> K = split_heads(common::product(N, W.W_K), count);
    const std::vector<Matrix> V = split_heads(common::product(N, W.W_V), count);
    std::vector<Matrix> found;
    for (std::size_t h = 0; h < count; ++h) {
        const BoolMatrix mask = causal_mask(N.shape(0), N.shape(0));
        found.push_back(scaled_dot_product_attention(rotated(Q[h]), rotated(K[h]), V[h], mask).output);
    }
    return common::product(concatenated(found), W.W_O);
}

Matrix mlp_by_formula(const Matrix& N, const Matrix& W_in, const Matrix& W_out)
{
    Matrix hidden = common::product(N, W_in);
    for (double& x : hidden) x /= 1 + std::exp(-1.702 * x);
    return common::product(hidden, W_out);
}

/// A whole model for one sequence, in these words.
Matrix logits_by_chapters(const Writer<double>& model, const std::vector<int>& tokens)
{
    const WriterShape& shape = model.shape;
    Matrix X = xt::zeros<double>({tokens.size(), shape.d_model});
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Vector row = row_of(model.embedding, static_cast<std::size_t>(tokens[i]));
        set_row(X, i, row * std::sqrt(static_cast<double>(shape.d_model)));
    }
    for (const WriterBlock<double>& W : model.blocks) {
        const bool has_norm = shape.without != Piece::norm;
        X += heads_by_chapters(W, has_norm ? normed_by_formula(X, W.attention_gain) : X, shape.heads);
        X += mlp_by_formula(has_norm ? normed_by_formula(X, W.mlp_gain) : X, W.W_in, W.W_out);
    }
    return common::product_transposed(normed_by_formula(X, model.final_gain), model.embedding);
}

constexpr Piece pieces[] = {Piece::nothing, Piece::attention, Piece::positions,
                            Piece::mlp,     Piece::norm,      Piece::residual};

}  // namespace

TEST_CASE("the gradient of the whole model agrees with central differences, in each of its parts")
{
    for (const Piece without : pieces) {
        common::Random random(1);
        Writer<double> model = random_model(small_shape(without), random);
        const Sequences batch = random_sequences(6, 7, random);  // a chunk, and half of one
        WriterGradient<double> by_hand(model.shape, 1);
        CHECK_THAT(by_hand.of(model, batch), WithinAbs(loss_by_oracle(model, batch), 1e-12));
        const std::vector<NamedPart<double>> gradients = named_parts(by_hand.gradient());
        const std::vector<NamedPart<double>> parts = named_parts(model);
        for (std::size_t p = 0; p < parts.size(); ++p) {
            INFO(parts[p].name << " without " << static_cast<int>(without));
            CHECK(gradient_error(model, batch, parts[p].numbers, gradients[p].numbers) < 1e-7);
        }
    }
}

TEST_CASE("what a model is built without learns nothing, and all the rest does")
{
    common::Random random(2);
    const auto unused = [&](Piece without) {
        const Writer<double> model = random_model(small_shape(without), random);
        WriterGradient<double> batch(model.shape, 1);
        batch.of(model, random_sequences(4, 7, random));
        std::set<std::string> names;
        for (const NamedPart<double>& part : named_parts(batch.gradient())) {
            if (std::ranges::all_of(part.numbers, [](double x) { return x == 0.0; })) names.insert(part.name);
        }
        return names;
    };
    CHECK(unused(Piece::nothing).empty());
    CHECK(unused(Piece::positions).empty());
    CHECK(unused(Piece::residual).empty());
    CHECK(unused(Piece::norm) == std::set<std::string>{"blocks.0.attention_gain", "blocks.0.mlp_gain",
                                                       "blocks.1.attention_gain", "blocks.1.mlp_gain", "final_gain"});
    CHECK(unused(Piece::mlp) == std::set<std::string>{"blocks.0.mlp_gain", "blocks.0.W_in", "blocks.0.W_out",
                                                      "blocks.1.mlp_gain", "blocks.1.W_in", "blocks.1.W_out"});
    CHECK(unused(Piece::attention).size() == 10);
}

TEST_CASE("the model is made of the chapters' pieces, and of a norm and an MLP")
{
    common::Random random(3);
    const Writer<double> model = random_model(small_shape(), random);
    const Sequences sequences = random_sequences(3, 6, random);
    WriterTrace<double> trace;
    forward(model, sequences, trace);
    for (std::size_t s = 0; s < 3; ++s) {
        const Sequences one = sequences.from(s, 1);
        const Matrix given = xt::view(trace.logits, xt::range(6 * s, 6 * s + 6), xt::all());
        CHECK(difference(given, logits_by_chapters(model, one.tokens)) < 1e-12);
    }
}

TEST_CASE("float and double agree, and loops made for this processor with formulas")
{
    common::Random random(4);
    common::Random again(4);
    const Writer<double> exact = random_writer<double>(WriterShape{}, random);
    const Writer<float> fast = random_writer<float>(WriterShape{}, again);
    Sequences text{40, {}, {}};
    for (int i = 0; i < 40; ++i) {
        text.tokens.push_back(i * 25);
        text.targets.push_back(nothing_asked);
    }
    WriterTrace<float> trace;
    forward(fast, text, trace);
    const Matrix given = xt::cast<double>(trace.logits);
    CHECK(difference(given, logits_by_chapters(exact, text.tokens)) < 2e-4);
}

TEST_CASE("nobody sees what comes later")
{
    common::Random random(5);
    const Writer<double> model = random_model(small_shape(), random);
    Sequences text = random_sequences(1, 7, random);
    WriterTrace<double> before;
    WriterTrace<double> after;
    forward(model, text, before);
    text.tokens[5] = (text.tokens[5] + 1) % 9;
    forward(model, text, after);
    for (std::size_t i = 0; i < 7; ++i) {
        const double change = difference(row_of(before.logits, i), row_of(after.logits, i));
        CHECK((i < 5 ? change == 0.0 : change > 1e-6));
    }
}

TEST_CASE("without attention a place knows its own token; without positions, who was there, not where")
{
    common::Random random(6);
    const auto last_row = [](const Writer<double>& model, const std::vector<int>& tokens) {
        WriterTrace<double> trace;
        forward(model, {tokens.size(), tokens, tokens}, trace);
        return row_of(trace.logits, tokens.size() - 1);
    };
    const Writer<double> deaf = random_model(small_shape(Piece::attention), random);
    CHECK(difference(last_row(deaf, {1, 2, 3}), last_row(deaf, {7, 5, 3})) == 0.0);
    const Writer<double> unordered = random_model(
        {.vocabulary = 9, .length = 7, .d_model = 12, .heads = 3, .layers = 1, .without = Piece::positions}, random);
    CHECK(difference(last_row(unordered, {1, 2, 3}), last_row(unordered, {2, 1, 3})) < 1e-12);
    const Writer<double> whole = random_model(small_shape(), random);
    CHECK(difference(last_row(whole, {1, 2, 3}), last_row(whole, {2, 1, 3})) > 1e-3);
}

TEST_CASE("the gradient has the same bits, however many threads there are")
{
    common::Random random(7);
    const Writer<float> model = random_writer<float>(small_shape(), random);
    const Sequences batch = random_sequences(14, 7, random);
    const auto gradient = [&](int threads) {
        WriterGradient<float> by_hand(model.shape, threads);
        by_hand.of(model, random_sequences(20, 7, random));  // what was there before does not matter
        const double loss = by_hand.of(model, batch);
        std::vector<float> all = {static_cast<float>(loss)};
        for (const std::span<float>& part : parts_of(by_hand.gradient()))
            all.insert(all.end(), part.begin(), part.end());
        return all;
    };
    CHECK(gradient(1) == gradient(2));
    CHECK(gradient(1) == gradient(5));
}

TEST_CASE("the gradient of the batch is the mean over its places, not over its chunks")
{
    common::Random random(8);
    Writer<double> model = random_model(small_shape(), random);
    Sequences batch = random_sequences(5, 7, random);
    std::fill(batch.targets.begin() + 28, batch.targets.end(), nothing_asked);
    batch.targets[28] = 3;  // a chunk with a single question
    WriterGradient<double> by_hand(model.shape);
    CHECK_THAT(by_hand.of(model, batch), WithinAbs(loss_by_oracle(model, batch), 1e-12));
    CHECK(gradient_error(model, batch, {model.final_gain.data(), 12}, {by_hand.gradient().final_gain.data(), 12}) <
          1e-7);
}

TEST_CASE("a norm brings rows to one size, and a row of zeros to zeros")
{
    const Matrix X = {{3, 4, 0, 0}, {300, 400, 0, 0}, {0, 0, 0, 0}};
    Normed<double> normed;
    norm<double>(X, {1, 1, 1, 2}, normed);
    CHECK(difference(row_of(normed.rows, 0), Vector{1.2, 1.6, 0, 0}) < 1e-6);  // 5 / sqrt(4) = 2.5
    CHECK(difference(row_of(normed.rows, 0), row_of(normed.rows, 1)) < 1e-6);
    CHECK(difference(row_of(normed.rows, 2), Vector{0, 0, 0, 0}) == 0.0);
}

TEST_CASE("the way back through a norm has nothing along the row: longer rows come out alike")
{
    const Matrix X = {{1, -2, 0.5}};
    const xt::xtensor<double, 1> gain = {1, 0.5, 2};
    Normed<double> normed;
    norm(X, gain, normed);
    Matrix dX = xt::zeros<double>({1, 3});
    xt::xtensor<double, 1> dgain = xt::zeros<double>({3});
    norm_backward(X, gain, normed, Matrix{{0.3, -1, 2}}, dgain, dX);
    CHECK(std::abs(dX(0, 0) * 1 + dX(0, 1) * -2 + dX(0, 2) * 0.5) < 1e-5);
    CHECK(std::abs(dX(0, 0)) > 0.01);
}

TEST_CASE("GELU: nothing far below 0, all far above, and about half at 0")
{
    MlpTrace<double> t;
    t.hidden = {{-20, -1, 0, 1, 20, 1000, -1000}};
    gelu(t);
    CHECK_THAT(t.bent(0, 0), WithinAbs(0, 1e-12));
    CHECK_THAT(t.bent(0, 1), WithinAbs(-1 / (1 + std::exp(1.702)), 1e-14));
    CHECK(t.bent(0, 2) == 0.0);
    CHECK_THAT(t.bent(0, 3), WithinAbs(1 / (1 + std::exp(-1.702)), 1e-14));
    CHECK_THAT(t.bent(0, 4), WithinAbs(20, 1e-12));
    CHECK(t.bent(0, 5) == 1000.0);
    CHECK(t.bent(0, 6) == 0.0);
    // The exact one is x times the probability that a normal number is below x. The paper allows this form an error of 0.02.
    for (const double x : {-3.0, -0.7, 0.4, 2.0}) {
        t.hidden = {{x}};
        gelu(t);
        CHECK_THAT(t.bent(0, 0), WithinAbs(x * 0.5 * std::erfc(-x / std::numbers::sqrt2), 0.021));
    }
}

TEST_CASE("turns are those of chapter 16, for each head and each sequence, and go back")
{
    common::Random random(9);
    const Matrix X = random.normal_matrix(10, 8);  // two sequences of 5, two heads of 4
    Matrix turned = X;
    turn(turns_of<double>(5, 4), 1.0, turned);
    for (std::size_t s = 0; s < 2; ++s) {
        for (std::size_t h = 0; h < 2; ++h) {
            const auto part = [&](const Matrix& M) {
                return Matrix(xt::view(M, xt::range(5 * s, 5 * s + 5), xt::range(4 * h, 4 * h + 4)));
            };
            CHECK(difference(part(turned), rotated(part(X))) < 1e-14);
        }
    }
    turn(turns_of<double>(5, 4), -1.0, turned);
    CHECK(difference(turned, X) < 1e-14);
}

TEST_CASE("each part has a name of its own, and all together as many numbers as there are")
{
    for (const WriterShape& shape : {WriterShape{}, small_shape()}) {
        Writer<float> model = zero_writer<float>(shape);
        std::set<std::string> names;
        std::size_t count = 0;
        for (const NamedPart<float>& part : named_parts(model)) {
            std::size_t product = 1;
            for (const std::size_t size : part.shape) product *= size;
            CHECK(product == part.numbers.size());
            count += product;
            names.insert(part.name);
        }
        CHECK(names.size() == 2 + 8 * shape.layers);
        CHECK(names.contains("blocks.1.W_out"));
        CHECK(count == parameter_count(shape));
    }
    CHECK(parameter_count(WriterShape{}) == 164160);
}

TEST_CASE("the sizes of the parts are those of the numbers under their names")
{
    const WriterShape shape{.vocabulary = 11, .length = 5, .d_model = 12, .heads = 3, .layers = 3, .d_hidden = 7};
    Writer<float> model = zero_writer<float>(shape);
    std::map<std::string, std::size_t> counted;
    for (const NamedPart<float>& part : named_parts(model)) {
        const bool is_gain = part.name.ends_with("gain");
        const bool is_mlp = part.name.ends_with("W_in") || part.name.ends_with("W_out");
        counted[is_gain                    ? "norm"
                : is_mlp                   ? "MLP"
                : part.name == "embedding" ? "embedding"
                                           : "attention"] += part.numbers.size();
    }
    const PartSizes sizes = part_sizes(shape);
    CHECK(sizes.embedding == counted["embedding"]);
    CHECK(sizes.attention == counted["attention"]);
    CHECK(sizes.mlps == counted["MLP"]);
    CHECK(sizes.norms == counted["norm"]);
}

TEST_CASE("a new model guesses, and its rows have numbers of size 1")
{
    common::Random random(10);
    const Writer<double> model = random_writer<double>(WriterShape{}, random);
    Sequences text{64, {}, {}};
    for (int i = 0; i < 64; ++i) {
        text.tokens.push_back(i);
        text.targets.push_back(i + 500);
    }
    CHECK_THAT(loss_by_oracle(model, text), WithinAbs(std::log(1024), 1.0));
    WriterTrace<double> trace;
    forward(model, text, trace);
    double squares = 0.0;
    for (const double x : trace.blocks[0].X) squares += x * x;
    CHECK_THAT(squares / 4096, WithinAbs(1.0, 0.1));
}

TEST_CASE("what a model cannot read is refused in words")
{
    common::Random random(11);
    const Writer<double> model = random_model(small_shape(), random);
    WriterTrace<double> trace;
    CHECK_THROWS_WITH(forward(model, {1, {9}, {0}}, trace), "forward: token 9 and then 0, but the model knows 0 to 8");
    CHECK_THROWS_WITH(forward(model, {1, {0}, {-2}}, trace),
                      "forward: token 0 and then -2, but the model knows 0 to 8");
    CHECK_THROWS_WITH(forward(model, {2, {0, 1, 2}, {0, 1, 2}}, trace),
                      "forward: 3 tokens and 3 targets in sequences of 2; each token needs one target");
    const Writer<double> odd = zero_writer<double>({.vocabulary = 9, .d_model = 9, .heads = 3});
    CHECK_THROWS_AS(forward(odd, {1, {0}, {0}}, trace), std::invalid_argument);
}
