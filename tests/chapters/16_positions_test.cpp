#include "16_positions/cached_query.hpp"
#include "16_positions/four_parts.hpp"
#include "16_positions/in_xtensor.hpp"
#include "16_positions/linear_bias.hpp"
#include "16_positions/looking_back.hpp"
#include "16_positions/previous_token.hpp"
#include "16_positions/rotary.hpp"
#include "16_positions/scheme_changes.hpp"
#include "16_positions/schemes.hpp"
#include "16_positions/shuffle.hpp"
#include "16_positions/sinusoidal.hpp"
#include "16_positions/turned_score.hpp"
#include "16_positions/wrong_positions.hpp"

#include "05_queries_keys_values/bank_projections.hpp"
#include "05_queries_keys_values/projections.hpp"
#include "07_attention/attention.hpp"
#include "08_patterns/patterns.hpp"
#include "13_multi_head/multi_head.hpp"

#include "common/blas.hpp"
#include "common/optimizer.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"
#include "tests/catch.hpp"
#include "tests/near.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <stdexcept>
#include <utility>
#include <vector>

using namespace attention;
using tests::difference;

namespace
{

std::vector<std::size_t> random_order(std::size_t n, common::Random& random)
{
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    random.shuffle(order);
    return order;
}

/// Projections so small that no weight is near 1: there a change would hardly show.
PositionedHead head_of_noise(common::Random& random)
{
    return {{0.35 * random.normal_matrix(8, 6), 0.35 * random.normal_matrix(8, 6), random.normal_matrix(8, 5)},
            random.normal_matrix(20, 8),
            0.25};
}

/// The largest change of a score when all words move on.
double change_by_moving(Scheme scheme, const PositionedHead& head, const Matrix& X, std::size_t from, std::size_t to)
{
    return difference(attend_at(scheme, head, X, from).scores, attend_at(scheme, head, X, to).scores);
}

std::size_t largest_of(const Matrix& weights, std::size_t i)
{
    std::size_t best = 0;
    for (std::size_t j = 1; j < weights.shape(1); ++j) best = weights(i, j) > weights(i, best) ? j : best;
    return best;
}

}  // namespace

TEST_CASE("a layer of heads does not know the order of its words, and a causal mask tells it")
{
    common::Random random(1);
    for (int run = 0; run < 20; ++run) {
        const std::size_t n = 3 + random.below(6);
        const Matrix X = random.normal_matrix(n, 8);
        MultiHead W;
        for (const std::size_t d_v : {3U, 4U})
            W.heads.push_back({random.normal_matrix(8, 5), random.normal_matrix(8, 5), random.normal_matrix(8, d_v)});
        W.W_O = random.normal_matrix(7, 8);
        const auto layer = [&](const Matrix& words) { return multi_head_attention(words, W).output; };
        const auto causal = [&](const Matrix& words) {
            return multi_head_attention(words, W, causal_mask(n, n)).output;
        };
        CHECK(change_by_order(layer, X, random_order(n, random)) < 1e-12);
        CHECK(change_by_order(causal, X, last_first(n)) > 0.1);
    }
}

TEST_CASE("two equal words get equal outputs, until they have places")
{
    common::Random random(2);
    const PositionedHead head = head_of_noise(random);
    const Matrix X = in_order(random.normal_matrix(3, 8), {0, 1, 2, 0, 1});  // the dog saw the dog
    const auto apart = [&](Scheme scheme) {
        const Matrix Y = attend_at(scheme, head, X).output;
        return difference(row_of(Y, 1), row_of(Y, 4));
    };
    CHECK(apart(Scheme::none) < 1e-13);
    for (const Scheme scheme :
         {Scheme::causal_mask, Scheme::learned, Scheme::sinusoidal, Scheme::rotary, Scheme::linear_bias}) {
        INFO(scheme_names[static_cast<std::size_t>(scheme)]);
        CHECK(apart(scheme) > 1e-3);
    }
}

TEST_CASE("each scheme breaks the blindness: relative ones by distance alone, absolute ones by place")
{
    common::Random random(3);
    for (int run = 0; run < 10; ++run) {
        const PositionedHead head = head_of_noise(random);
        const Matrix X = random.normal_matrix(6, 8);
        for (std::size_t s = 0; s < scheme_names.size(); ++s) {
            const auto scheme = static_cast<Scheme>(s);
            INFO(scheme_names[s]);
            const auto output = [&](const Matrix& words) { return attend_at(scheme, head, words).output; };
            const double by_order = change_by_order(output, X, {2, 0, 3, 1, 5, 4});
            const double by_moving = change_by_moving(scheme, head, X, 0, 5);
            const bool blind = scheme == Scheme::none;
            const bool absolute = scheme == Scheme::learned || scheme == Scheme::sinusoidal;
            CHECK((by_order < 1e-12) == blind);
            CHECK((by_order > 1e-3) == !blind);
            CHECK((by_moving < 1e-11) == !absolute);
            CHECK((by_moving > 1e-3) == absolute);
        }
    }
}

TEST_CASE("a linear bias alone does not tell left from right; rotary positions do")
{
    common::Random random(4);
    const PositionedHead head = head_of_noise(random);
    const Matrix X = random.normal_matrix(7, 8);
    const auto by_turning = [&](Scheme scheme) {
        const auto output = [&](const Matrix& words) { return attend_at(scheme, head, words).output; };
        return change_by_order(output, X, last_first(7));
    };
    CHECK(by_turning(Scheme::linear_bias) < 1e-12);
    CHECK(by_turning(Scheme::rotary) > 1e-3);
}

TEST_CASE("sinusoidal positions: by hand, and their products depend on the distance alone")
{
    const Matrix P = sinusoidal_positions(3, 4);
    CHECK(difference(row_of(P, 0), Vector{0, 1, 0, 1}) == 0.0);
    CHECK(difference(row_of(P, 2), Vector{std::sin(2.0), std::cos(2.0), std::sin(0.02), std::cos(0.02)}) < 1e-15);
    CHECK(difference(sinusoidal_positions(3, 4, 2), in_order(sinusoidal_positions(5, 4), {2, 3, 4})) < 1e-15);

    const Matrix far = sinusoidal_positions(200, 10);
    const Matrix products = score_matrix(far, far);
    for (std::size_t apart = 0; apart < 20; ++apart) {
        for (std::size_t i = 0; i + apart < 200; i += 7)
            CHECK_THAT(products(i, i + apart), WithinAbs(products(0, apart), 1e-12));
    }
    CHECK_THAT(products(3, 3), WithinAbs(5.0, 1e-12));
}

TEST_CASE("of the four parts of a score, only word with word is sure to stay")
{
    common::Random random(5);
    const Matrix X = random.normal_matrix(6, 8);
    const Matrix here = sinusoidal_positions(6, 8);
    const Matrix there = sinusoidal_positions(6, 8, 5);
    CHECK(difference(score_matrix(X, here), score_matrix(X, there)) > 0.1);
    CHECK(difference(score_matrix(here, here), score_matrix(there, there)) < 1e-12);
    const Matrix W_Q = random.normal_matrix(8, 8);
    const Matrix W_K = random.normal_matrix(8, 8);
    const auto projected = [&](const Matrix& P) { return score_matrix(project_rows(P, W_Q), project_rows(P, W_K)); };
    CHECK(difference(projected(here), projected(there)) > 0.1);
}

TEST_CASE("rotary positions: a quarter turn by hand, lengths kept, scores by distance")
{
    // The only pair of d_k = 2 turns by 1 radian a step.
    const Matrix q = {{3, 4}};
    const double c = std::cos(2.0);
    const double s = std::sin(2.0);
    CHECK(difference(rotated(q, 2), Matrix{{3 * c - 4 * s, 3 * s + 4 * c}}) < 1e-15);
    // The second pair of d_k = 4 turns by 1 / 100.
    const Matrix slow = rotated(Matrix{{0, 0, 1, 0}}, 50);
    CHECK(difference(slow, Matrix{{0, 0, std::cos(0.5), std::sin(0.5)}}) < 1e-14);

    common::Random random(6);
    const Matrix Q = random.normal_matrix(5, 8);
    const Matrix K = random.normal_matrix(7, 8);
    const Matrix turned = rotated(Q, 11);
    for (std::size_t i = 0; i < 5; ++i) {
        const double before = xt::sum(Vector(row_of(Q, i) * row_of(Q, i)))();
        CHECK_THAT(xt::sum(Vector(row_of(turned, i) * row_of(turned, i)))(), WithinAbs(before, 1e-12));
    }
    const Matrix near = score_matrix(rotated(Q, 3), rotated(K, 1));
    CHECK(difference(near, score_matrix(rotated(Q, 1003), rotated(K, 1001))) < 1e-11);
    CHECK(difference(near, score_matrix(rotated(Q, 3), rotated(K, 2))) > 0.1);
    CHECK(difference(rotated(Q), rotated(Q, 0)) == 0.0);
    CHECK(difference(row_of(rotated(Q), 0), row_of(Q, 0)) == 0.0);
}

TEST_CASE("linear bias: the paper's slopes, and a straight line in the distance")
{
    CHECK(difference(slopes(8), Vector{0.5, 0.25, 0.125, 0.0625, 0.03125, 0.015625, 0.0078125, 0.00390625}) < 1e-15);
    CHECK(difference(slopes(2), Vector{0.0625, 0.00390625}) < 1e-15);
    CHECK(slopes(16)(1) == 0.5);
    CHECK(difference(linear_bias(2, 3, 0.5), Matrix{{0, -0.5, -1}, {-0.5, 0, -0.5}}) == 0.0);
    CHECK(difference(linear_bias(1, 4, 2.0, 3), Matrix{{-6, -4, -2, 0}}) == 0.0);
    CHECK(difference(linear_bias(3, 3, 0.5, 9, 9), linear_bias(3, 3, 0.5)) == 0.0);
}

TEST_CASE("a learned table ends where training ended")
{
    const Matrix table = {{1, 2}, {3, 4}, {5, 6}};
    CHECK(difference(learned_positions(table, 2, 1), Matrix{{3, 4}, {5, 6}}) == 0.0);
    CHECK_THROWS_WITH(learned_positions(table, 2, 2),
                      "learned_positions: position 3 in a table of 3; nothing was learned there");
    common::Random random(7);
    const PositionedHead head = head_of_noise(random);
    CHECK_NOTHROW(attend_at(Scheme::learned, head, random.normal_matrix(7, 8), 13));
    CHECK_THROWS_AS(attend_at(Scheme::learned, head, random.normal_matrix(7, 8), 14), std::invalid_argument);
}

TEST_CASE("a table learns to look one word back, whatever the words", "[trained]")
{
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
        common::Random random(seed);
        LookingBack model = looking_back(10, random);
        CHECK(rows_that_look_back(scores_of_positions(model)) < 7);
        common::Adam<double> adam({.rate = 0.01});
        double error = 0.0;
        for (int sentence = 0; sentence < 1200; ++sentence) {
            const double now = learn_from(random_sentence(model, random), model, adam);
            error = sentence < 1000 ? 0.0 : error + now / 200;
        }
        CHECK(error < 0.1);
        CHECK(rows_that_look_back(scores_of_positions(model)) == 9);
    }
}

TEST_CASE("the gradient of the table agrees with central differences")
{
    common::Random random(8);
    LookingBack model = looking_back(4, random);
    const Matrix sentence = random_sentence(model, random);
    const BoolMatrix everything = xt::ones<bool>({4, 4});
    const auto loss = [&](const Matrix& table) {
        const Matrix X = sentence + table;
        const Matrix apart = distance_to_word_before(multi_head_attention(X, model.layer, everything).output, sentence);
        return 0.5 * xt::sum(Matrix(apart * apart))();
    };
    const Matrix X = sentence + model.table;
    const Matrix dY = distance_to_word_before(multi_head_attention(X, model.layer, everything).output, sentence);
    const Matrix dX = layer_backward(X, model.layer, everything, dY).dX;
    const double step = 1e-5;
    for (const auto& [i, c] : {std::pair{0U, 0U}, std::pair{1U, 5U}, std::pair{3U, 15U}}) {
        Matrix up = model.table;
        Matrix down = model.table;
        up(i, c) += step;
        down(i, c) -= step;
        CHECK_THAT(dX(i, c), WithinAbs((loss(up) - loss(down)) / (2 * step), 1e-6));
    }
}

TEST_CASE("a head built by hand looks at the token before it")
{
    const std::vector<int> tokens(12, 0);
    const BoolMatrix before = cells_of(Pattern::previous, tokens, tokens);
    for (const Matrix& weights : {previous_by_sinusoids(12, 16, 64.0), previous_by_one_hot(12, 64.0),
                                  previous_by_rotary(12, 16, 64.0), previous_by_rotary(12, 64, 64.0)}) {
        CHECK(weight_on(before, weights) > 0.99);
        for (std::size_t i = 1; i < 12; ++i) CHECK(largest_of(weights, i) == i - 1);
    }
    CHECK(weight_on(before, previous_by_sinusoids(12, 16, 0.0)) < 0.1);
    // Nothing is before place 0: one step back, place 0 itself is nearest; a query of zeros gives even weights.
    CHECK(previous_by_sinusoids(12, 16, 64.0)(0, 0) > 0.99);
    CHECK(previous_by_rotary(12, 16, 64.0)(0, 0) > 0.99);
    for (std::size_t j = 0; j < 12; ++j) CHECK_THAT(previous_by_one_hot(12, 64.0)(0, j), WithinAbs(1.0 / 12, 1e-15));
    // Sines added, or queries and keys turned: without words it is the same head.
    CHECK(difference(previous_by_sinusoids(12, 16, 5.0), previous_by_rotary(12, 16, 5.0)) < 1e-12);
}

TEST_CASE("one step back turns every position into the one before it, as far as one likes")
{
    const Matrix back = common::product(sinusoidal_positions(5, 6, 1000), one_step_back(6));
    CHECK(difference(back, sinusoidal_positions(5, 6, 999)) < 1e-12);
    const Matrix shifted = common::product(xt::eye<double>(3), one_place_back(3));
    CHECK(difference(shifted, Matrix{{0, 0, 0}, {1, 0, 0}, {0, 1, 0}}) == 0.0);
}

TEST_CASE("mistakes with rotary positions show when words move")
{
    common::Random random(9);
    const Matrix Q = random.normal_matrix(6, 8);
    const Matrix K = random.normal_matrix(6, 8);
    CHECK(difference(halves_side_by_side({{0, 1, 2, 3, 4, 5}}), Matrix{{0, 3, 1, 4, 2, 5}}) == 0.0);

    const auto halves = [&](std::size_t first) {
        return score_matrix(rotated(halves_side_by_side(Q), first), rotated(halves_side_by_side(K), first));
    };
    CHECK(difference(halves(0), halves(5)) < 1e-12);
    CHECK(difference(scores_of_mixed_pairs(Q, K, 0), scores_of_mixed_pairs(Q, K, 5)) > 0.1);
    // Where nothing is turned, nothing is wrong yet.
    CHECK(std::abs(scores_of_mixed_pairs(Q, K, 0)(0, 0) - score_matrix(Q, K)(0, 0)) < 1e-12);

    const auto turned_values = [&](std::size_t first) {
        return scaled_dot_product_attention(rotated(Q, first), rotated(K, first), rotated(K, first)).output;
    };
    CHECK(difference(turned_values(0), turned_values(5)) > 0.1);
}

TEST_CASE("a query that comes later than its keys must be counted on from them")
{
    Matrix keys = xt::zeros<double>({8, 16});
    for (std::size_t j = 0; j < 8; ++j) {
        for (std::size_t c = 0; c < 16; c += 2) keys(j, c) = 1.0;
    }
    Matrix query = xt::zeros<double>({1, 16});
    set_row(query, 0, query_one_back(16));
    const auto looks_at = [&](std::size_t counted) {
        return largest_of(score_matrix(rotated(query, counted), rotated(keys)), 0);
    };
    CHECK(looks_at(7) == 6);
    CHECK(looks_at(8) == 7);
    CHECK(looks_at(0) == 0);
}

TEST_CASE("odd widths and unknown rows are refused in words")
{
    CHECK_THROWS_WITH(sinusoidal_positions(3, 5),
                      "sinusoidal_positions: d = 5 is odd; sines and cosines come in pairs");
    CHECK_THROWS_WITH(rotated(xt::zeros<double>({2, 3})),
                      "rotated: the rows have d_k = 3 numbers; an even number is needed, to make pairs");
    CHECK_THROWS_WITH(in_order(xt::zeros<double>({2, 3}), {0, 2}), "in_order: row 2 is asked for but X has 2 rows");
    CHECK(rotated(xt::zeros<double>({0, 4})).shape(0) == 0);
    CHECK(sinusoidal_positions(0, 4).shape(0) == 0);
}

TEST_CASE("the loops and the xtensor way agree")
{
    common::Random random(10);
    for (const std::size_t n : {1U, 5U}) {
        const Matrix X = random.normal_matrix(n, 6);
        CHECK(difference(in_xtensor::rotated(X, 3), rotated(X, 3)) < 1e-14);
        for (const std::size_t m : {1U, 4U}) {
            CHECK(difference(in_xtensor::linear_bias(n, m, 0.3, 2, 1), linear_bias(n, m, 0.3, 2, 1)) < 1e-15);
        }
    }
    const Matrix X = random.normal_matrix(4, 3);
    for (const std::vector<std::size_t>& order : {std::vector<std::size_t>{2, 0, 3, 1}, {1, 1}, {}})
        CHECK(difference(in_xtensor::in_order(X, order), in_order(X, order)) == 0.0);
}

TEST_CASE("in another order the river bank gets the same outputs, in that order")
{
    const auto output = [](const Matrix& X) {
        const Roles roles = roles_of(X, bank::W);
        return dot_product_attention(roles.Q, roles.K, roles.V).output;
    };
    CHECK(change_by_order(output, bank::the_river_bank.X, {2, 0, 1}) < 1e-15);
    CHECK_THAT(output(bank::the_river_bank.X)(2, 0),
               WithinAbs((2 * std::exp(2.0) + 0.25 * std::exp(1.0)) / (1 + std::exp(2.0) + std::exp(1.0)), 1e-12));
}

TEST_CASE("what the program shows: parts, schemes, scores and a late query")
{
    common::Random random(11);
    const PositionedHead head = random_head(8, 12, random);
    const Matrix X = random.normal_matrix(5, 8);

    const std::vector<ScorePart> parts = parts_moved(X, head.W, 4);
    REQUIRE(parts.size() == 3);
    CHECK(parts[0].plain > 0.1);
    CHECK(parts[2].plain < 1e-12);
    CHECK(parts[2].projected > 0.1);
    CHECK(parts_moved(X, head.W, 0)[1].projected == 0.0);

    CHECK(last_first(3) == std::vector<std::size_t>{2, 1, 0});
    const std::vector<SchemeChanges> changes = changes_of_schemes(head, X, {1, 0, 2, 4, 3}, 4);
    REQUIRE(changes.size() == scheme_names.size());
    CHECK(changes[static_cast<std::size_t>(Scheme::none)].shuffled < 1e-12);
    CHECK(changes[static_cast<std::size_t>(Scheme::learned)].moved > 1e-3);
    CHECK(changes[static_cast<std::size_t>(Scheme::learned)].to_learn == 96);
    CHECK(changes[static_cast<std::size_t>(Scheme::linear_bias)].turned_round < 1e-12);

    CHECK_THAT(turned_score({{1, 0}}, 3, {{1, 1}}, 1), WithinAbs(std::cos(2.0) + std::sin(2.0), 1e-12));
    CHECK(fading_score(8, 5)(0) == 1.0);
    CHECK_THAT(fading_score(2, 4)(3), WithinAbs(std::cos(3.0), 1e-12));

    CHECK(weights_when_counted(8, 7)(6) > 0.9);
    CHECK(weights_when_counted(8, 0)(0) > 0.9);

    const RotaryMistakes moved = mistakes_moved(X, 2 * X, X, 4);
    CHECK(moved.values_alone < 1e-12);
    CHECK(moved.values_turned > 0.1);
    CHECK(moved.halves < 1e-11);
    CHECK(moved.mixed > 0.1);
}

TEST_CASE("a table is watched as it learns", "[trained]")
{
    common::Random random(12);
    LookingBack model = looking_back(6, random);
    const std::vector<double> seen = watch_looking_back(model, random, 600, 300);
    REQUIRE(seen.size() == 3);
    CHECK(seen.front() < 0.4);
    CHECK(seen.back() == weight_on_place_before(model));
    CHECK(weight_in_sentences(model, 20, common::Random(1)) > seen.front());
    CHECK(weight_in_sentences(model, 20, common::Random(1)) <= 1.0);
}
