// The ways that are timed: each is what it says it is, and costs what its formula says.

#include "24_cheaper/linear/fast_weights.hpp"
#include "24_cheaper/linear/linear_attention.hpp"
#include "24_cheaper/linear/random_features.hpp"
#include "24_cheaper/measured/in_chunks.hpp"
#include "24_cheaper/measured/shortcuts.hpp"
#include "24_cheaper/measured/way.hpp"
#include "24_cheaper/sparse/chosen_blocks.hpp"
#include "24_cheaper/sparse/top_k.hpp"
#include "24_cheaper/windows/reach.hpp"

#include "01_similarity/similarity.hpp"
#include "02_softmax/softmax.hpp"
#include "03_weighted_sum/weighted_sum.hpp"
#include "12_masks/masked_attention.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"
#include "common/tile.hpp"
#include "tests/catch.hpp"
#include "tests/near.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <memory>
#include <vector>

using namespace attention;
using tests::difference;

namespace
{

constexpr std::size_t n = 50;
const Sizes small{.d = 8, .window = 7, .top = 3, .block = 4, .chosen = 2, .features = 16};

/// Queries, keys and values of a text.
struct Text {
    Matrix Q, K, V;
};

Text random_text()
{
    common::Random random(24);
    return {random.normal_matrix(n, small.d), random.normal_matrix(n, small.d), random.normal_matrix(n, small.d)};
}

/// What a way gives.
Matrix given_by(Way<double>& way, const Text& text)
{
    Matrix O = xt::zeros<double>({n, small.d});
    attend_in_order(way, n, small.d, text.Q.data(), text.K.data(), text.V.data(), O.data());
    return O;
}

/// Softmax of token t over some of the keys, by the pieces of chapters 1 to 3.
Vector over_places(const Text& text, std::size_t t, const std::vector<std::size_t>& places)
{
    Vector scores = xt::zeros<double>({places.size()});
    Matrix values = xt::zeros<double>({places.size(), small.d});
    for (std::size_t i = 0; i < places.size(); ++i) {
        scores(i) = dot(row_of(text.Q, t), row_of(text.K, places[i])) / std::sqrt(static_cast<double>(small.d));
        set_row(values, i, row_of(text.V, places[i]));
    }
    return weighted_sum(softmax(scores), values);
}

/// The first rows of a matrix.
Matrix first_rows(const Matrix& M, std::size_t rows) { return xt::view(M, xt::range(std::size_t{0}, rows)); }

}  // namespace

TEST_CASE("softmax, token by token, is causal attention")
{
    const Text text = random_text();
    const Matrix right = scaled_dot_product_attention(text.Q, text.K, text.V, causal_mask(n, n)).output;
    CHECK(difference(given_by(*softmax_way<double>(small), text), right) < 1e-13);
}

TEST_CASE("a window, token by token, is attention over a window")
{
    const Text text = random_text();
    const Matrix right = scaled_dot_product_attention(text.Q, text.K, text.V, window_mask(n, 7)).output;
    CHECK(difference(given_by(*window_way<double>(small), text), right) < 1e-13);
}

TEST_CASE("top-k, token by token, sees the keys with the largest scores")
{
    const Text text = random_text();
    const Matrix found = given_by(*top_k_way<double>(small), text);
    for (std::size_t t = 0; t < n; ++t) {
        const Vector scores = score_row(row_of(text.Q, t), first_rows(text.K, t + 1));
        CHECK(difference(row_of(found, t), over_places(text, t, largest_places(scores, 3))) < 1e-13);
    }
}

TEST_CASE("chosen blocks, token by token, are the best full ones, and the one that is being filled")
{
    const Text text = random_text();
    const Matrix found = given_by(*blocks_way<double>(small), text);
    for (std::size_t t = 0; t < n; ++t) {
        const std::size_t full = (t + 1) / 4 * 4;
        std::vector<std::size_t> places =
            keys_of_best_blocks(row_of(text.Q, t), mean_keys(first_rows(text.K, full), 4), 4, 2, full);
        for (std::size_t j = full; j <= t; ++j) places.push_back(j);
        CHECK(difference(row_of(found, t), over_places(text, t, places)) < 1e-13);
    }
}

TEST_CASE("linear attention, token by token and in chunks, is the running state")
{
    const Text text = random_text();
    const Matrix right = causal_linear_attention(elu_plus_one(text.Q), elu_plus_one(text.K), text.V);
    CHECK(difference(given_by(*linear_way<double>(small), text), right) < 1e-13);
    for (const std::size_t chunk : {1U, 7U, 25U, 50U, 64U}) {
        Matrix O = xt::ones<double>({n, small.d});
        linear_attention_in_chunks<double>(common::tile_of(text.Q), common::tile_of(text.K), common::tile_of(text.V),
                                           common::tile_of(O), chunk);
        CHECK(difference(O, right) < 1e-13);
    }
}

TEST_CASE("the plain sum and the delta rule, token by token, are fast weights for keys and queries of length 1")
{
    const Text text = random_text();
    const Matrix sums = given_by(*sum_way<double>(small), text);
    const Matrix deltas = given_by(*delta_way<double>(small), text);
    FastWeights sum(small.d, small.d);
    FastWeights delta(small.d, small.d);
    for (std::size_t t = 0; t < n; ++t) {
        sum.add(direction(row_of(text.K, t)), row_of(text.V, t));
        delta.correct(direction(row_of(text.K, t)), row_of(text.V, t));
        CHECK(difference(row_of(sums, t), sum.answer(direction(row_of(text.Q, t)))) < 1e-12);
        CHECK(difference(row_of(deltas, t), delta.answer(direction(row_of(text.Q, t)))) < 1e-12);
    }
    const std::unique_ptr<Way<double>> way = delta_way<double>(small);
    const std::vector<double> zeros(small.d, 0.0);
    std::vector<double> answer(small.d, 1.0);
    way->append(zeros.data(), zeros.data());
    way->answer(zeros.data(), answer.data());
    CHECK(answer == zeros);
}

TEST_CASE("random features, token by token, are a running state of positive features")
{
    const Text text = random_text();
    common::Random random(small.d);
    const Matrix W = random.normal_matrix(16, small.d);
    const double root = std::pow(static_cast<double>(small.d), 0.25);
    const Matrix right =
        causal_linear_attention(positive_features(text.Q / root, W), positive_features(text.K / root, W), text.V);
    CHECK(difference(given_by(*features_way<double>(small), text), right) < 1e-12);
}

TEST_CASE("in float every way is near to what it is in double")
{
    const Text text = random_text();
    using Floats = xt::xtensor<float, 2>;
    const Floats Q = text.Q;
    const Floats K = text.K;
    const Floats V = text.V;
    const auto compare = [&](Way<float>& in_float, Way<double>& in_double) {
        Floats O = xt::zeros<float>({n, small.d});
        attend_in_order(in_float, n, small.d, Q.data(), K.data(), V.data(), O.data());
        CHECK(difference(Matrix(O), given_by(in_double, text)) < 1e-3);
    };
    compare(*softmax_way<float>(small), *softmax_way<double>(small));
    compare(*window_way<float>(small), *window_way<double>(small));
    compare(*top_k_way<float>(small), *top_k_way<double>(small));
    compare(*blocks_way<float>(small), *blocks_way<double>(small));
    compare(*linear_way<float>(small), *linear_way<double>(small));
    compare(*sum_way<float>(small), *sum_way<double>(small));
    compare(*features_way<float>(small), *features_way<double>(small));
    Floats O = xt::zeros<float>({n, small.d});
    linear_attention_in_chunks<float>(common::tile_of(Q), common::tile_of(K), common::tile_of(V), common::tile_of(O));
    CHECK(difference(Matrix(O), given_by(*linear_way<double>(small), text)) < 1e-3);
}

TEST_CASE("what a way keeps is what its formula says, at any length")
{
    const Text text = random_text();
    for (const Shortcut& shortcut : shortcuts()) {
        INFO(shortcut.name);
        const std::unique_ptr<Way<float>> way = shortcut.make(small);
        const std::vector<float> row(small.d, 1.0F);
        for (std::size_t t = 1; t <= n; ++t) {
            way->append(row.data(), row.data());
            const double kept = shortcut.numbers(static_cast<double>(t), RealSizes(small));
            // What random features keep beside their state are their directions, the same for all texts.
            CHECK(static_cast<double>(way->numbers()) == kept);
        }
    }
}

TEST_CASE("operations by formula, against a count token by token")
{
    const RealSizes s(small);
    double softmax_count = 0;
    double window_count = 0;
    double top_count = 0;
    double blocks_count = 0;
    for (std::size_t t = 1; t <= 60; ++t) {
        const std::size_t full = t / small.block;
        const std::size_t looked_at = std::min(full, small.chosen) * small.block + t % small.block;
        const std::size_t d = small.d;
        softmax_count += static_cast<double>(2 * d * t + 2 * d * t);
        window_count += static_cast<double>(4 * d * std::min(t, small.window));
        top_count += static_cast<double>(2 * d * t + 2 * d * std::min(t, small.top));
        blocks_count += static_cast<double>(2 * d * full + 4 * d * looked_at);
        const auto tokens = static_cast<double>(t);
        CHECK(softmax_operations(tokens, s) == softmax_count);
        CHECK(window_operations(tokens, s) == window_count);
        CHECK(top_k_operations(tokens, s) == top_count);
        CHECK(blocks_operations(tokens, s) == blocks_count);
        CHECK(linear_operations(tokens, s) == tokens * (2 * 8 * 8 + 2 * 8 * 8 + 2 * 8));
        CHECK(sum_operations(tokens, s) == tokens * (2 * 8 * 8 + 2 * 8 * 8 + 2 * 2 * 8));
        CHECK(delta_operations(tokens, s) == tokens * (3 * 2 * 8 * 8 + 3 * 2 * 8));
        CHECK(features_operations(tokens, s) == tokens * (2 * 2 * 8 * 16 + 2 * 2 * 8 * 16 + 2 * 16 + 2 * 2 * 8));
    }
}

TEST_CASE("by formula, linear attention wins from 2 d tokens on")
{
    for (const double d : {8.0, 64.0}) {
        const RealSizes s(Sizes{.d = static_cast<std::size_t>(d)});
        const double even = break_even_by_formula(d);
        CHECK(softmax_operations(even, s) == linear_operations(even, s));
        CHECK(softmax_operations(even + 1, s) > linear_operations(even + 1, s));
        CHECK(softmax_operations(even - 1, s) < linear_operations(even - 1, s));
    }
}
