#include "08_patterns/constructed.hpp"
#include "08_patterns/entropy.hpp"
#include "08_patterns/patterns.hpp"
#include "08_patterns/twenty_questions.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"
#include "tests/catch.hpp"
#include "tests/near.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <vector>

using namespace attention;
using tests::difference;
using tests::not_a_number;

namespace
{

const Vector sat = {0.05, 0.70, 0.02, 0.03, 0.05, 0.15};

std::optional<Pattern> seen_in(const Matrix& weights)
{
    return recognise(weights, constructed::word_numbers, constructed::groups);
}

/// Weights with some noise mixed in: the share given comes from a random distribution.
Matrix noisy(const Matrix& weights, double share, std::uint64_t seed)
{
    common::Random random(seed);
    const Matrix noise = softmax_rows(random.normal_matrix(weights.shape(0), weights.shape(1)));
    return (1.0 - share) * weights + share * noise;
}

}  // namespace

TEST_CASE("Tsugrii's row for \"sat\": 1.017251 nats, 1.467583 bits, 2.765581 effective keys")
{
    CHECK_THAT(entropy(sat), WithinAbs(1.017251, 5e-7));
    CHECK_THAT(bits(entropy(sat)), WithinAbs(1.467583, 5e-7));
    CHECK_THAT(effective_tokens(sat), WithinAbs(2.765581, 5e-7));
    CHECK_THAT(std::log(6.0), WithinAbs(1.791759, 5e-7));
}

TEST_CASE("cat's row of the worked example has nearly the same entropy, and nothing else in common")
{
    CHECK_THAT(entropy(softmax({1, 0, 1})), WithinAbs(1.017357, 5e-7));
    CHECK_THAT(effective_tokens(softmax({1, 0, 1})), WithinAbs(2.765875, 5e-7));
    CHECK_THAT(entropy(softmax({1, 1, 2})), WithinAbs(0.975328, 5e-7));
}

TEST_CASE("entropy runs from 0 for a choice to ln m for no choice at all")
{
    CHECK(entropy({0, 1, 0}) == 0.0);
    CHECK_THAT(entropy({0.25, 0.25, 0.25, 0.25}), WithinAbs(std::log(4.0), 1e-15));
    CHECK_THAT(bits(entropy({0.5, 0.5})), WithinAbs(1.0, 1e-15));
    common::Random random(8);
    for (int i = 0; i < 100; ++i) {
        const Vector weights = softmax(random.normal_vector(7));
        CHECK(entropy(weights) > 0.0);
        CHECK(entropy(weights) < std::log(7.0));
    }
}

TEST_CASE("edges of entropy: nothing, a NaN, a row that may attend to nothing")
{
    CHECK(entropy({}) == 0.0);
    CHECK(entropy({0, 0, 0}) == 0.0);
    CHECK(std::isnan(entropy({0.5, not_a_number})));
    CHECK(difference(entropy_rows({{0, 1}, {0.5, 0.5}}), Vector{0, std::log(2.0)}) < 1e-15);
    CHECK(entropy_rows(xt::zeros<double>({0, 3})).size() == 0);
}

TEST_CASE("the game of questions takes exactly the bits for halves of halves, never fewer, and less than one more")
{
    CHECK(average_questions({0, 1, 0}) == 0.0);
    CHECK(average_questions({0.5, 0.25, 0.125, 0.125}) == 1.75);
    CHECK(average_questions({0.25, 0, 0.25, 0.25, 0.25}) == 2.0);
    CHECK_THAT(average_questions(sat), WithinAbs(1.60, 1e-12));  // the tails together: 0.05, 0.10, 0.15, 0.30, then 1
    CHECK_THAT(average_questions(xt::ones<double>({6}) / 6.0), WithinAbs(8.0 / 3, 1e-12));
    CHECK(average_questions({}) == 0.0);
    common::Random random(18);
    for (int i = 0; i < 100; ++i) {
        const Vector weights = softmax(2.0 * random.normal_vector(9));
        CHECK(average_questions(weights) >= bits(entropy(weights)));
        CHECK(average_questions(weights) < bits(entropy(weights)) + 1.0);
    }
}

TEST_CASE("order plays no part in entropy, and equal keys get equal weights")
{
    CHECK_THAT(entropy({0.70, 0.15, 0.05, 0.05, 0.03, 0.02}), WithinAbs(entropy(sat), 1e-15));
    CHECK(sat(0) == sat(4));  // The, the
    const Matrix K = {{1, 2}, {0, 1}, {1, 2}};
    const Vector weights = softmax(score_row({0.3, 0.7}, K));
    CHECK(weights(0) == weights(2));
}

TEST_CASE("each constructed shape is recognised as what it is")
{
    for (std::size_t p = 0; p < pattern_names.size(); ++p) {
        INFO(pattern_names[p]);
        const auto pattern = static_cast<Pattern>(p);
        const auto seen = seen_in(constructed::weights_for(pattern));
        REQUIRE(seen.has_value());
        CHECK(*seen == pattern);
    }
}

TEST_CASE("a quarter of noise hides no shape")
{
    for (std::size_t p = 0; p < pattern_names.size(); ++p) {
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            INFO(pattern_names[p] << ", seed " << seed);
            const auto seen = seen_in(noisy(constructed::weights_for(static_cast<Pattern>(p)), 0.25, seed));
            REQUIRE(seen.has_value());
            CHECK(*seen == static_cast<Pattern>(p));
        }
    }
}

TEST_CASE("where there is no shape, none is seen")
{
    CHECK(!seen_in(xt::ones<double>({8, 8}) / 8.0).has_value());
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        INFO("seed " << seed);
        CHECK(!seen_in(noisy(xt::zeros<double>({8, 8}), 1.0, seed)).has_value());
    }
}

TEST_CASE("the cells of each shape, on four words a b a b in two groups")
{
    const std::vector<int> words = {1, 2, 1, 2};
    const std::vector<int> groups = {0, 0, 1, 1};
    const auto count = [&](Pattern pattern) { return xt::sum<int>(cells_of(pattern, words, groups))(); };
    CHECK(count(Pattern::self) == 4);
    CHECK(count(Pattern::previous) == 3);
    CHECK(count(Pattern::sink) == 3);
    CHECK(count(Pattern::block) == 8);
    const BoolMatrix induction = cells_of(Pattern::induction, words, groups);
    const BoolMatrix expected = {{false, false, false, false},
                                 {false, false, false, false},
                                 {false, true, false, false},
                                 {false, false, true, false}};
    CHECK((induction == expected));
}

TEST_CASE("weight on cells is averaged over the rows that have any")
{
    const BoolMatrix cells = {{true, false}, {false, false}};
    CHECK(weight_on(cells, {{0.8, 0.2}, {0.5, 0.5}}) == 0.8);
    CHECK(weight_on(xt::zeros<bool>({2, 2}), {{0.8, 0.2}, {0.5, 0.5}}) == 0.0);
    CHECK_THROWS_MATCHES(cells_of(Pattern::self, {1, 2}, {0}), std::invalid_argument,
                         Message("cells_of: there are 2 words but 1 groups; each word needs one"));
}

TEST_CASE("induction attends to what followed every earlier time, not just the last")
{
    const std::vector<int> words = {1, 2, 1, 3, 1};
    const BoolMatrix cells = cells_of(Pattern::induction, words, {0, 0, 0, 0, 0});
    CHECK(cells(4, 1));  // 2 followed the first 1
    CHECK(cells(4, 3));  // 3 followed the second
    CHECK_FALSE(cells(4, 2));
}
