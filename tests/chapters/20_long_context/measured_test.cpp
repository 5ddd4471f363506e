// What the chapter measures: how exact a result is, and how long it takes.

#include "20_long_context/blocks/options.hpp"
#include "20_long_context/fast/fast_attention.hpp"
#include "20_long_context/fast/fast_plan.hpp"
#include "20_long_context/measured/exactness.hpp"
#include "20_long_context/measured/long_run.hpp"
#include "20_long_context/measured/memory.hpp"
#include "20_long_context/measured/random_matrix.hpp"
#include "20_long_context/measured/what_blocks_buy.hpp"

#include "12_masks/masks.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"
#include "common/tile.hpp"
#include "tests/catch.hpp"
#include "tests/chapters/20_long_context/cases.hpp"
#include "tests/chapters/20_long_context/forms.hpp"
#include "tests/near.hpp"

#include <algorithm>
#include <cstddef>

using namespace attention;
using namespace tests::long_context;
using common::Tile;
using common::tile_of;
using tests::infinity;
using tests::not_a_number;

TEST_CASE("the chapter's measure of an error: against what the outputs are, and nothing slips past it as NaN")
{
    const Matrix exact = {{3, -4}, {0, 0}};  // the root of the mean square is 2.5
    const auto error = [&](const Array<double>& O) { return error_of<double>(tile_of(O), exact); };
    CHECK(error(exact) == 0.0);
    CHECK(error({{3, -4}, {0, 0.5}}) == 0.2);
    CHECK(error({{3, -4}, {not_a_number, 0}}) == infinity);
    CHECK(error({{not_a_number, -4}, {0, 0.5}}) == infinity);
    const Matrix nothing = xt::zeros<double>({1, 2});
    CHECK(error_of<double>(tile_of(nothing), nothing) == 0.0);
    const Matrix something = {{0, 1e-300}};
    CHECK(error_of<double>(tile_of(something), nothing) == infinity);
}

TEST_CASE("a version that forgets one key is found out, however many keys there are", "[kernels]")
{
    common::Random random(19);
    const Case<float> given(random, 4, 100000, 64, 64);
    const PlainLoops loops(Tile<const float>(tile_of(given.K)), Tile<const float>(tile_of(given.V)));
    std::size_t missed_by_values = 0;
    for (const std::size_t seen : {1U, 2U, 10U, 100U, 1000U, 10000U, 100000U}) {
        INFO(seen << " keys");
        const Tile<const float> K = tile_of(given.K).rows_from(0, seen);
        const Tile<const float> V = tile_of(given.V).rows_from(0, seen);
        Array<float> right = xt::zeros<float>({4, 64});
        fast_attention<float>(tile_of(given.Q), K, V, tile_of(right));
        Exactness found;
        for (std::size_t i = 0; i < 4; ++i) {
            const Tile<const float> q = tile_of(given.Q).rows_from(i, 1);
            const Matrix exact = loops.output(q, seen);
            CHECK(error_of<float>(tile_of(right).rows_from(i, 1), exact) < allowed_error<float>);
            const Array<float> wrong = forgetful_attention(q, K, V, 48, random);
            count_noticed<float>(tile_of(wrong), exact, loops.largest_value(), found);
        }
        CHECK(found.forgotten == 192);
        CHECK(found.noticed >= 191);  // a key may weigh next to nothing
        missed_by_values += found.forgotten - found.by_values;
    }
    CHECK(missed_by_values > 40);  // the measure that looks strict, and is not
}

TEST_CASE("rows of any number are asked for again, the first and the last among them")
{
    common::Random random(20);
    const Case<double> given(random, 50, 50, 6, 4);
    LongOptions<double> options;
    options.causal = Alignment::top_left;
    Array<double> O = attended(Form::fast, given, options);
    const auto found = [&](bool causal) {
        return exactness<double>(tile_of(given.Q), tile_of(given.K), tile_of(given.V), tile_of(O), causal, 5, 10);
    };
    CHECK(found(true).error < 1e-13);
    CHECK(found(true).forgotten == 50);
    CHECK(found(true).noticed == 50);
    CHECK(found(false).error > 0.1);
    for (const std::size_t i : {0U, 49U}) {
        const double right = O(i, 1);
        O(i, 1) *= 1.001;
        CHECK(found(true).error > 1e-5);
        O(i, 1) = not_a_number;
        CHECK(found(true).error == infinity);
        O(i, 1) = right;
    }
}

TEST_CASE("the long run counts what it needs, and is right")
{
    Wish wish;
    wish.n = 600;
    wish.d = 16;
    wish.threads = 2;
    for (const bool clear : {false, true}) {
        for (const bool full : {false, true}) {
            wish.clear = clear;
            wish.full = full;
            double part_done = 0.0;
            const LongRun found =
                long_run<double>(wish, [&](double part, double) { part_done = std::max(part_done, part); });
            CHECK(part_done == 1.0);
            CHECK(found.rows == 16);
            CHECK(found.exact.error < allowed_error<double>);
            CHECK(found.exact.noticed == found.exact.forgotten);
            CHECK(found.counted.threads == 2);
        }
    }
    const FastPlan plan = fast_plan<float>(1000, 64, 64, 1);
    const Megabytes needs = megabytes<float>(1000, 64, 1);
    CHECK_THAT(needs.scores, WithinAbs(4.0, 1e-12));
    CHECK_THAT(needs.kept(), WithinAbs(4e-6 * static_cast<double>(std::size_t{256000} + plan.each), 1e-12));
    CHECK(operations(3, 5, false) == 4.0 * 5 * 6);
    CHECK(operations(3, 5, true) == 4.0 * 5 * 9);
}

TEST_CASE("row by row gives what the blocks give")
{
    const MatrixOf<float> Q = random_matrix<float>(1, 70, 64);
    const MatrixOf<float> K = random_matrix<float>(2, 900, 64);
    const MatrixOf<float> V = random_matrix<float>(3, 900, 48);
    MatrixOf<float> O = xt::ones<float>({70, 48});
    attend_row_by_row(tile_of(Q), tile_of(K), tile_of(V), tile_of(O));
    CHECK(exactness<float>(tile_of(Q), tile_of(K), tile_of(V), tile_of(O), false, 70, 0).error < 2e-5);
}
