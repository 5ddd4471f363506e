// Linear attention: by pairs, by the other order of the products, and token by token.

#include "24_cheaper/linear/linear_attention.hpp"
#include "24_cheaper/linear/output_error.hpp"
#include "24_cheaper/linear/random_features.hpp"

#include "01_similarity/similarity.hpp"
#include "09_scaling/scaled_attention.hpp"
#include "12_masks/masks.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"
#include "tests/catch.hpp"
#include "tests/near.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <stdexcept>

using namespace attention;
using tests::difference;
using tests::not_a_number;

namespace
{

/// Attention with weights proportional to phi_q . phi_k, a pair at a time: the formula, and nothing clever.
Matrix pair_by_pair(const Matrix& phi_Q, const Matrix& phi_K, const Matrix& V, bool causal)
{
    Matrix output = xt::zeros<double>({phi_Q.shape(0), V.shape(1)});
    for (std::size_t i = 0; i < phi_Q.shape(0); ++i) {
        double total = 0.0;
        for (std::size_t j = 0; j < (causal ? i + 1 : phi_K.shape(0)); ++j) {
            const double weight = dot(row_of(phi_Q, i), row_of(phi_K, j));
            total += weight;
            for (std::size_t c = 0; c < V.shape(1); ++c) output(i, c) += weight * V(j, c);
        }
        for (std::size_t c = 0; c < V.shape(1); ++c) output(i, c) /= total;
    }
    return output;
}

/// All may see all.
BoolMatrix everything(std::size_t n, std::size_t m) { return xt::ones<bool>({n, m}); }

/// The largest number, to measure differences against.
double size_of(const Matrix& M)
{
    double largest = 0.0;
    for (const double x : M) largest = std::max(largest, std::abs(x));
    return largest;
}

}  // namespace

TEST_CASE("elu + 1 by hand: a straight line above 0, the exponential below, and never negative")
{
    const Matrix found = elu_plus_one({{2, 0, -1, -700}});
    CHECK(difference(found, Matrix{{3, 1, std::exp(-1.0), std::exp(-700.0)}}) == 0.0);
    CHECK(found(0, 3) > 0);
    CHECK(std::isnan(elu_plus_one({{not_a_number}})(0, 0)));
}

TEST_CASE("linear attention by pencil: two tokens, features 1, 2 and 3, 1")
{
    const Matrix phi_Q = {{1, 0}, {1, 1}};
    const Matrix phi_K = {{1, 2}, {3, 1}};
    const Matrix V = {{10}, {20}};
    // The second query has the scores 1 + 2 and 3 + 1, so it gets (3 10 + 4 20) / 7. The first sees only itself.
    CHECK(difference(causal_linear_attention(phi_Q, phi_K, V), Matrix{{10}, {110.0 / 7}}) < 1e-14);
    // Without a mask its scores are 1 and 3.
    CHECK(difference(linear_attention(phi_Q, phi_K, V), Matrix{{70.0 / 4}, {110.0 / 7}}) < 1e-14);
}

TEST_CASE("every form of linear attention gives the same to 1e-12 of its size, causal and full")
{
    common::Random random(1);
    for (const std::size_t n : {1U, 2U, 17U, 300U}) {
        const Matrix phi_Q = elu_plus_one(random.normal_matrix(n, 7));
        const Matrix phi_K = elu_plus_one(random.normal_matrix(n, 7));
        const Matrix V = random.normal_matrix(n, 5);
        const Matrix full = pair_by_pair(phi_Q, phi_K, V, false);
        const Matrix causal = pair_by_pair(phi_Q, phi_K, V, true);
        const double allowed = 1e-12 * size_of(causal);
        CHECK(difference(linear_attention_by_pairs(phi_Q, phi_K, V, everything(n, n)), full) < allowed);
        CHECK(difference(linear_attention(phi_Q, phi_K, V), full) < allowed);
        CHECK(difference(linear_attention_by_pairs(phi_Q, phi_K, V, causal_mask(n, n)), causal) < allowed);
        CHECK(difference(causal_linear_attention(phi_Q, phi_K, V), causal) < allowed);
    }
}

TEST_CASE("the state of a text stays the same size, and the rest of a text needs nothing else")
{
    common::Random random(2);
    const Matrix phi_Q = elu_plus_one(random.normal_matrix(20, 4));
    const Matrix phi_K = elu_plus_one(random.normal_matrix(20, 4));
    const Matrix V = random.normal_matrix(20, 3);
    RunningState state(4, 3);
    for (std::size_t t = 0; t < 12; ++t) state.absorb(row_of(phi_K, t), row_of(V, t));
    RunningState handed_on = state;  // to somebody who never saw the first 12 tokens
    const Matrix whole = pair_by_pair(phi_Q, phi_K, V, true);
    for (std::size_t t = 12; t < 20; ++t) {
        handed_on.absorb(row_of(phi_K, t), row_of(V, t));
        CHECK(difference(handed_on.answer(row_of(phi_Q, t)), row_of(whole, t)) < 1e-13);
    }
    CHECK(handed_on.S.size() == 12);
    CHECK(handed_on.z.size() == 4);
}

TEST_CASE("where there is nothing to see, linear attention gives 0, in every form")
{
    const Matrix phi_Q = {{1, 2}, {3, 4}};
    const Matrix no_keys = xt::zeros<double>({0, 2});
    const Matrix no_values = xt::zeros<double>({0, 3});
    const Matrix zeros = xt::zeros<double>({2, 3});
    CHECK(difference(linear_attention(phi_Q, no_keys, no_values), zeros) == 0.0);
    CHECK(difference(linear_attention_by_pairs(phi_Q, no_keys, no_values, everything(2, 0)), zeros) == 0.0);
    CHECK(difference(RunningState(2, 3).answer({1, 2}), Vector{0, 0, 0}) == 0.0);
    CHECK(causal_linear_attention(no_keys, no_keys, no_values).shape(0) == 0);
    const BoolMatrix first_only = {{true, true}, {false, false}};
    const Matrix V = {{1, 1, 1}, {2, 2, 2}};
    CHECK(difference(row_of(linear_attention_by_pairs(phi_Q, phi_Q, V, first_only), 1), Vector{0, 0, 0}) == 0.0);
}

TEST_CASE("a NaN reaches the tokens after it, and none before")
{
    common::Random random(3);
    const Matrix phi = elu_plus_one(random.normal_matrix(6, 3));
    Matrix V = random.normal_matrix(6, 2);
    V(3, 0) = not_a_number;
    const Matrix found = causal_linear_attention(phi, phi, V);
    for (std::size_t t = 0; t < 6; ++t) {
        CHECK(std::isnan(found(t, 0)) == (t >= 3));
        CHECK_FALSE(std::isnan(found(t, 1)));
    }
}

TEST_CASE("linear attention says which shapes do not fit")
{
    const Matrix two = xt::ones<double>({2, 3});
    const Matrix three = xt::ones<double>({3, 3});
    CHECK_THROWS_MATCHES(
        causal_linear_attention(two, two, three), std::invalid_argument,
        Message("causal_linear_attention: features of queries are (2, 3), of keys (2, 3), and there are "
                "3 values; each token needs one of each, with as many features"));
    CHECK_THROWS_AS(causal_linear_attention(two, three, three), std::invalid_argument);
    CHECK_THROWS_AS(linear_attention(two, two, three), std::invalid_argument);
    CHECK_THROWS_AS(linear_attention_by_pairs(two, three, three, everything(3, 2)), std::invalid_argument);
}

TEST_CASE("random features are right on average: their dot products come to exp(q . k)")
{
    common::Random random(4);
    const Matrix q = {{0.3, -0.5, 0.2}};
    const Matrix k = {{-0.4, 0.1, 0.6}};
    const Matrix W = random.normal_matrix(200000, 3);
    const double right = std::exp(0.3 * -0.4 - 0.5 * 0.1 + 0.2 * 0.6);
    CHECK(std::abs(dot(row_of(positive_features(q, W), 0), row_of(positive_features(k, W), 0)) - right) < 0.01);
    for (const double feature : positive_features(q, W)) CHECK(feature > 0);
}

TEST_CASE("random features by hand: exp(w . x - |x|^2 / 2) over the root of their number")
{
    const Matrix features = positive_features({{1, 2}}, {{3, 1}, {0, 0}, {-1, 0}, {0, -1}});
    const Matrix right = {{std::exp(5 - 2.5) / 2, std::exp(-2.5) / 2, std::exp(-1 - 2.5) / 2, std::exp(-2 - 2.5) / 2}};
    CHECK(difference(features, right) < 1e-14);
}

TEST_CASE("attention by random features comes nearer to scaled dot-product attention, the more there are")
{
    common::Random random(5);
    const Matrix Q = 0.5 * random.normal_matrix(40, 8);
    const Matrix K = 0.5 * random.normal_matrix(50, 8);
    const Matrix V = random.normal_matrix(50, 3);
    const Matrix right = scaled_dot_product_attention(Q, K, V).output;
    const auto error = [&](std::size_t features) {
        return output_error(random_feature_attention(Q, K, V, random.normal_matrix(features, 8)), right);
    };
    CHECK(error(20000) < 0.05);
    CHECK(error(20000) < error(20) / 4);
}

TEST_CASE("the error of an output is measured by what is right")
{
    CHECK(output_error({{3, 4}}, {{3, 4}}) == 0.0);
    CHECK(output_error({{0, 0}}, {{3, 4}}) == 1.0);
    CHECK(output_error({{3, 4}}, {{0, 5}}) == std::sqrt(10.0) / 5);
    CHECK_THROWS_AS(output_error({{1, 2}}, {{1}}), std::invalid_argument);
}

TEST_CASE("random features fail where scores are large: ordinary queries and keys in 64 coordinates")
{
    const FeatureErrors small = feature_errors(64, 0.5, {64, 1024}, 2, 64);
    const FeatureErrors ordinary = feature_errors(64, 1.0, {64, 1024}, 2, 64);
    REQUIRE(small.errors.size() == 2);
    CHECK(small.errors[1] < 0.35);
    CHECK(small.errors[1] < small.errors[0] / 2);
    CHECK(ordinary.errors[1] > 1.0);  // zeros would be nearer
    const FeatureErrors few_coordinates = feature_errors(16, 0.5, {64, 1024}, 2, 64);
    CHECK(few_coordinates.errors[1] < small.errors[1]);
}
