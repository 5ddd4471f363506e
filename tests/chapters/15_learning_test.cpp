#include "15_learning/best_key.hpp"
#include "15_learning/learned_parts.hpp"
#include "15_learning/learning.hpp"
#include "15_learning/one_number.hpp"
#include "15_learning/pace.hpp"
#include "15_learning/pace_and_rate.hpp"
#include "15_learning/pairing.hpp"
#include "15_learning/recall.hpp"
#include "15_learning/side_by_side.hpp"
#include "15_learning/tuned.hpp"
#include "15_learning/watched.hpp"

#include "01_similarity/similarity.hpp"
#include "09_scaling/scaled_attention.hpp"
#include "14_gradients/finite_differences.hpp"

#include "common/blas.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"
#include "tests/catch.hpp"
#include "tests/near.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <set>
#include <vector>

using namespace attention;
using tests::difference;

namespace
{

/// The tokens of one question.
Matrix tokens_of(const Questions& asked, std::size_t b)
{
    Matrix tokens = xt::zeros<double>({pairs, token_size});
    for (std::size_t j = 0; j < pairs; ++j) set_row(tokens, j, row_of(asked.tokens, pairs * b + j));
    return tokens;
}

/// A row as a matrix.
Matrix one_row(const Matrix& M, std::size_t i)
{
    Matrix row = xt::zeros<double>({std::size_t{1}, M.shape(1)});
    set_row(row, 0, row_of(M, i));
    return row;
}

/// A head that nobody taught: beta times the identity, then the value as it is.
Projections head_by_hand(double beta)
{
    return {.W_Q = beta * xt::eye<double>(key_size), .W_K = transposed(right_pairing()), .W_V = right_values()};
}

/// Learn for a while, with some ways to divide scores.
std::vector<Run> learned(std::size_t d_k, Rule rule, const std::vector<Scaling>& scalings, int steps,
                         std::uint64_t seed)
{
    std::vector<Run> runs;
    for (const Scaling scaling : scalings) runs.push_back(new_run(d_k, scaling, rule, seed));
    common::Random random(seed);
    learn_together(runs, {.steps = steps, .examined = 256, .looks = 10}, random);
    return runs;
}

}  // namespace

TEST_CASE("a question is one of its own keys, a little disturbed, and the answer is that key's value")
{
    common::Random random(1);
    const Questions asked = random_questions(200, random);
    std::set<std::size_t> slots;
    double squares = 0.0;
    for (std::size_t b = 0; b < 200; ++b) {
        slots.insert(asked.slots[b]);
        const Vector token = row_of(asked.tokens, pairs * b + asked.slots[b]);
        for (std::size_t c = 0; c < key_size; ++c) squares += std::pow(asked.queries(b, c) - token(c), 2);
        for (std::size_t c = 0; c < value_size; ++c) CHECK(asked.answers(b, c) == token(key_size + c));
    }
    CHECK(slots.size() == pairs);
    CHECK_THAT(std::sqrt(squares / (200 * key_size)), WithinAbs(0.1, 0.01));

    common::Random again(1);
    CHECK(difference(random_questions(200, again).tokens, asked.tokens) == 0.0);
    CHECK_THROWS_WITH(random_questions(0, again),
                      "random_questions: 0 questions are asked for; at least one is needed");
}

TEST_CASE("recall is scaled dot-product attention of each query over its own tokens")
{
    common::Random random(2);
    const Questions asked = random_questions(6, random);
    const Projections W = random_head(5, random);
    const Recalled recalled = recall(asked, W, scale_of(Scaling::root, 5));
    for (std::size_t b = 0; b < 6; ++b) {
        const Matrix X = tokens_of(asked, b);
        const Attention expected = scaled_dot_product_attention(project_rows(one_row(asked.queries, b), W.W_Q),
                                                                project_rows(X, W.W_K), project_rows(X, W.W_V));
        CHECK(difference(one_row(recalled.weights, b), expected.weights) < 1e-12);
        CHECK(difference(one_row(recalled.output, b), expected.output) < 1e-12);
    }
}

TEST_CASE("three ways to divide, and what they are")
{
    CHECK(scale_of(Scaling::none, 64) == 1.0);
    CHECK(scale_of(Scaling::root, 64) == 0.125);
    CHECK(scale_of(Scaling::full, 64) == 0.015625);
}

TEST_CASE("gradients of what is learned agree with central differences, however scores are divided")
{
    for (const Scaling scaling : {Scaling::none, Scaling::root, Scaling::full}) {
        common::Random random(3);
        const Questions asked = random_questions(4, random);
        Projections W = random_head(6, random);
        const double scale = scale_of(scaling, 6);
        const Projections d = recall_backward(asked, W, scale, recall(asked, W, scale));
        const auto check_one = [&](const Matrix& given, Matrix& place) {
            const Matrix at = place;
            const auto loss = [&](const Matrix& moved) {
                place = moved;
                return squared_error(recall(asked, W, scale).output, asked.answers);
            };
            const Matrix tried = central_differences(loss, at);
            place = at;
            CHECK(relative_error(given, tried) < 1e-7);
        };
        check_one(d.W_Q, W.W_Q);
        check_one(d.W_K, W.W_K);
        check_one(d.W_V, W.W_V);
    }
}

TEST_CASE("the way back is chapter 14's, added up over the questions")
{
    common::Random random(4);
    const Questions asked = random_questions(5, random);
    const Projections W = random_head(7, random);
    const double scale = scale_of(Scaling::root, 7);
    const Recalled recalled = recall(asked, W, scale);
    const Projections d = recall_backward(asked, W, scale, recalled);
    Projections sum = {xt::zeros_like(W.W_Q), xt::zeros_like(W.W_K), xt::zeros_like(W.W_V)};
    for (std::size_t b = 0; b < 5; ++b) {
        const Matrix X = tokens_of(asked, b);
        const Matrix x = one_row(asked.queries, b);
        const Matrix dO = (2.0 / 20.0) * (one_row(recalled.output, b) - one_row(asked.answers, b));
        const AttentionGradients back = attention_backward(project_rows(x, W.W_Q), project_rows(X, W.W_K),
                                                           project_rows(X, W.W_V), one_row(recalled.weights, b), dO);
        sum.W_Q += common::product(transposed(x), back.dQ);
        sum.W_K += common::product(transposed(X), back.dK);
        sum.W_V += common::product(transposed(X), back.dV);
    }
    CHECK(difference(d.W_Q, sum.W_Q) < 1e-13);
    CHECK(difference(d.W_K, sum.W_K) < 1e-13);
    CHECK(difference(d.W_V, sum.W_V) < 1e-13);
}

TEST_CASE("a step of descent is rate times the gradient, downhill")
{
    common::Random random(5);
    const Questions asked = random_questions(32, random);
    Learner learner{.W = random_head(16, random), .scale = 0.25, .rate = 0.01};
    const Projections before = learner.W;
    const Projections d = recall_backward(asked, before, 0.25, recall(asked, before, 0.25));
    const double loss = progress_of(asked, learner).loss;
    learn_from(asked, learner);
    CHECK(difference(learner.W.W_Q, Matrix(before.W_Q - 0.01 * d.W_Q)) < 1e-15);
    CHECK(difference(learner.W.W_K, Matrix(before.W_K - 0.01 * d.W_K)) < 1e-15);
    CHECK(difference(learner.W.W_V, Matrix(before.W_V - 0.01 * d.W_V)) < 1e-15);
    CHECK(progress_of(asked, learner).loss < loss);
}

TEST_CASE("progress of heads that are known: one that is blind, and one made by hand")
{
    common::Random random(6);
    const Questions asked = random_questions(500, random);
    const Progress blind = progress_of(asked, {.W = head_by_hand(0.0)});
    CHECK_THAT(blind.weight_on_right, WithinAbs(0.125, 1e-12));
    CHECK_THAT(blind.entropy, WithinAbs(std::log(8.0), 1e-12));
    CHECK_THAT(blind.loss, WithinAbs(7.0 / 8.0, 0.1));  // the mean of eight values instead of one of them

    const Progress by_hand = progress_of(asked, {.W = head_by_hand(1.5)});
    CHECK(by_hand.weight_on_right > 0.85);
    CHECK(by_hand.loss < 0.2);
    CHECK(by_hand.entropy < 0.4);
}

TEST_CASE("projections learn end to end: the loss falls, the right pair gets the weight, the pairing becomes [1 0]")
{
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
        const std::vector<Run> runs = learned(32, Rule::descent, {Scaling::root}, 600, seed);
        const Run& run = runs[0];
        CHECK(run.progress.front().weight_on_right < 0.25);
        CHECK(run.progress.front().entropy > 1.4);
        CHECK(run.progress.back().weight_on_right > 0.75);
        CHECK(run.progress.back().entropy < 0.65);
        CHECK(run.progress.back().loss < 0.25 * run.progress.front().loss);
        CHECK(std::abs(likeness(pairing(new_run(32, Scaling::root, Rule::descent, seed).learner.W, 1.0),
                                right_pairing())) < 0.5);
        CHECK(likeness(pairing(run.learner.W, run.learner.scale), right_pairing()) > 0.98);
        CHECK(likeness(run.learner.W.W_V, right_values()) > 0.98);
    }
}

TEST_CASE("in 512 dimensions, at one rate: undivided descent is hard from the start, divided by d_k it sleeps")
{
    for (const std::uint64_t seed : {1U, 2U}) {
        const std::vector<Run> runs =
            learned(512, Rule::descent, {Scaling::none, Scaling::root, Scaling::full}, 100, seed);
        CHECK(runs[0].progress.front().entropy < 0.3);
        CHECK(runs[0].progress.back().entropy < 0.15);
        CHECK(runs[1].progress.back().weight_on_right > 0.5);
        CHECK(runs[1].progress.back().loss < 0.5 * runs[2].progress.back().loss);
        CHECK(runs[2].progress.back().entropy > 2.0);
        CHECK(runs[2].progress.back().weight_on_right < 0.2);
    }
}

TEST_CASE("Adam makes up for too small a scale")
{
    for (const std::uint64_t seed : {1U, 2U}) {
        const std::vector<Run> runs = learned(512, Rule::adam, {Scaling::full}, 250, seed);
        CHECK(runs[0].progress.back().weight_on_right > 0.7);
    }
}

TEST_CASE("in 8 dimensions all three ways learn")
{
    for (const std::uint64_t seed : {1U, 2U}) {
        for (const Run& run : learned(8, Rule::descent, {Scaling::none, Scaling::root, Scaling::full}, 700, seed))
            CHECK(run.progress.back().weight_on_right > 0.7);
    }
}

TEST_CASE("in 64 dimensions undivided scores do as well as those divided by the root")
{
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
        const std::vector<Run> runs = learned(64, Rule::descent, {Scaling::none, Scaling::root}, 300, seed);
        CHECK(runs[0].progress.back().weight_on_right > runs[1].progress.back().weight_on_right - 0.05);
    }
}

TEST_CASE("undivided in 512 dimensions, softmax passes almost nothing back for most questions, and much for a few")
{
    common::Random random(13);
    const Questions asked = random_questions(400, random);
    const auto lengths = [&](Scaling scaling) {
        const Learner learner = new_run(512, scaling, Rule::descent, 13).learner;
        common::Random again(14);
        const Matrix dA = again.normal_matrix(400, pairs);
        const Matrix dS = softmax_backward(recall(asked, learner.W, learner.scale).weights, dA);
        std::vector<double> sorted;
        for (std::size_t b = 0; b < 400; ++b) sorted.push_back(norm(row_of(dS, b)));
        std::sort(sorted.begin(), sorted.end());
        return sorted;
    };
    const std::vector<double> undivided = lengths(Scaling::none);
    const std::vector<double> by_root = lengths(Scaling::root);
    CHECK(undivided[200] < 0.01 * by_root[200]);
    CHECK(undivided[390] > 0.2 * by_root[200]);
}

TEST_CASE("when the loss was first seen below a limit")
{
    Run run;
    run.steps = {0, 10, 20};
    run.progress = {{.loss = 2}, {.loss = 0.4}, {.loss = 0.7}};
    CHECK(steps_until(run, 0.5) == 10);
    CHECK(steps_until(run, 3) == 0);
    CHECK(steps_until(run, 0.1) == tests::infinity);
}

TEST_CASE("undivided in 512 dimensions, descent falls at once and Adam late", "[trained]")
{
    for (const std::uint64_t seed : {1U, 2U}) {
        std::vector<Run> runs = {new_run(512, Scaling::none, Rule::descent, seed),
                                 new_run(512, Scaling::none, Rule::adam, seed)};
        common::Random random(seed);
        learn_together(runs, {.steps = 400, .examined = 256, .looks = 40}, random);
        CHECK(steps_until(runs[0], 0.5) < 250);
        CHECK(steps_until(runs[1], 0.5) > steps_until(runs[0], 0.5) + 50);
    }
}

TEST_CASE("uphill steps make it worse")
{
    std::vector<Run> runs = {new_run(16, Scaling::root, Rule::descent, 7)};
    runs[0].learner.rate = -0.1;
    common::Random random(7);
    learn_together(runs, {.steps = 60, .looks = 1}, random);
    CHECK(runs[0].progress.back().loss > 1.5 * runs[0].progress.front().loss);
}

TEST_CASE("the gradient of the pairing is what central differences give")
{
    common::Random random(8);
    const Questions asked = random_questions(4, random);
    const Projections W = random_head(6, random);
    const Matrix dP = pairing_gradient(asked, W, scale_of(Scaling::root, 6));
    const auto loss = [&](const Matrix& P) {
        const Projections plain = {.W_Q = P, .W_K = xt::eye<double>(token_size), .W_V = W.W_V};
        return squared_error(recall(asked, plain, 1.0).output, asked.answers);
    };
    CHECK(gradient_error(dP, central_differences(loss, pairing(W, scale_of(Scaling::root, 6)))) < 1e-7);
}

TEST_CASE("a small step moves a large pairing against its gradient, as far as the formula says")
{
    for (const Scaling scaling : {Scaling::none, Scaling::root, Scaling::full}) {
        const Pace pace = mean_pace(2048, scaling, 3, 8);
        const double expected = expected_pace(2048, scale_of(scaling, 2048));
        CHECK_THAT(pace.along / expected, WithinAbs(1.0, 0.05));
        CHECK_THAT(pace.in_all / expected, WithinAbs(1.0, 0.05));
    }
    // It grows as scale^2 d_k: only the root makes it independent of d_k.
    CHECK_THAT(mean_pace(1024, Scaling::root, 3, 9).along / mean_pace(64, Scaling::root, 20, 9).along,
               WithinAbs(1.0, 0.1));
    CHECK_THAT(mean_pace(1024, Scaling::none, 3, 9).along / mean_pace(64, Scaling::none, 20, 9).along,
               WithinAbs(16.0, 1.6));
}

TEST_CASE("a small pairing moves sideways, too, so that the formula is not what is measured")
{
    for (const Scaling scaling : {Scaling::none, Scaling::root, Scaling::full}) {
        const Pace pace = mean_pace(8, scaling, 200, 1);
        const double expected = expected_pace(8, scale_of(scaling, 8));
        CHECK_THAT(pace.along / expected, WithinAbs(1.0, 0.2));
        CHECK(pace.in_all > 1.15 * expected);
    }
}

TEST_CASE("with its own rate, division by d_k is as good as by the root; no rate does that for undivided scores",
          "[trained]")
{
    const std::vector<double> rates = {0.3, 0.3 / 16, 0.3 / 4, 1.2, 4.8, 19.2, 76.8, 307.2};
    for (const std::uint64_t seed : {16U, 18U}) {
        const std::vector<RateTried> by_root = rates_tried(512, Scaling::root, rates, 200, seed);
        const std::vector<RateTried> by_d_k = rates_tried(512, Scaling::full, rates, 200, seed);
        const RateTried root = best_of(by_root);
        const RateTried d_k = best_of(by_d_k);
        CHECK(by_d_k[0].loss > 4 * by_root[0].loss);  // at one rate for both it looks like a mistake
        CHECK(d_k.loss < 1.2 * root.loss);
        CHECK(d_k.rate > 15 * root.rate);
        CHECK(best_of(rates_tried(512, Scaling::none, rates, 200, seed)).loss > 1.05 * std::fmax(root.loss, d_k.loss));
    }
    const RateTried small = best_of(rates_tried(8, Scaling::root, rates, 200, 16));
    const RateTried large = best_of(rates_tried(512, Scaling::root, rates, 200, 16));
    CHECK(large.rate < 5 * small.rate);
    CHECK(small.rate < 5 * large.rate);
}

TEST_CASE("two rates: one for queries and keys, the other for values")
{
    common::Random random(17);
    const Questions asked = random_questions(16, random);
    Learner learner{.W = random_head(8, random), .scale = 0.5, .rate = 0.1};
    const Projections before = learner.W;
    const Projections d = recall_backward(asked, before, 0.5, recall(asked, before, 0.5));
    learn_at_two_rates(asked, learner, 3.0);
    CHECK(difference(learner.W.W_Q, Matrix(before.W_Q - 3.0 * d.W_Q)) < 1e-14);
    CHECK(difference(learner.W.W_K, Matrix(before.W_K - 3.0 * d.W_K)) < 1e-14);
    CHECK(difference(learner.W.W_V, Matrix(before.W_V - 0.1 * d.W_V)) < 1e-15);
    CHECK(best_of({{0.3, 0.2, 0.1}, {1.2, 0.1, 0.2}, {4.8, 0.4, 0.05}}).rate == 1.2);
}

TEST_CASE("the largest product is not always that of the right key, the largest cosine is")
{
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
        common::Random random(seed);
        const Questions asked = random_questions(1000, random);
        const std::size_t by_product = rightly_answered(asked, false);
        CHECK(by_product > 850);
        CHECK(by_product < 980);
        CHECK(rightly_answered(asked, true) > 990);
    }
}

TEST_CASE("what is measured, where it is measured, and the same numbers every time")
{
    const auto once = [] { return learned(8, Rule::adam, {Scaling::root}, 25, 10); };
    const std::vector<Run> runs = once();
    CHECK(runs[0].steps == std::vector<double>{0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 25});
    CHECK(runs[0].progress.size() == runs[0].steps.size());
    CHECK(runs[0].progress.back().loss == once()[0].progress.back().loss);
}

TEST_CASE("likeness is a cosine, and shares are parts of the largest")
{
    CHECK_THAT(likeness({{3, 4}}, {{6, 8}}), WithinAbs(1.0, 1e-15));
    CHECK_THAT(likeness({{3, 4}}, {{-6, -8}}), WithinAbs(-1.0, 1e-15));
    CHECK(likeness({{1, 0}}, {{0, 1}}) == 0.0);
    CHECK_THROWS_WITH(likeness({{1, 0}}, {{0}}), "likeness: A is (1, 2) but B is (1, 1); they need the same shape");
    CHECK(difference(shares_of_largest({{-4, 2}, {0, 1}}), Matrix{{1, 0.5}, {0, 0.25}}) == 0.0);
}

TEST_CASE("one number learns by hand: its gradient is a slope, and each step lowers the loss")
{
    const std::vector<OneNumber> seen = learn_one_number(0.25, 3);
    REQUIRE(seen.size() == 4);
    CHECK(seen[0].weight == 0.5);
    CHECK(seen[0].output == 2.0);
    CHECK(seen[0].loss == 4.0);
    CHECK(seen[0].gradient == -4.0);
    CHECK(seen[1].w == 1.0);
    for (std::size_t i = 0; i < seen.size(); ++i) {
        const double slope = (one_number(seen[i].w + 1e-5).loss - one_number(seen[i].w - 1e-5).loss) / 2e-5;
        CHECK_THAT(seen[i].gradient, WithinAbs(slope, 1e-8));
        CHECK((i == 0 || seen[i].loss < seen[i - 1].loss));
    }
}

TEST_CASE("parts of a pairing and of W_V: where the numbers are")
{
    const PairingParts right = parts_of_pairing(-2.0 * right_pairing());
    CHECK(right.same == 2.0);
    CHECK(right.other == 0.0);
    CHECK(right.value == 0.0);
    Matrix P = right_pairing();
    P(0, 1) = -56.0;
    P(7, 11) = 32.0;
    CHECK(parts_of_pairing(P).other == 1.0);
    CHECK(parts_of_pairing(P).value == 1.0);
    CHECK(parts_of_values(3.0 * right_values()).same == 3.0);
    Matrix V = right_values();
    V(0, 0) = -44.0;
    CHECK(parts_of_values(V).other == 1.0);
    CHECK_THROWS_WITH(parts_of_pairing({{1}}), "parts_of_pairing: P is (1, 1); it needs to be (8, 12)");
    CHECK_THROWS_WITH(parts_of_values({{1}}), "parts_of_values: W_V is (1, 1); it needs to be (12, 4)");
}

TEST_CASE("a head that is watched: a pairing for each test, and gradients that agree with central differences")
{
    std::size_t looks = 0;
    const Watched watched = watch_one_head(30, 15, [&](const Run&) { ++looks; });
    CHECK(looks == 31);
    CHECK(watched.pairings.size() == looks);
    CHECK(watched.run.progress.size() == looks);
    CHECK(difference(watched.pairings.back(), pairing(watched.run.learner.W, watched.run.learner.scale)) == 0.0);
    CHECK(difference(watched.values_before, watched.run.learner.W.W_V) > 0.0);
    for (const std::uint64_t seed : {15U, 16U}) CHECK(worst_error_of_recall(seed) < 1e-7);
}

TEST_CASE("undivided, with a smaller start and a smaller rate, a head is the root's")
{
    for (const std::size_t d_k : {1U, 8U, 64U}) CHECK(undivided_apart_from_root(d_k, 20, 22) < 1e-9);
}

TEST_CASE("pace and rate are those of each size and divisor")
{
    const std::vector<PaceAndRate> found = paces_and_rates(3, 2, 21);
    REQUIRE(found.size() == scalings.size());
    const std::vector<Tuned> tuned = tuned_each(tried_rates, 3, 21);
    for (std::size_t s = 0; s < scalings.size(); ++s) {
        CHECK(found[s].scaling == scalings[s]);
        for (std::size_t size = 0; size < head_sizes.size(); ++size) {
            CHECK(found[s].pace[size] == mean_pace(head_sizes[size], scalings[s], 2, 21).along);
            CHECK(found[s].rate[size] == tuned[3 * size + s].best.rate);
        }
        CHECK(found[s].loss_at_first == tuned[6 + s].first.loss);
        CHECK(found[s].loss_at_best == tuned[6 + s].best.loss);
    }
}
