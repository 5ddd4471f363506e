#include "12_masks/in_xtensor.hpp"
#include "12_masks/leak.hpp"
#include "12_masks/masked_attention.hpp"
#include "12_masks/masks.hpp"
#include "12_masks/prefixes.hpp"
#include "12_masks/wrong_masks.hpp"

#include "07_attention/attention.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"
#include "tests/catch.hpp"
#include "tests/near.hpp"

#include <cmath>
#include <cstddef>
#include <stdexcept>

using namespace attention;
using tests::difference;
using tests::infinity;
using tests::not_a_number;

namespace
{

const Matrix X = {{1, 0}, {0, 1}, {1, 1}};

/// Probe with all sizes different: n = 2, m = 3, d_k = 5, d_v = 6.
const Matrix Q = {{1, 0, 2, -1, 1}, {0, 1, -1, 2, 0}};
const Matrix K = {{1, 1, 0, 0, 2}, {0, 2, 1, -1, 0}, {2, -1, 0, 1, -1}};
const Matrix V = {{1, 10, 0, 7, -2, 3}, {2, 20, 5, -1, 0, 8}, {4, 40, -3, 2, 6, -5}};

}  // namespace

TEST_CASE("a causal mask lets each query see itself and what came before")
{
    const BoolMatrix expected = {{true, false, false}, {true, true, false}, {true, true, true}};
    CHECK((causal_mask(3, 3) == expected));
    CHECK((causal_mask(3, 3, Alignment::bottom_right) == expected));
}

TEST_CASE("with more keys than queries the two alignments part")
{
    CHECK((causal_mask(2, 4, Alignment::top_left) ==
           BoolMatrix{{true, false, false, false}, {true, true, false, false}}));
    CHECK((causal_mask(2, 4, Alignment::bottom_right) ==
           BoolMatrix{{true, true, true, false}, {true, true, true, true}}));
    CHECK(xt::sum<int>(causal_mask(1, 16, Alignment::top_left))() == 1);
    CHECK(xt::sum<int>(causal_mask(1, 16, Alignment::bottom_right))() == 16);
}

TEST_CASE("with fewer keys than queries, bottom right leaves the first queries nothing to see")
{
    CHECK((causal_mask(3, 2, Alignment::top_left) == BoolMatrix{{true, false}, {true, true}, {true, true}}));
    CHECK((causal_mask(3, 2, Alignment::bottom_right) == BoolMatrix{{false, false}, {true, false}, {true, true}}));
}

TEST_CASE("a decoding step sees what the last row of the whole sequence sees")
{
    common::Random random(3);
    const Matrix all_Q = random.normal_matrix(7, 4);
    const Matrix all_K = random.normal_matrix(7, 4);
    const Matrix all_V = random.normal_matrix(7, 2);
    const Matrix whole = scaled_dot_product_attention(all_Q, all_K, all_V, causal_mask(7, 7)).output;
    const Matrix last = xt::view(all_Q, xt::range(6, 7), xt::all());
    const Matrix step =
        scaled_dot_product_attention(last, all_K, all_V, causal_mask(1, 7, Alignment::bottom_right)).output;
    CHECK(difference(row_of(step, 0), row_of(whole, 6)) < 1e-14);
}

TEST_CASE("padding hides columns, for every query alike")
{
    CHECK((padding_mask(2, {true, false, true}) == BoolMatrix{{true, false, true}, {true, false, true}}));
    CHECK((both(causal_mask(2, 3, Alignment::bottom_right), padding_mask(2, {false, true, true})) ==
           BoolMatrix{{false, true, false}, {false, true, true}}));
}

TEST_CASE("cat, sat, mat under a causal mask, unscaled")
{
    const BoolMatrix mask = causal_mask(3, 3);
    const Matrix weights = masked_softmax_rows(score_matrix(X, X), mask);
    CHECK(difference(weights, Matrix{{1, 0, 0}, {0.268941, 0.731059, 0}, {0.211942, 0.211942, 0.576117}}) < 5e-7);
    CHECK(weights(0, 1) == 0.0);
    CHECK(difference(visible_sum(weights, X, mask), Matrix{{1, 0}, {0.268941, 0.731059}, {0.788058, 0.788058}}) < 5e-7);
}

TEST_CASE("a mask that allows everything changes nothing")
{
    const BoolMatrix everything = xt::ones<bool>({2, 3});
    const Attention masked = scaled_dot_product_attention(Q, K, V, everything);
    const Attention plain = scaled_dot_product_attention(Q, K, V);
    CHECK(difference(masked.output, plain.output) < 1e-14);
    CHECK(difference(masked.weights, plain.weights) < 1e-15);
}

TEST_CASE("a hidden key might as well not be there")
{
    const BoolMatrix mask = padding_mask(2, {true, false, true});
    const Matrix fewer_K = {{1, 1, 0, 0, 2}, {2, -1, 0, 1, -1}};
    const Matrix fewer_V = {{1, 10, 0, 7, -2, 3}, {4, 40, -3, 2, 6, -5}};
    CHECK(difference(scaled_dot_product_attention(Q, K, V, mask).output,
                     scaled_dot_product_attention(Q, fewer_K, fewer_V).output) < 1e-13);
}

TEST_CASE("changing a later token changes no earlier output, not by one bit")
{
    common::Random random(5);
    for (std::size_t t = 1; t < 8; ++t) {
        Matrix queries = random.normal_matrix(8, 5);
        Matrix keys = random.normal_matrix(8, 5);
        Matrix values = random.normal_matrix(8, 3);
        const Matrix before = scaled_dot_product_attention(queries, keys, values, causal_mask(8, 8)).output;
        set_row(queries, t, random.normal_vector(5));
        set_row(keys, t, random.normal_vector(5));
        set_row(values, t, random.normal_vector(3));
        const Matrix after = scaled_dot_product_attention(queries, keys, values, causal_mask(8, 8)).output;
        for (std::size_t i = 0; i < t; ++i) CHECK((row_of(after, i) == row_of(before, i)));
        CHECK(difference(row_of(after, t), row_of(before, t)) > 1e-3);
    }
}

TEST_CASE("changing each word in turn finds a mask that shows too much, and one that hides too much")
{
    common::Random random(6);
    const Matrix queries = random.normal_matrix(6, 4);
    const Matrix keys = random.normal_matrix(6, 4);
    const Matrix values = random.normal_matrix(6, 3);
    const auto moved = [&](const BoolMatrix& mask) { return influence(queries, keys, values, mask); };
    CHECK(leak(moved(causal_mask(6, 6))) == 0.0);
    CHECK(least_heard(moved(causal_mask(6, 6))) > 1e-6);
    CHECK(leak(moved(xt::ones<bool>({6, 6}))) > 0.1);
    for (std::size_t i = 0; i < 6; ++i) {
        for (std::size_t j = 0; j < 6; ++j) {
            BoolMatrix slip = causal_mask(6, 6);
            slip(i, j) = !slip(i, j);
            INFO("query " << i << ", key " << j);
            CHECK((leak(moved(slip)) > 0.0) == (j > i));
            CHECK((least_heard(moved(slip)) == 0.0) == (j <= i));
        }
    }
    CHECK(least_heard(moved(xt::zeros<bool>({6, 6}))) == 0.0);
    CHECK(leak(moved(padding_mask(6, {true, true, true, true, true, false}))) > 0.1);
}

TEST_CASE("a query that may see nothing gets weights 0 and output 0")
{
    BoolMatrix mask = xt::ones<bool>({2, 3});
    mask(0, 0) = mask(0, 1) = mask(0, 2) = false;
    const Attention found = scaled_dot_product_attention(Q, K, V, mask);
    CHECK(difference(row_of(found.weights, 0), Vector{0, 0, 0}) == 0.0);
    CHECK(difference(row_of(found.output, 0), Vector{0, 0, 0, 0, 0, 0}) == 0.0);
    CHECK_THAT(xt::sum(row_of(found.weights, 1))(), WithinAbs(1.0, 1e-15));
}

TEST_CASE("NaN and infinity behind a mask reach nobody who may not see them")
{
    Matrix broken_K = K;
    Matrix broken_V = V;
    set_row(broken_K, 2, Vector{not_a_number, 0, 0, infinity, 0});
    set_row(broken_V, 2, Vector{not_a_number, infinity, 0, 0, -infinity, 0});
    BoolMatrix mask = xt::ones<bool>({2, 3});
    mask(0, 2) = false;
    const Attention found = scaled_dot_product_attention(Q, broken_K, broken_V, mask);
    const Attention clean = scaled_dot_product_attention(Q, K, V, mask);
    CHECK(difference(row_of(found.output, 0), row_of(clean.output, 0)) == 0.0);
    CHECK(difference(row_of(found.weights, 0), row_of(clean.weights, 0)) == 0.0);
    CHECK(std::isnan(found.output(1, 0)));
}

TEST_CASE("a query that is NaN, or sees it, is NaN; the others are as before")
{
    const BoolMatrix mask = causal_mask(2, 3, Alignment::bottom_right);
    const Attention clean = scaled_dot_product_attention(Q, K, V, mask);
    Matrix broken_Q = Q;
    broken_Q(0, 2) = not_a_number;
    const Attention query = scaled_dot_product_attention(broken_Q, K, V, mask);
    CHECK(xt::all(xt::isnan(row_of(query.weights, 0))));
    CHECK(xt::all(xt::isnan(row_of(query.output, 0))));
    CHECK(difference(row_of(query.output, 1), row_of(clean.output, 1)) == 0.0);

    Matrix broken_K = K;
    broken_K(2, 4) = not_a_number;  // only query 1 may see key 2
    const Attention key = scaled_dot_product_attention(Q, broken_K, V, mask);
    CHECK(xt::all(xt::isnan(row_of(key.output, 1))));
    CHECK(difference(row_of(key.output, 0), row_of(clean.output, 0)) == 0.0);

    Matrix broken_V = V;
    broken_V(2, 4) = not_a_number;
    const Attention value = scaled_dot_product_attention(Q, K, broken_V, mask);
    CHECK(std::isnan(value.output(1, 4)));
    CHECK(value.output(1, 3) == clean.output(1, 3));
    CHECK(difference(row_of(value.output, 0), row_of(clean.output, 0)) == 0.0);
}

TEST_CASE("edges: no queries, no keys, no features")
{
    const Attention no_queries = scaled_dot_product_attention(xt::zeros<double>({0, 5}), K, V, xt::zeros<bool>({0, 3}));
    CHECK(no_queries.output.shape() == Matrix::shape_type{0, 6});
    const Attention no_keys =
        scaled_dot_product_attention(Q, xt::zeros<double>({0, 5}), xt::zeros<double>({0, 6}), xt::zeros<bool>({2, 0}));
    CHECK(difference(no_keys.output, Matrix(xt::zeros<double>({2, 6}))) == 0.0);
    const Attention no_features =
        scaled_dot_product_attention(xt::zeros<double>({3, 0}), xt::zeros<double>({3, 0}), X, causal_mask(3, 3));
    CHECK(difference(row_of(no_features.output, 1), Vector{0.5, 0.5}) < 1e-15);
}

TEST_CASE("shapes that do not fit are refused")
{
    CHECK_THROWS_MATCHES(
        scaled_dot_product_attention(Q, K, V, causal_mask(3, 2)), std::invalid_argument,
        Message("scaled_dot_product_attention: the mask is (3, 2) but there are 2 queries and 3 keys; it "
                "needs a row for each query and a column for each key"));
    CHECK_THROWS_MATCHES(
        scaled_dot_product_attention(Q, K, {{1}, {2}}, causal_mask(2, 3)), std::invalid_argument,
        Message("scaled_dot_product_attention: K has m = 3 rows but V has 2; each key needs one value"));
    CHECK_THROWS_AS(both(causal_mask(2, 3), causal_mask(3, 2)), std::invalid_argument);
    CHECK_THROWS_MATCHES(masked_scores({{1, 2}}, causal_mask(2, 2)), std::invalid_argument,
                         Message("masked_scores: scores are (1, 2) but the mask is (2, 2); they need the same shape"));
}

TEST_CASE("0 in place of -infinity lets forbidden keys through")
{
    const Matrix leaky = softmax_with_number_for_forbidden(score_matrix(X, X), causal_mask(3, 3), 0.0);
    CHECK(leaky(0, 1) > 0.2);
    CHECK(leaky(0, 2) > 0.2);
}

TEST_CASE("masking after softmax is right only when the rows are divided by their sums")
{
    const Matrix scores = score_matrix(X, X);
    const BoolMatrix mask = causal_mask(3, 3);
    const Matrix after = mask_after_softmax(scores, mask);
    CHECK(difference(after, masked_softmax_rows(scores, mask)) > 0.5);
    CHECK(difference(renormalised(after), masked_softmax_rows(scores, mask)) < 1e-15);
}

TEST_CASE("masking after softmax fails for good where a hidden score is much larger than all visible ones")
{
    const Matrix scores = {{0, 1, 1000}};
    const BoolMatrix mask = {{true, true, false}};
    const Matrix after = mask_after_softmax(scores, mask);
    CHECK(xt::sum(after)() == 0.0);
    CHECK(std::isnan(renormalised(after)(0, 0)));
    CHECK_THAT(xt::sum(masked_softmax_rows(scores, mask))(), WithinAbs(1.0, 1e-15));
}

TEST_CASE(
    "the first and the last row of a causal mask depend on how many queries there are, and which keys they are at")
{
    const auto seen = [](const BoolMatrix& mask, std::size_t i) {
        std::size_t count = 0;
        for (std::size_t j = 0; j < mask.shape(1); ++j) count += mask(i, j) ? 1 : 0;
        return count;
    };
    const BoolMatrix square = causal_mask(5, 5);
    CHECK(seen(square, 0) == 1);
    CHECK(seen(square, 4) == 5);
    const BoolMatrix top_left = causal_mask(2, 5, Alignment::top_left);
    CHECK(seen(top_left, 0) == 1);
    CHECK(seen(top_left, 1) == 2);
    const BoolMatrix bottom_right = causal_mask(2, 5, Alignment::bottom_right);
    CHECK(seen(bottom_right, 0) == 4);
    CHECK(seen(bottom_right, 1) == 5);
}

TEST_CASE("-1e9 blends what must not be seen where nothing may be")
{
    const BoolMatrix nothing = xt::zeros<bool>({1, 3});
    const Matrix uniform = softmax_with_number_for_forbidden({{5, 1, 3}}, nothing, -1e9);
    CHECK(difference(uniform, Matrix{{1.0 / 3, 1.0 / 3, 1.0 / 3}}) < 1e-15);
    CHECK(difference(masked_softmax_rows({{5, 1, 3}}, nothing), Matrix{{0, 0, 0}}) == 0.0);
}

TEST_CASE("one causal pass gives every prefix what a run of its own would")
{
    common::Random random(9);
    for (const std::size_t n : {0U, 1U, 2U, 9U}) {
        const Matrix words = random.normal_matrix(n, 5);
        CHECK(difference(outputs_of_one_pass(words), outputs_of_prefixes(words)) < 1e-14);
    }
    const Matrix words = random.normal_matrix(9, 5);
    const Matrix unmasked = dot_product_attention(words, words, words).output;
    CHECK(difference(unmasked, outputs_of_prefixes(words)) > 0.1);
    CHECK(scores_of_prefixes(3) == 1 + 4 + 9);
    CHECK(scores_of_prefixes(1000) == 333833500);
    CHECK(scores_of_last_queries(4) == 1 + 2 + 3 + 4);
    CHECK(scores_of_last_queries(1000) == xt::sum<std::size_t>(causal_mask(1000, 1000))());
}

TEST_CASE("the causal mask by xt::tril is the one by loops")
{
    for (const auto alignment : {Alignment::top_left, Alignment::bottom_right}) {
        for (std::size_t n = 0; n < 6; ++n) {
            for (std::size_t m = 0; m < 6; ++m) {
                INFO(n << " queries, " << m << " keys");
                CHECK((in_xtensor::causal_mask(n, m, alignment) == causal_mask(n, m, alignment)));
            }
        }
    }
}

TEST_CASE("-1e9 added to every score of a row is no mask at all")
{
    const BoolMatrix nothing = xt::zeros<bool>({1, 3});
    const Matrix row = {{5, 1, 3}};
    CHECK(difference(softmax_with_number_added(row, nothing, -1e9), softmax_rows(row)) < 1e-6);
    const BoolMatrix one_hidden = {{true, false, true}};
    CHECK(difference(softmax_with_number_added(row, one_hidden, -1e9), masked_softmax_rows(row, one_hidden)) == 0.0);
    CHECK(difference(softmax_with_number_added_in_float(row, nothing, -1e9F), Matrix{{1.0 / 3, 1.0 / 3, 1.0 / 3}}) <
          1e-15);
    CHECK(difference(softmax_with_number_added_in_float(row, one_hidden, -1e9F),
                     masked_softmax_rows(row, one_hidden)) == 0.0);
    CHECK(largest_half() == 65504.0);
}
