// Attention in blocks: as an xtensor user writes it, how many blocks there are, and what is said while they are made.

#include "20_long_context/blocks/in_xtensor.hpp"
#include "20_long_context/blocks/options.hpp"
#include "20_long_context/blocks/walk.hpp"
#include "20_long_context/fast/fast_plan.hpp"

#include "12_masks/masked_attention.hpp"
#include "12_masks/masks.hpp"
#include "19_online_softmax/trace.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"
#include "tests/catch.hpp"
#include "tests/chapters/20_long_context/cases.hpp"
#include "tests/chapters/20_long_context/forms.hpp"
#include "tests/near.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

using namespace attention;
using namespace tests::long_context;
using tests::difference;
using tests::infinity;

TEST_CASE("attention in blocks, as an xtensor user writes it, is chapter 12's causal attention")
{
    common::Random random(21);
    for (int run = 0; run < 60; ++run) {
        const std::size_t n = random.below(14);
        const std::size_t m = 1 + random.below(14);
        const Matrix Q = 3.0 * random.normal_matrix(n, 1 + random.below(4));
        const Matrix K = random.normal_matrix(m, Q.shape(1));
        const Matrix V = random.normal_matrix(m, 1 + random.below(3));
        const Matrix O = in_xtensor::blocked_attention(Q, K, V, 1 + random.below(5), 1 + random.below(5));
        CHECK(difference(O, scaled_dot_product_attention(Q, K, V, causal_mask(n, m)).output) < 1e-13);
    }
    const Matrix none = xt::zeros<double>({0, 2});
    const Matrix two = xt::ones<double>({2, 2});
    const Matrix three = xt::ones<double>({3, 2});
    const Matrix nothing = xt::zeros<double>({2, 2});
    CHECK(difference(in_xtensor::blocked_attention(two, none, none, 2, 2), nothing) == 0.0);
    CHECK_THROWS_WITH(in_xtensor::blocked_attention(two, three, two, 2, 2),
                      "blocked_attention: Q is (2, 2), K is (3, 2), V has 2 rows; queries and keys need the same d_k, "
                      "and each key needs one value");
}

TEST_CASE("a block is absorbed as its keys are, one by one, even where a query sees none of them")
{
    common::Random random(22);
    const Matrix V = random.normal_matrix(6, 2);
    Matrix scores = 4.0 * random.normal_matrix(3, 6);
    for (std::size_t j = 0; j < 4; ++j) scores(1, j) = -infinity;  // nothing to see in its first two blocks
    for (std::size_t j = 0; j < 6; ++j) scores(2, j) = -infinity;  // and here in none
    in_xtensor::Running seen = in_xtensor::nothing_seen(3, 2);
    for (std::size_t j = 0; j < 6; j += 2) {
        const Matrix block = xt::view(scores, xt::all(), xt::range(j, j + 2));
        const Matrix V_block = xt::view(V, xt::range(j, j + 2));
        in_xtensor::absorb_block(seen, block, V_block);
    }
    for (std::size_t r = 0; r < 3; ++r) {
        const Partial one_by_one = seen_of(row_of(scores, r), V, 0, 6);
        if (one_by_one.sum > 0.0) CHECK(seen.maximum(r) == one_by_one.maximum);
        CHECK_THAT(seen.sum(r), WithinAbs(one_by_one.sum, 1e-14));
        CHECK(difference(row_of(in_xtensor::finished(seen), r), finished(one_by_one)) < 1e-14);
    }
}

TEST_CASE("the plan of the fast form is what it does: its blocks, counted while it works")
{
    common::Random random(21);
    const Case<float> given(random, 1500, 1300, 8, 5);
    for (const bool causal : {false, true}) {
        LongOptions<float> options;
        options.threads = 1;
        if (causal) options.causal = Alignment::bottom_right;
        const FastPlan plan = fast_plan<float>(1500, 8, 5, 1);
        std::size_t first_rows = 0;
        std::size_t widest = 0;
        options.change = [&](std::size_t i, std::size_t, const float*, std::size_t count) {
            first_rows += i % plan.strip == 0 ? 1 : 0;
            widest = std::max(widest, count);
        };
        attended(Form::fast, given, options);
        CHECK(first_rows == walk(1500, 1300, plan.strip, plan.keys, options.causal).made);
        CHECK(widest == plan.keys);
    }
    CHECK(walk(1000, 1000, 256, 512, Alignment::top_left).made == 6);
    CHECK(walk(1000, 1000, 256, 512, std::nullopt).made == 8);
    CHECK(walk(1000, 1000, 256, 512, Alignment::top_left).all == 8);
}
