#include "14_gradients/attention_backward.hpp"
#include "14_gradients/covariance.hpp"
#include "14_gradients/finite_differences.hpp"
#include "14_gradients/from_output.hpp"
#include "14_gradients/gradient_check.hpp"
#include "14_gradients/hidden_nan.hpp"
#include "14_gradients/in_xtensor.hpp"
#include "14_gradients/inexact_checks.hpp"
#include "14_gradients/layer_backward.hpp"
#include "14_gradients/layer_check.hpp"
#include "14_gradients/masked_backward.hpp"
#include "14_gradients/nudged.hpp"
#include "14_gradients/one_value.hpp"
#include "14_gradients/passed_back.hpp"
#include "14_gradients/softmax_backward.hpp"
#include "14_gradients/two_by_two.hpp"
#include "14_gradients/wrong_backward.hpp"

#include "12_masks/masked_attention.hpp"

#include "common/blas.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"
#include "tests/catch.hpp"
#include "tests/near.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

using namespace attention;
using tests::difference;
using tests::infinity;
using tests::not_a_number;

namespace
{

AttentionGradients by_products(const RandomCase& c, const Matrix& A)
{
    return attention_backward(c.Q, c.K, c.V, A, c.dO);
}

/// The gradients of each query alone, with only the keys that it sees, added up.
AttentionGradients query_by_query(const RandomCase& c, const Matrix& A)
{
    AttentionGradients sum = {xt::zeros_like(c.Q), xt::zeros_like(c.K), xt::zeros_like(c.V)};
    for (std::size_t i = 0; i < c.Q.shape(0); ++i) {
        std::vector<std::size_t> seen;
        for (std::size_t j = 0; j < c.K.shape(0); ++j) {
            if (c.mask(i, j)) seen.push_back(j);
        }
        const auto row = static_cast<std::ptrdiff_t>(i);
        const AttentionGradients d =
            attention_backward(xt::view(c.Q, xt::keep(row), xt::all()), xt::view(c.K, xt::keep(seen), xt::all()),
                               xt::view(c.V, xt::keep(seen), xt::all()), xt::view(A, xt::keep(row), xt::keep(seen)),
                               xt::view(c.dO, xt::keep(row), xt::all()));
        set_row(sum.dQ, i, row_of(d.dQ, 0));
        for (std::size_t s = 0; s < seen.size(); ++s) {
            set_row(sum.dK, seen[s], Vector(row_of(sum.dK, seen[s]) + row_of(d.dK, s)));
            set_row(sum.dV, seen[s], Vector(row_of(sum.dV, seen[s]) + row_of(d.dV, s)));
        }
    }
    return sum;
}

bool all_finite(const Matrix& M) { return xt::all(xt::isfinite(M)); }

}  // namespace

TEST_CASE("the chain rule on one weight and one value: each slope times the next")
{
    const OneValue one = through_one_value(0.5, 4, 3);
    CHECK(one.output == 2.0);
    CHECK(one.loss == 1.0);
    CHECK(one.d_output == -2.0);
    CHECK(one.d_weight == -8.0);
    CHECK(one.d_value == -1.0);
    const auto loss = [](const Matrix& at) { return through_one_value(at(0, 0), at(0, 1), 1.5).loss; };
    const OneValue other = through_one_value(-0.7, 1.3, 1.5);
    CHECK(difference(central_differences(loss, {{-0.7, 1.3}}), Matrix{{other.d_weight, other.d_value}}) < 1e-9);
}

TEST_CASE("two queries and two keys, all the way back by hand")
{
    const RandomCase c = two_by_two();
    const WayBack back = way_back(c);
    CHECK(difference(back.A, Matrix{{0.75, 0.25}, {0.5, 0.5}}) < 1e-15);
    CHECK(difference(back.O, Matrix{{3, 0.5}, {2, 1}}) < 1e-14);
    CHECK(difference(back.d.dV, Matrix{{2, 4}, {0, 4}}) < 1e-14);
    CHECK(difference(back.dA, Matrix{{16, 0}, {-8, 16}}) < 1e-14);
    CHECK(difference(back.dS, Matrix{{3, -3}, {-6, 6}}) < 1e-13);
    CHECK(difference(back.d.dQ, Matrix{{3 * std::log(3.0)}, {-6 * std::log(3.0)}}) < 1e-13);
    CHECK(difference(back.d.dK, Matrix{{3}, {-3}}) < 1e-13);
    CHECK(error_of(c, right_way) < 1e-7);
}

TEST_CASE("where dS is positive, raising the score raises the loss; where it is negative, it lowers it")
{
    common::Random random(12);
    for (int run = 0; run < 50; ++run) {
        RandomCase c = random_case(random);
        const Matrix dS = way_back(c).dS;
        for (std::size_t i = 0; i < dS.shape(0); ++i) {
            for (std::size_t j = 0; j < dS.shape(1); ++j) {
                const double slope = growth_with_score(c, i, j, 1e-6) / 1e-6;
                CHECK_THAT(slope, WithinAbs(dS(i, j), 1e-4));
            }
        }
    }
}

TEST_CASE("whatever number is nudged, the loss has the slope that its gradient says")
{
    common::Random random(19);
    for (int run = 0; run < 20; ++run) {
        const RandomCase c = random_case(random);
        const WayBack back = way_back(c);
        for (const In matrix : {In::scores, In::queries, In::keys, In::values}) {
            const Matrix& gradient = gradient_in(back, matrix);
            for (std::size_t i = 0; i < gradient.shape(0); ++i) {
                for (std::size_t j = 0; j < gradient.shape(1); ++j) {
                    const double slope = slope_by_trying(c, {.matrix = matrix, .i = i, .j = j});
                    CHECK_THAT(slope, WithinAbs(gradient(i, j), 1e-7));
                }
            }
        }
    }
    const Nudged first_value{.matrix = In::values, .i = 0, .j = 0};
    CHECK_THAT(growth_with(two_by_two(), first_value, 0.5), WithinAbs(1.0, 1e-14));  // along a line: dV there is 2
}

TEST_CASE("the mean of dA by the weights is dO . O, and softmax goes back with it alone")
{
    common::Random random(13);
    for (int run = 0; run < 50; ++run) {
        const RandomCase c = random_case(random);
        const WayBack back = way_back(c);
        const Vector means = mean_from_output(c.dO, back.O);
        CHECK(difference(means, mean_by_weights(back.A, back.dA)) < 1e-13);
        CHECK(difference(softmax_backward_with_means(back.A, back.dA, means), back.dS) < 1e-13);
    }
    CHECK(farthest_means(500, 1) < 1e-12);
    CHECK_THROWS_WITH(softmax_backward_with_means({{1, 0}}, {{1, 0}}, Vector{1, 2}),
                      "softmax_backward_with_means: A is (1, 2), dA (1, 2), and there are 2 means; A and dA need the "
                      "same shape, and each row a mean");
}

TEST_CASE("softmax backward as an xtensor user writes it agrees with the loops")
{
    common::Random random(14);
    for (const std::size_t n : {1U, 3U}) {
        for (const std::size_t m : {1U, 5U}) {
            const Matrix A = softmax_rows(random.normal_matrix(n, m));
            const Matrix dA = random.normal_matrix(n, m);
            CHECK(difference(in_xtensor::softmax_backward(A, dA), softmax_backward(A, dA)) < 1e-15);
        }
    }
    CHECK_THROWS_WITH(in_xtensor::softmax_backward({{1, 0}}, {{1}}),
                      "softmax_backward: A is (1, 2) but dA is (1, 1); they need the same shape");
}

TEST_CASE("wrong ways back are caught in most random cases, and each passes where it happens to be right")
{
    const auto right_in = [](const CaseBackward& back) {
        common::Random random(14);
        return cases_right(300, back, random);
    };
    CHECK(right_in(right_way) == 300);
    const int zeros = right_in(zeros_only);  // where no query sees anything
    CHECK(right_in(without_mean) == zeros);
    for (const CaseBackward& back : {CaseBackward(diagonal_only), CaseBackward(without_scale)}) {
        CHECK(right_in(back) > zeros);
        CHECK(right_in(back) < 150);
    }
    common::Random random(15);
    RandomCase c = random_case(random);
    c.Q = random.normal_matrix(2, 1);  // d_k = 1: no scale to forget
    c.K = random.normal_matrix(3, 1);
    c.V = random.normal_matrix(3, 2);
    c.dO = random.normal_matrix(2, 2);
    c.mask = xt::ones<bool>({2, 3});
    CHECK(error_of(c, without_scale) < 1e-7);
    const TooLarge factor = factor_without_scale(7, 3);
    CHECK_THAT(factor.least, WithinAbs(std::sqrt(7.0), 1e-12));
    CHECK_THAT(factor.most, WithinAbs(std::sqrt(7.0), 1e-12));
}

TEST_CASE("a layer of two heads in one number: the worst of all its gradients")
{
    for (const std::uint64_t seed : {15U, 16U}) CHECK(worst_error_in_a_layer(seed) < 1e-7);
}

TEST_CASE("softmax backward by hand: weights 1/2, 1/4, 1/4")
{
    const Matrix A = {{0.5, 0.25, 0.25}};
    CHECK(difference(softmax_backward(A, {{4, 0, 8}}), Matrix{{0, -1, 1}}) < 1e-15);
    CHECK(difference(softmax_backward(A, {{3, 3, 3}}), Matrix{{0, 0, 0}}) < 1e-15);
}

TEST_CASE("softmax backward is chapter 2's Jacobian, row by row")
{
    common::Random random(1);
    const Matrix A = softmax_rows(random.normal_matrix(4, 6));
    const Matrix dA = random.normal_matrix(4, 6);
    const Matrix dS = softmax_backward(A, dA);
    for (std::size_t i = 0; i < 4; ++i) {
        const Matrix J = softmax_jacobian(row_of(A, i));
        for (std::size_t l = 0; l < 6; ++l) {
            double expected = 0.0;
            for (std::size_t j = 0; j < 6; ++j) expected += dA(i, j) * J(j, l);
            CHECK_THAT(dS(i, l), WithinAbs(expected, 1e-15));
        }
    }
}

TEST_CASE("each row of dS sums to 0, and without the sum in the formula it does not")
{
    common::Random random(2);
    const Matrix A = softmax_rows(3.0 * random.normal_matrix(20, 7));
    const Matrix dA = random.normal_matrix(20, 7);
    const Matrix dS = softmax_backward(A, dA);
    const Matrix wrong = softmax_backward_diagonal_only(A, dA);
    for (std::size_t i = 0; i < 20; ++i) {
        CHECK(std::abs(xt::sum(row_of(dS, i))()) < 1e-15);
        CHECK(std::abs(xt::sum(row_of(wrong, i))()) > 1e-4);
    }
}

TEST_CASE("what is above the mean makes the loss larger, so a step lowers its score")
{
    const Matrix S = {{1, 0, 1}};
    const Matrix dA = {{3, -1, 0}};
    const Matrix A = softmax_rows(S);
    const Matrix dS = softmax_backward(A, dA);
    const double mean = xt::sum(Matrix(A * dA))();
    for (std::size_t j = 0; j < 3; ++j) CHECK((dS(0, j) > 0.0) == (dA(0, j) > mean));
    const Matrix stepped = S - 0.1 * dS;
    CHECK(stepped(0, 0) < S(0, 0));
    CHECK(stepped(0, 1) > S(0, 1));
    CHECK(easy_loss(softmax_rows(stepped), dA) < easy_loss(A, dA));
}

TEST_CASE("dQ, dK and dV agree with central differences in 1000 random cases, masks included")
{
    for (const CaseBackward& back : {CaseBackward(by_products), CaseBackward(right_way)}) {
        common::Random random(3);
        CHECK(cases_right(1000, back, random) == 1000);
    }
}

TEST_CASE("a way back that is wrong only where the right gradient is 0 is caught")
{
    RandomCase c = {.Q = {{0.5, 1}}, .K = {{1, 2}}, .V = {{3}}, .dO = {{2}}, .mask = xt::ones<bool>({1, 1})};
    CHECK(error_of(c, by_products) < 1e-7);
    CHECK(error_of(c, without_mean) > 0.9);

    common::Random random(3);
    int nothing_seen = 0;
    int right = 0;
    for (int i = 0; i < 500; ++i) {
        c = random_case(random);
        nothing_seen += xt::any(c.mask) ? 0 : 1;
        right += error_of(c, without_mean) < 1e-7 ? 1 : 0;
    }
    CHECK(nothing_seen > 0);
    CHECK(right == nothing_seen);
}

TEST_CASE("under a mask, each query sends back what it would if the keys it sees were the only ones")
{
    common::Random random(8);
    for (int run = 0; run < 100; ++run) {
        const RandomCase c = random_case(random);
        const Matrix A = scaled_dot_product_attention(c.Q, c.K, c.V, c.mask).weights;
        const AttentionGradients expected = query_by_query(c, A);
        const AttentionGradients d = right_way(c, A);
        CHECK(difference(d.dQ, expected.dQ) < 1e-13);
        CHECK(difference(d.dK, expected.dK) < 1e-13);
        CHECK(difference(d.dV, expected.dV) < 1e-13);
    }
}

TEST_CASE("NaN and infinity behind a mask reach no gradient, as they reach no output")
{
    common::Random random(9);
    const Matrix Q = random.normal_matrix(4, 3);
    const Matrix K = random.normal_matrix(5, 3);
    const Matrix V = random.normal_matrix(5, 2);
    const Matrix dO = random.normal_matrix(4, 2);
    for (const double broken : {not_a_number, infinity, -infinity}) {
        for (const bool in_K : {false, true}) {
            for (const bool in_V : {false, true}) {
                BoolMatrix mask = padding_mask(4, {true, true, false, true, false});
                mask(1, 0) = mask(1, 1) = mask(1, 3) = false;  // query 1 sees nothing
                Matrix other_K = K;
                Matrix other_V = V;
                for (const std::size_t j : {2U, 4U}) {
                    if (in_K) other_K(j, 1) = broken;
                    if (in_V) other_V(j, 0) = broken;
                }
                const Attention clean = scaled_dot_product_attention(Q, K, V, mask);
                const Attention forward = scaled_dot_product_attention(Q, other_K, other_V, mask);
                REQUIRE(difference(forward.output, clean.output) == 0.0);
                const AttentionGradients expected = masked_attention_backward(Q, K, V, clean.weights, dO, mask);
                const AttentionGradients d = masked_attention_backward(Q, other_K, other_V, forward.weights, dO, mask);
                CHECK(all_finite(d.dQ));
                CHECK(difference(d.dQ, expected.dQ) == 0.0);
                CHECK(difference(d.dK, expected.dK) == 0.0);
                CHECK(difference(d.dV, expected.dV) == 0.0);
                CHECK(difference(row_of(d.dQ, 1), Vector{0, 0, 0}) == 0.0);
                CHECK(difference(row_of(d.dK, 2), Vector{0, 0, 0}) == 0.0);
                CHECK(difference(row_of(d.dV, 4), Vector{0, 0}) == 0.0);
            }
        }
    }
}

TEST_CASE("a NaN that one query sees spoils what that query sends back, and nothing that the others do")
{
    common::Random random(10);
    const Matrix Q = random.normal_matrix(3, 2);
    Matrix K = random.normal_matrix(3, 2);
    const Matrix V = random.normal_matrix(3, 2);
    const Matrix dO = random.normal_matrix(3, 2);
    const BoolMatrix mask = causal_mask(3, 3);
    const Matrix clean_A = scaled_dot_product_attention(Q, K, V, mask).weights;
    const AttentionGradients clean = masked_attention_backward(Q, K, V, clean_A, dO, mask);
    K(2, 0) = not_a_number;  // only query 2 sees key 2
    const Matrix A = scaled_dot_product_attention(Q, K, V, mask).weights;
    const AttentionGradients d = masked_attention_backward(Q, K, V, A, dO, mask);
    CHECK(xt::all(xt::isnan(row_of(d.dQ, 2))));
    for (std::size_t i = 0; i < 2; ++i) CHECK(difference(row_of(d.dQ, i), row_of(clean.dQ, i)) == 0.0);
}

TEST_CASE("a token behind the mask of a layer may be NaN: no gradient of what is learned notices")
{
    common::Random random(11);
    const MultiHead W = two_random_heads(random, 4);
    Matrix X = random.normal_matrix(5, 4);
    const Matrix dY = random.normal_matrix(5, 4);
    BoolMatrix mask = padding_mask(5, {true, true, true, true, false});
    for (std::size_t j = 0; j < 5; ++j) mask(4, j) = false;  // the padding asks nothing either
    const LayerGradients clean = layer_backward(X, W, mask, dY);
    set_row(X, 4, Vector{not_a_number, infinity, 0, -infinity});
    CHECK(all_finite(multi_head_attention(X, W, mask).output));
    const LayerGradients d = layer_backward(X, W, mask, dY);
    CHECK(all_finite(d.dX));
    CHECK(difference(d.dX, clean.dX) == 0.0);
    CHECK(difference(d.dW_O, clean.dW_O) == 0.0);
    for (std::size_t h = 0; h < 2; ++h) {
        CHECK(difference(d.heads[h].W_Q, clean.heads[h].W_Q) == 0.0);
        CHECK(difference(d.heads[h].W_K, clean.heads[h].W_K) == 0.0);
        CHECK(difference(d.heads[h].W_V, clean.heads[h].W_V) == 0.0);
    }
}

TEST_CASE("what is hidden gets no gradient at all")
{
    common::Random random(4);
    const Matrix Q = random.normal_matrix(3, 2);
    const Matrix K = random.normal_matrix(4, 2);
    const Matrix V = random.normal_matrix(4, 2);
    const BoolMatrix mask = padding_mask(3, {true, false, true, false});
    const Matrix A = scaled_dot_product_attention(Q, K, V, mask).weights;
    const AttentionGradients d = attention_backward(Q, K, V, A, random.normal_matrix(3, 2));
    for (const std::size_t j : {1U, 3U}) {
        for (std::size_t c = 0; c < 2; ++c) {
            CHECK(d.dK(j, c) == 0.0);
            CHECK(d.dV(j, c) == 0.0);
        }
    }
    CHECK(std::abs(d.dK(0, 0)) > 1e-6);
}

TEST_CASE("every gradient of a layer of heads agrees with central differences")
{
    common::Random random(5);
    for (const bool causal : {false, true}) {
        const Matrix X = 0.5 * random.normal_matrix(4, 5);  // large scores bend so much that differences miss it
        const Matrix dY = random.normal_matrix(4, 5);
        const BoolMatrix mask = causal ? causal_mask(4, 4) : BoolMatrix(xt::ones<bool>({4, 4}));
        MultiHead W = two_random_heads(random, 5);
        const LayerGradients d = layer_backward(X, W, mask, dY);
        const auto check_one = [&](const Matrix& given, Matrix& place) {
            const Matrix at = place;
            const auto loss = [&](const Matrix& moved) {
                place = moved;
                return easy_loss(multi_head_attention(X, W, mask).output, dY);
            };
            const Matrix tried = central_differences(loss, at);
            place = at;
            CHECK(gradient_error(given, tried) < 1e-7);
        };
        for (std::size_t h = 0; h < 2; ++h) {
            check_one(d.heads[h].W_Q, W.heads[h].W_Q);
            check_one(d.heads[h].W_K, W.heads[h].W_K);
            check_one(d.heads[h].W_V, W.heads[h].W_V);
        }
        check_one(d.dW_O, W.W_O);
        const Matrix tried = central_differences(
            [&](const Matrix& x) { return easy_loss(multi_head_attention(x, W, mask).output, dY); }, X);
        CHECK(gradient_error(d.dX, tried) < 1e-7);
    }
}

TEST_CASE("the planted mistakes are caught: no sum in softmax, no scale")
{
    common::Random random(6);
    const Matrix Q = random.normal_matrix(4, 7);
    const Matrix K = random.normal_matrix(5, 7);
    const Matrix V = random.normal_matrix(5, 3);
    const Matrix dO = random.normal_matrix(4, 3);
    const Matrix A = scaled_dot_product_attention(Q, K, V).weights;
    const Matrix dA = common::product_transposed(dO, V);
    const Matrix tried = central_differences(
        [&](const Matrix& q) { return easy_loss(scaled_dot_product_attention(q, K, V).output, dO); }, Q);
    const Matrix diagonal = common::product(softmax_backward_diagonal_only(A, dA), K) / std::sqrt(7.0);
    const Matrix unscaled = common::product(softmax_backward(A, dA), K);
    CHECK(relative_error(diagonal, tried) > 0.05);
    for (std::size_t i = 0; i < tried.size(); ++i)
        CHECK_THAT(unscaled.data()[i] / tried.data()[i], WithinAbs(std::sqrt(7.0), 1e-6));
}

TEST_CASE("the output changes with its query as values and keys vary together")
{
    common::Random random(7);
    const Matrix K = random.normal_matrix(6, 3);
    const Matrix V = random.normal_matrix(6, 4);
    const Matrix q = random.normal_matrix(1, 3);
    const Matrix weights = scaled_dot_product_attention(q, K, V).weights;
    const Matrix covariance = weighted_covariance(row_of(weights, 0), K, V) / std::sqrt(3.0);
    for (std::size_t r = 0; r < 4; ++r) {
        const Matrix tried = central_differences(
            [&](const Matrix& moved) { return scaled_dot_product_attention(moved, K, V).output(0, r); }, q);
        CHECK(difference(row_of(covariance, r), row_of(tried, 0)) < 1e-9);
    }
    Matrix alike = V;
    for (std::size_t j = 0; j < 6; ++j) set_row(alike, j, row_of(V, 0));
    CHECK(xt::amax(xt::abs(weighted_covariance(row_of(weights, 0), K, alike)))() < 1e-15);
}

TEST_CASE("central differences and relative errors are what they say")
{
    const auto cube = [](const Matrix& x) { return x(0, 0) * x(0, 0) * x(0, 0) + 2 * x(0, 1); };
    CHECK(difference(central_differences(cube, {{3, 5}}), Matrix{{27, 2}}) < 1e-8);
    CHECK(relative_error({{3, 4}}, {{3, 4}}) == 0.0);
    CHECK(relative_error({{1, 0}}, {{-1, 0}}) == 1.0);
    CHECK(relative_error({{0, 0}}, {{0, 0}}) == 0.0);
}

TEST_CASE("a gradient's error is measured against the larger of the two, never against a tiny one that was tried")
{
    CHECK(gradient_error({{3, 4}}, {{3, 4}}) == 0.0);
    CHECK(gradient_error({{3, 4}}, {{3, 2}}) == 0.5);
    CHECK(gradient_error({{3, 2}}, {{3, 4}}) == 0.5);
    CHECK(gradient_error({{1, 0}}, {{-1, 0}}) == 2.0);
    CHECK(gradient_error({{0.7, 0}}, {{1e-12, 0}}) > 0.99);
    CHECK(gradient_error({{1e-6, 0}}, {{0, 0}}) > 1e-4);   // tiny, and still wrong
    CHECK(gradient_error({{1e-12, 0}}, {{0, 0}}) < 1e-7);  // rounding
    CHECK(gradient_error({{not_a_number, 1}}, {{1, 1}}) == infinity);
    CHECK(gradient_error({{1, 1}}, {{1, infinity}}) == infinity);
    CHECK(gradient_error({{infinity, 1}}, {{infinity, 1}}) == infinity);
}

TEST_CASE("peaked weights: the median of what comes back falls far more steeply than the mean")
{
    common::Random random(12);
    const Matrix scores = random.normal_matrix(400, 16);
    const Matrix dA = random.normal_matrix(400, 16);
    const PassedBack mild = passed_back(scores, dA);
    const PassedBack peaked = passed_back(16.0 * scores, dA);
    CHECK(mild.median > 0.8 * mild.mean);
    CHECK(peaked.mean > 0.1 * mild.mean);
    CHECK(peaked.median < 0.05 * mild.median);
    CHECK(peaked.to_values > 2 * mild.to_values);  // the values learn all the better
    CHECK(peaked.to_values <= 1.0);
    CHECK_THAT(passed_back({{0, 0}, {100, 0}}, {{1, -1}, {1, -1}}).to_values,
               WithinAbs((std::sqrt(0.5) + 1) / 2, 1e-12));
    CHECK_THAT(passed_back({{0, 0}, {0, 0}, {100, 0}}, {{1, -1}, {0, 0}, {1, -1}}).mean,
               WithinAbs(std::sqrt(0.5) / 3, 1e-12));
    CHECK_THAT(passed_back({{0, 0}, {0, 0}, {100, 0}}, {{1, -1}, {0, 0}, {1, -1}}).median, WithinAbs(0.0, 1e-12));
}

TEST_CASE("a right gradient looks wrong where the difference is inexact: a loss in float, or huge scores")
{
    const SeemsWrong wrong = seems_wrong(50);
    CHECK(wrong.exact == 0);
    CHECK(wrong.in_float == 50);
    CHECK(wrong.huge > 15);
}

TEST_CASE("by products alone a NaN that nobody may see comes back, though it never went forward")
{
    const BrokenNumbers broken = broken_by_hidden_nan(1);
    CHECK(broken.output == 0);
    CHECK(broken.dQ_by_products > 0);
    CHECK(broken.dQ_under_mask == 0);
}

TEST_CASE("wrong shapes are refused in words")
{
    const Matrix A = xt::zeros<double>({2, 3});
    const Matrix B = xt::zeros<double>({2, 4});
    CHECK_THROWS_WITH(softmax_backward(A, B),
                      "softmax_backward: A is (2, 3) but dA is (2, 4); they need the same shape");
    CHECK_THROWS_WITH(attention_backward(A, A, A, A, A),
                      "attention_backward: A is (2, 3) but there are 2 queries and 2 keys");
    CHECK_THROWS_WITH(masked_attention_backward(A, A, A, xt::zeros<double>({2, 2}), A, xt::ones<bool>({2, 3})),
                      "masked_attention_backward: the mask is (2, 3) but there are 2 queries and 2 keys");
    const Matrix weights = xt::zeros<double>({2, 2});
    CHECK_THROWS_WITH(attention_backward(A, A, A, weights, B),
                      "attention_backward: dO is (2, 4) but the output is (2, 3)");
    CHECK_THROWS_WITH(weighted_covariance({1, 0}, xt::zeros<double>({3, 1}), xt::zeros<double>({2, 1})),
                      "weighted_covariance: there are 2 weights, 3 keys and 2 values; all need the same number");
}
