// Every form agrees with plain loops and with chapter 12, whatever the shapes, masks and sizes of scores.

#include "20_long_context/blocks/blocked_attention.hpp"
#include "20_long_context/blocks/options.hpp"
#include "20_long_context/fast/fast_attention.hpp"

#include "12_masks/masked_attention.hpp"
#include "12_masks/masks.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"
#include "common/tile.hpp"
#include "tests/catch.hpp"
#include "tests/chapters/20_long_context/cases.hpp"
#include "tests/chapters/20_long_context/forms.hpp"
#include "tests/chapters/20_long_context/random_shapes.hpp"
#include "tests/near.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>

using namespace attention;
using namespace tests::long_context;
using common::Tile;
using common::tile_of;
using tests::difference;

TEST_CASE("every form agrees with two plain loops, over random shapes and masks", "[kernels]")
{
    const auto all = [](Form form, std::uint64_t seed) {
        const auto attend = [form](const auto& given, const auto& options) { return attended(form, given, options); };
        agrees_over_random_shapes<float>(attend, seed);
        agrees_over_random_shapes<double>(attend, seed + 1);
    };
    SECTION("clear") { all(Form::clear, 1); }
    SECTION("fast") { all(Form::fast, 3); }
    SECTION("panels") { all(Form::panels, 7); }
    SECTION("registers") { all(Form::registers, 9); }
    SECTION("loops") { all(Form::loops, 5); }
}

TEST_CASE("they are chapter 12's attention", "[kernels]")
{
    common::Random random(7);
    const Case<double> given(random, 9, 14, 5, 6);
    LongOptions<double> causal;
    causal.causal = Alignment::bottom_right;
    const Matrix expected =
        scaled_dot_product_attention(given.Q, given.K, given.V, causal_mask(9, 14, Alignment::bottom_right)).output;
    for (const Form form : {Form::clear, Form::fast, Form::loops}) {
        CHECK(difference(attended(form, given, causal), expected) < 1e-14);
    }
}

TEST_CASE("large scores and peaked ones are no trouble", "[kernels]")
{
    common::Random random(11);
    for (const double size : {40.0, 1e4, 1e30}) {
        const Case<float> given(random, 70, 90, 16, 5, size);
        const Matrix expected = by_loops(products(given), given.V, everything(70, 90), 0.25);
        for (const Form form : {Form::clear, Form::fast}) {
            const double error = relative_error(attended(form, given), expected);
            CHECK(error < (size > 100 ? 1.0 : 1e-4));  // a score of 1000 is known to 1e-4, and so is its exponential
            CHECK(!std::isnan(error));
        }
    }
}

TEST_CASE("no queries, no keys, nothing to see, values without coordinates", "[kernels]")
{
    common::Random random(12);
    for (const Form form : {Form::clear, Form::fast, Form::loops}) {
        CHECK(attended(form, Case<float>(random, 0, 5, 3, 2)).size() == 0);
        CHECK((attended(form, Case<float>(random, 3, 0, 3, 2)) == xt::zeros<float>({3, 2})));
        CHECK(attended(form, Case<float>(random, 3, 4, 3, 0)).size() == 0);
        LongOptions<float> options;
        options.change = [](std::size_t, std::size_t, float* scores, std::size_t count) {
            std::fill_n(scores, count, -std::numeric_limits<float>::infinity());
        };
        CHECK((attended(form, Case<float>(random, 3, 4, 3, 2), options) == xt::zeros<float>({3, 2})));
    }
}

TEST_CASE("scores can be bent, and each is shown exactly once", "[kernels]")
{
    common::Random random(13);
    const Case<double> given(random, 40, 1200, 8, 3);
    LongOptions<double> options;
    options.change = [](std::size_t, std::size_t, double* scores, std::size_t count) {
        for (std::size_t j = 0; j < count; ++j) scores[j] = 2.0 * std::tanh(scores[j] / 2.0);
    };
    const Array<double> expected = attended(Form::loops, given, options);
    for (const Form form : {Form::clear, Form::fast}) {
        CHECK(difference(attended(form, given, options), expected) < 1e-13);
        xt::xtensor<int, 2> shown = xt::zeros<int>({40, 1200});
        LongOptions<double> counting;
        counting.change = [&](std::size_t i, std::size_t first, const double*, std::size_t count) {
            for (std::size_t j = first; j < first + count; ++j) ++shown(i, j);
        };
        attended(form, given, counting);
        CHECK((shown == xt::ones<int>({40, 1200})));
    }
}

TEST_CASE("wrong shapes are refused in words")
{
    const Array<float> A = xt::zeros<float>({4, 3});
    const Array<float> B = xt::zeros<float>({4, 5});
    const Array<float> C = xt::zeros<float>({6, 5});
    Array<float> O = xt::zeros<float>({4, 5});
    const auto t = [](const Array<float>& array) { return Tile<const float>(tile_of(array)); };
    CHECK_THROWS_WITH(blocked_attention(t(A), t(B), t(B), tile_of(O)),
                      "blocked_attention: Q has d_k = 3 but K has 5; queries and keys need the same");
    CHECK_THROWS_WITH(fast_attention(t(A), t(A), t(C), tile_of(O)),
                      "fast_attention: there are 4 keys but 6 values; each key needs one");
    CHECK_THROWS_WITH(fast_attention(t(C), t(B), t(B), tile_of(O)),
                      "fast_attention: the output is (4, 5), with Q and V it must be (6, 5)");
}
