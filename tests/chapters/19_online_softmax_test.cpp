#include "19_online_softmax/any_order.hpp"
#include "19_online_softmax/corrections.hpp"
#include "19_online_softmax/online_attention.hpp"
#include "19_online_softmax/partial.hpp"
#include "19_online_softmax/trace.hpp"

#include "02_softmax/softmax.hpp"
#include "03_weighted_sum/weighted_sum.hpp"
#include "09_scaling/scaled_attention.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"
#include "tests/catch.hpp"
#include "tests/near.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

using namespace attention;
using tests::difference;
using tests::infinity;
using tests::not_a_number;

namespace
{

Partial over(const Vector& scores, const Matrix& V)
{
    Partial seen = nothing_seen(V.shape(1));
    for (std::size_t j = 0; j < scores.size(); ++j) absorb(seen, scores(j), row_of(V, j));
    return seen;
}

Vector direct(const Vector& scores, const Matrix& V) { return weighted_sum(softmax(scores), V); }

/// A partial result for each key.
std::vector<Partial> singles(const Vector& scores, const Matrix& V)
{
    std::vector<Partial> parts;
    for (std::size_t j = 0; j < scores.size(); ++j)
        parts.push_back(over({scores(j)}, xt::view(V, xt::range(j, j + 1))));
    return parts;
}

}  // namespace

TEST_CASE("the trace by hand: scores 1, 3, 2, 5 over values 10, 20, 30, 40")
{
    const Vector scores = {1, 3, 2, 5};
    const Matrix V = {{10}, {20}, {30}, {40}};
    const Vector m = {1, 3, 3, 5};
    const Vector l = {1, 1.135335, 1.503215, 1.203438};
    const Vector outputs = {10, 18.807971, 21.546979, 36.880566};
    Partial seen = nothing_seen(1);
    for (std::size_t j = 0; j < 4; ++j) {
        absorb(seen, scores(j), row_of(V, j));
        CHECK(seen.maximum == m(j));
        CHECK_THAT(seen.sum, WithinAbs(l(j), 5e-7));
        CHECK_THAT(finished(seen)(0), WithinAbs(outputs(j), 5e-7));
    }
    CHECK(difference(finished(seen), direct(scores, V)) < 1e-13);
}

TEST_CASE("one pass agrees with softmax and a weighted sum, over random rows of 0 to 60 keys")
{
    common::Random random(1);
    for (std::size_t m = 0; m <= 60; ++m) {
        const Vector scores = 10.0 * random.normal_vector(m);
        const Matrix V = random.normal_matrix(m, 3);
        CHECK(difference(finished(over(scores, V)), direct(scores, V)) < 1e-13);
    }
}

TEST_CASE("the first key corrects nothing: 1000 keys make 6.49 corrections on average, not 7.49")
{
    CHECK(corrections({1, 3, 2, 5}) == 2);
    CHECK(corrections({5, 3, 2, 1}) == 0);
    CHECK(corrections({2, 2}) == 0);
    CHECK(corrections({}) == 0);
    CHECK_THAT(expected_corrections(1000), WithinAbs(6.4855, 5e-5));
    CHECK(expected_corrections(1) == 0.0);
    common::Random random(6);
    CHECK(mean_corrections(1, 5, random) == 0.0);
    CHECK_THAT(mean_corrections(10, 2000, random), WithinAbs(expected_corrections(10), 0.15));

    // All 24 orders of four keys: 1/2 + 1/3 + 1/4 of a correction in each.
    Vector order = {1, 2, 3, 4};
    int total = 0;
    do {
        total += corrections(order);
    } while (std::ranges::next_permutation(order).found);
    CHECK_THAT(total / 24.0, WithinAbs(expected_corrections(4), 1e-15));
}

TEST_CASE("a trace says what each key did, and ends where one look at all keys ends")
{
    common::Random random(5);
    const Vector scores = 3.0 * random.normal_vector(20);
    const Matrix V = random.normal_matrix(20, 2);
    const std::vector<Step> steps = trace(scores, V);
    REQUIRE(steps.size() == 20);
    CHECK(steps[0].keep == 1.0);
    for (std::size_t j = 0; j < 20; ++j) {
        const Partial seen = seen_of(scores, V, 0, j + 1);
        CHECK(steps[j].seen.sum == seen.sum);
        CHECK(difference(steps[j].seen.output, seen.output) == 0.0);
        if (j > 0) CHECK(steps[j].keep == correction(steps[j - 1].seen.maximum, seen.maximum));
    }
    CHECK(trace({}, xt::zeros<double>({0, 2})).empty());
    CHECK(seen_of(scores, V, 7, 7).sum == 0.0);
}

TEST_CASE("all that random cuts and merges give is near what softmax gives")
{
    const AnyOrder found = any_order(300, 20);
    CHECK(found.tries == 20);
    CHECK(found.near == 20);
}

TEST_CASE("without corrections a pass is right for falling scores, and for rising ones it is not")
{
    const Matrix V = {{10}, {20}, {30}, {40}};
    CHECK(difference(never_corrected({5, 3, 2, 1}, V), direct({5, 3, 2, 1}, V)) < 1e-14);
    CHECK_THAT(never_corrected({1, 3, 2, 5}, V)(0), WithinAbs(24.061545, 5e-7));
}

TEST_CASE("partial results merge in any order and grouping, up to rounding")
{
    common::Random random(2);
    for (int run = 0; run < 200; ++run) {
        const std::size_t m = 1 + random.below(30);
        const Vector scores = 20.0 * random.normal_vector(m);
        const Matrix V = random.normal_matrix(m, 2);
        std::vector<Partial> parts = singles(scores, V);
        while (parts.size() > 1) {
            random.shuffle(parts);
            const Partial last = parts.back();
            parts.pop_back();
            parts.back() = merged(last, parts.back());
        }
        CHECK(difference(finished(parts.front()), direct(scores, V)) < 1e-13);
    }
}

TEST_CASE("merging commutes to the last bit, and nothing seen changes nothing")
{
    common::Random random(3);
    const Partial a = over(random.normal_vector(5), random.normal_matrix(5, 4));
    const Partial b = over(random.normal_vector(7), random.normal_matrix(7, 4));
    CHECK(merged(a, b).sum == merged(b, a).sum);
    CHECK((merged(a, b).output == merged(b, a).output));
    const Partial same = merged(a, nothing_seen(4));
    CHECK(same.maximum == a.maximum);
    CHECK(same.sum == a.sum);
    CHECK((same.output == a.output));
}

TEST_CASE("scores far from 0 and far from each other")
{
    const Matrix V = {{1, 0}, {0, 1}};
    CHECK(difference(finished(over({5000, 5000}, V)), Vector{0.5, 0.5}) < 1e-15);
    CHECK(difference(finished(over({-5000, -5001}, V)), direct({0, -1}, V)) < 1e-15);
    CHECK(difference(finished(over({0, 1e308}, V)), Vector{0, 1}) == 0.0);
    CHECK(difference(finished(over({1e308, -1e308}, V)), Vector{1, 0}) == 0.0);
}

TEST_CASE("a key at -infinity is skipped, and a query that sees nothing gets 0")
{
    const Matrix V = {{1, not_a_number}, {3, 4}};
    CHECK(difference(finished(over({-infinity, 2}, V)), Vector{3, 4}) == 0.0);
    CHECK(difference(finished(over({-infinity, -infinity}, V)), Vector{0, 0}) == 0.0);
    CHECK(difference(finished(merged(nothing_seen(2), nothing_seen(2))), Vector{0, 0}) == 0.0);
}

TEST_CASE("a score of NaN or +infinity makes NaN, as softmax does")
{
    const Matrix V = {{1}, {2}, {3}};
    for (const double bad : {not_a_number, infinity}) {
        CHECK(difference(finished(over({0, bad, 1}, V)), Vector({not_a_number})) == 0.0);
        CHECK(difference(finished(over({bad, 0, 1}, V)), Vector({not_a_number})) == 0.0);
        CHECK(difference(finished(over({0, 1, bad}, V)), Vector({not_a_number})) == 0.0);
    }
}

TEST_CASE("online attention is scaled dot-product attention")
{
    common::Random random(4);
    for (int run = 0; run < 30; ++run) {
        const std::size_t n = random.below(6);
        const std::size_t m = random.below(9);
        const std::size_t d_k = random.below(5);
        const Matrix Q = random.normal_matrix(n, d_k);
        const Matrix K = random.normal_matrix(m, d_k);
        const Matrix V = random.normal_matrix(m, 1 + random.below(4));
        CHECK(difference(online_attention(Q, K, V), scaled_dot_product_attention(Q, K, V).output) < 1e-13);
    }
}

TEST_CASE("wrong shapes are refused in words")
{
    const Matrix A = xt::zeros<double>({2, 3});
    const Matrix B = xt::zeros<double>({2, 4});
    const Matrix C = xt::zeros<double>({3, 4});
    CHECK_THROWS_WITH(online_attention(A, B, B),
                      "online_attention: Q has d_k = 3 columns but K has 4; queries and keys must have the same d_k");
    CHECK_THROWS_WITH(online_attention(B, B, C),
                      "online_attention: there are 2 keys but 3 values; each key needs one value");
    CHECK_THROWS_WITH(merged(nothing_seen(2), nothing_seen(3)),
                      "merged: one output has d_v = 2 coordinates but the other has 3; they need the same");
}
