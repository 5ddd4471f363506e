// All scores at once, for `attend --weights`: as right as chapter 20's plain loops, and as careful with NaN.

#include "21_your_own_data/plain_attention.hpp"

#include "12_masks/masks.hpp"
#include "20_long_context/blocks/options.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"
#include "common/tile.hpp"
#include "tests/catch.hpp"
#include "tests/chapters/20_long_context/cases.hpp"
#include "tests/chapters/20_long_context/forms.hpp"
#include "tests/chapters/20_long_context/random_shapes.hpp"
#include "tests/near.hpp"

#include <cmath>
#include <cstddef>

using namespace attention;
using namespace tests::long_context;
using common::Tile;
using common::tile_of;
using tests::difference;
using tests::infinity;
using tests::not_a_number;

namespace
{

template <typename Real>
Array<Real> plain(const Case<Real>& given, const LongOptions<Real>& options = {})
{
    Array<Real> O = xt::ones<Real>({given.Q.shape(0), given.V.shape(1)});
    Array<Real> weights = xt::zeros<Real>({given.Q.shape(0), given.K.shape(0)});
    plain_attention<Real>(tile_of(given.Q), tile_of(given.K), tile_of(given.V), tile_of(O), tile_of(weights), options);
    return O;
}

}  // namespace

TEST_CASE("the plain form agrees with two plain loops, over random shapes and masks")
{
    SECTION("float") { agrees_over_random_shapes<float>(plain<float>, 17, 12); }
    SECTION("double") { agrees_over_random_shapes<double>(plain<double>, 18, 12); }
}

TEST_CASE("its weights: softmax of the scores, 0 behind a mask, and a row of 0 where there is nothing to see")
{
    common::Random random(19);
    const Case<double> given(random, 3, 2, 4, 1);
    Array<double> O = xt::ones<double>({3, 1});
    Array<double> weights = xt::ones<double>({3, 2});
    LongOptions<double> options;
    options.causal = Alignment::bottom_right;  // the first query comes before all keys
    plain_attention<double>(tile_of(given.Q), tile_of(given.K), tile_of(given.V), tile_of(O), tile_of(weights),
                            options);
    CHECK(weights(0, 0) == 0.0);
    CHECK(weights(0, 1) == 0.0);
    CHECK(O(0, 0) == 0.0);
    CHECK(weights(1, 0) == 1.0);
    CHECK(weights(1, 1) == 0.0);
    const Matrix scores = products(given) / 2.0;
    CHECK_THAT(weights(2, 1), WithinAbs(1.0 / (1.0 + std::exp(scores(2, 0) - scores(2, 1))), 1e-15));
    CHECK_THAT(O(2, 0), WithinAbs(weights(2, 0) * given.V(0, 0) + weights(2, 1) * given.V(1, 0), 1e-15));
}

TEST_CASE("plain or not, a value of NaN or infinity reaches those who may see it, and nobody else")
{
    common::Random random(10);
    Case<double> given(random, 6, 6, 4, 2);
    LongOptions<double> options;
    options.causal = Alignment::top_left;
    const Array<double> before = plain(given, options);
    given.V(4, 1) = not_a_number;
    given.V(5, 0) = infinity;
    const Array<double> after = plain(given, options);
    for (std::size_t i = 0; i < 6; ++i) {
        CHECK(std::isnan(after(i, 1)) == (i >= 4));
        CHECK((after(i, 0) == infinity) == (i >= 5));
        if (i < 4) CHECK(difference(row_of(after, i), row_of(before, i)) < 1e-14);
    }
}

TEST_CASE("plain or not, values of NaN and infinity in some of many blocks are as one score at a time has them")
{
    common::Random random(22);
    Case<double> given(random, 100, 1400, 5, 3);
    given.V(600, 1) = not_a_number;
    given.V(1399, 2) = infinity;
    LongOptions<double> options;
    options.causal = Alignment::bottom_right;
    options.change = [](std::size_t i, std::size_t first, double* scores, std::size_t count) {
        if (i % 3 == 0 && first <= 600 && 600 < first + count) scores[600 - first] = -infinity;
    };
    CHECK(difference(plain(given, options), attended(Form::loops, given, options)) < 1e-13);
    CHECK(difference(plain(given), attended(Form::loops, given)) < 1e-13);
}

TEST_CASE("weights of the wrong shape are refused in words")
{
    common::Random random(23);
    const Case<float> given(random, 3, 4, 2, 1);
    Array<float> O = xt::zeros<float>({3, 1});
    Array<float> weights = xt::zeros<float>({4, 3});
    CHECK_THROWS_WITH(
        plain_attention<float>(tile_of(given.Q), tile_of(given.K), tile_of(given.V), tile_of(O), tile_of(weights)),
        "plain_attention: the weights are (4, 3), with Q and K they must be (3, 4)");
}
