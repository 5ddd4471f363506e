#include "20_long_context/blocks/blocked_attention.hpp"
#include "20_long_context/blocks/in_xtensor.hpp"
#include "20_long_context/blocks/options.hpp"
#include "20_long_context/blocks/plain_loops.hpp"
#include "20_long_context/blocks/walk.hpp"
#include "20_long_context/fast/fast_attention.hpp"
#include "20_long_context/fast/heads.hpp"
#include "20_long_context/fast/packing.hpp"
#include "20_long_context/fast/tile_kernels.hpp"
#include "20_long_context/measured/exactness.hpp"
#include "20_long_context/measured/long_run.hpp"
#include "20_long_context/measured/memory.hpp"
#include "20_long_context/measured/two_forms.hpp"
#include "20_long_context/measured/what_blocks_buy.hpp"
#include "21_your_own_data/plain_attention.hpp"

#include "06_score_matrix/score_matrix.hpp"
#include "12_masks/masked_attention.hpp"
#include "12_masks/masks.hpp"
#include "19_online_softmax/trace.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"
#include "common/tile.hpp"
#include "tests/catch.hpp"
#include "tests/near.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <numeric>
#include <optional>
#include <string>
#include <vector>

using namespace attention;
using common::Tile;
using common::tile_of;
using tests::difference;
using tests::infinity;
using tests::not_a_number;

namespace
{

template <typename Real>
using Array = xt::xtensor<Real, 2>;

template <typename Real>
Array<Real> random_array(common::Random& random, std::size_t rows, std::size_t columns, double size = 1.0)
{
    Array<Real> array = xt::zeros<Real>({rows, columns});
    for (Real& x : array) x = static_cast<Real>(size * random.normal());
    return array;
}

/// The queries, keys and values of one case.
template <typename Real>
struct Case {
    Case(common::Random& random, std::size_t n, std::size_t m, std::size_t d_k, std::size_t d_v, double size = 1.0)
        : Q(random_array<Real>(random, n, d_k, size)), K(random_array<Real>(random, m, d_k)),
          V(random_array<Real>(random, m, d_v))
    {
    }

    Array<Real> Q;
    Array<Real> K;
    Array<Real> V;
};

enum class Form { plain, clear, fast, careful };

template <typename Real>
Array<Real> attended(Form form, const Case<Real>& given, const LongOptions<Real>& options = {})
{
    Array<Real> O = xt::ones<Real>({given.Q.shape(0), given.V.shape(1)});
    const Tile<const Real> Q = tile_of(given.Q);
    const Tile<const Real> K = tile_of(given.K);
    const Tile<const Real> V = tile_of(given.V);
    if (form == Form::plain) {
        Array<Real> weights = xt::zeros<Real>({Q.rows, K.rows});
        plain_attention(Q, K, V, tile_of(O), tile_of(weights), options);
    }
    if (form == Form::clear) blocked_attention(Q, K, V, tile_of(O), options);
    if (form == Form::fast) fast_attention(Q, K, V, tile_of(O), options);
    if (form == Form::careful) loop_attention(Q, K, V, tile_of(O), options);
    return O;
}

/// Every query with every key, by a plain loop, in double whatever the numbers are.
template <typename Real>
Matrix products(const Case<Real>& given)
{
    const Matrix Q = xt::cast<double>(given.Q);
    const Matrix K = xt::cast<double>(given.K);
    Matrix QK = xt::zeros<double>({Q.shape(0), K.shape(0)});
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        for (std::size_t j = 0; j < K.shape(0); ++j)
            QK(i, j) = std::inner_product(Q.data() + i * Q.shape(1), Q.data() + (i + 1) * Q.shape(1),
                                          K.data() + j * K.shape(1), 0.0);
    }
    return QK;
}

/// Chapter 12 by plain loops, from the products of queries with keys.
template <typename Real>
Matrix by_loops(const Matrix& QK, const Array<Real>& V, const BoolMatrix& mask, double scale)
{
    const std::size_t m = V.shape(0);
    const std::size_t d_v = V.shape(1);
    Matrix O = xt::zeros<double>({QK.shape(0), d_v});
    for (std::size_t i = 0; i < QK.shape(0); ++i) {
        Vector scores = xt::zeros<double>({m});
        for (std::size_t j = 0; j < m; ++j) scores(j) = mask(i, j) ? scale * QK(i, j) : -infinity;
        const Vector weights = softmax(scores);
        for (std::size_t j = 0; j < m; ++j) {
            if (!mask(i, j)) continue;
            const Real* value = V.data() + j * d_v;
            for (std::size_t c = 0; c < d_v; ++c) O.data()[i * d_v + c] += weights(j) * value[c];
        }
    }
    return O;
}

/// As the chapter asks: in units of what the outputs are, not of the values.
template <typename Real>
double relative_error(const Array<Real>& O, const Matrix& expected)
{
    return error_of<Real>(tile_of(O), expected);
}

/// Stricter than what the chapter allows over 100,000 keys.
template <typename Real>
constexpr double allowed = sizeof(Real) == 4 ? 2e-5 : 1e-13;

BoolMatrix everything(std::size_t n, std::size_t m) { return xt::ones<bool>({n, m}); }

template <typename Real>
ChangeScores<Real> hide(const BoolMatrix& mask)
{
    return [&mask](std::size_t i, std::size_t first, Real* scores, std::size_t count) {
        for (std::size_t j = 0; j < count; ++j) {
            if (!mask(i, first + j)) scores[j] = -std::numeric_limits<Real>::infinity();
        }
    };
}

template <typename Real>
void agrees_over_random_shapes(Form form, std::uint64_t seed)
{
    common::Random random(seed);
    for (int run = 0; run < 30; ++run) {
        const std::size_t n = random.below(301);
        const std::size_t m = random.below(run % 10 == 0 ? 1300 : 301);
        const std::size_t d_k = random.below(run % 4 == 0 ? 300 : 70);
        const Case<Real> given(random, n, m, d_k, 1 + random.below(run % 4 == 1 ? 300 : 70));
        const double scale = 1.0 / std::sqrt(std::fmax(1.0, static_cast<double>(d_k)));
        INFO(n << " queries, " << m << " keys, d_k = " << d_k << ", d_v = " << given.V.shape(1));
        const Matrix QK = products(given);
        const Matrix unmasked = by_loops(QK, given.V, everything(n, m), scale);
        CHECK(relative_error(attended(form, given), unmasked) < allowed<Real>);

        for (const Alignment alignment : {Alignment::top_left, Alignment::bottom_right}) {
            LongOptions<Real> causal;
            causal.causal = alignment;
            causal.scale = 0.7 * scale;
            const Matrix expected = by_loops(QK, given.V, causal_mask(n, m, alignment), 0.7 * scale);
            CHECK(relative_error(attended(form, given, causal), expected) < allowed<Real>);
        }

        BoolMatrix mask = everything(n, m);
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t j = 0; j < m; ++j) mask(i, j) = i % 7 != 3 && random.below(3) == 0;
        }
        LongOptions<Real> masked;
        masked.change = hide<Real>(mask);
        const Matrix expected = by_loops(QK, given.V, mask, scale);
        CHECK(relative_error(attended(form, given, masked), expected) < allowed<Real>);
    }
}

}  // namespace

TEST_CASE("every form agrees with two plain loops, over random shapes and masks", "[kernels]")
{
    SECTION("clear, float") { agrees_over_random_shapes<float>(Form::clear, 1); }
    SECTION("clear, double") { agrees_over_random_shapes<double>(Form::clear, 2); }
    SECTION("fast, float") { agrees_over_random_shapes<float>(Form::fast, 3); }
    SECTION("fast, double") { agrees_over_random_shapes<double>(Form::fast, 4); }
    SECTION("careful, float") { agrees_over_random_shapes<float>(Form::careful, 5); }
    SECTION("careful, double") { agrees_over_random_shapes<double>(Form::careful, 6); }
    SECTION("plain, float") { agrees_over_random_shapes<float>(Form::plain, 17); }
    SECTION("plain, double") { agrees_over_random_shapes<double>(Form::plain, 18); }
}

TEST_CASE("they are chapter 12's attention", "[kernels]")
{
    common::Random random(7);
    const Case<double> given(random, 9, 14, 5, 6);
    LongOptions<double> causal;
    causal.causal = Alignment::bottom_right;
    const Matrix expected =
        scaled_dot_product_attention(given.Q, given.K, given.V, causal_mask(9, 14, Alignment::bottom_right)).output;
    for (const Form form : {Form::clear, Form::fast, Form::careful}) {
        CHECK(difference(attended(form, given, causal), expected) < 1e-14);
    }
}

TEST_CASE("the number of threads changes no bit of the result")
{
    common::Random random(8);
    const Case<float> given(random, 1500, 1100, 24, 40);
    for (const Form form : {Form::clear, Form::fast}) {
        for (const bool causal : {false, true}) {
            LongOptions<float> options;
            if (causal) options.causal = Alignment::top_left;
            options.threads = 1;
            const Array<float> one = attended(form, given, options);
            for (const int threads : {2, 3, 7}) {
                options.threads = threads;
                CHECK((attended(form, given, options) == one));
            }
        }
    }
}

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

TEST_CASE("the plan of the fast form is what it does: its blocks, counted while it works")
{
    common::Random random(21);
    const Case<float> given(random, 1500, 1300, 8, 5);
    for (const bool causal : {false, true}) {
        LongOptions<float> options;
        options.threads = 1;
        if (causal) options.causal = Alignment::bottom_right;
        const FastPlan plan = fast_plan<float>(1500, 1300, 8, 5, 1);
        std::size_t first_rows = 0;
        std::size_t widest = 0;
        options.change = [&](std::size_t i, std::size_t, const float*, std::size_t count) {
            first_rows += i % plan.queries == 0 ? 1 : 0;
            widest = std::max(widest, count);
        };
        attended(Form::fast, given, options);
        CHECK(first_rows == walk(1500, 1300, plan.queries, plan.keys, options.causal).made);
        CHECK(widest == plan.keys);
    }
    CHECK(walk(1000, 1000, 256, 512, Alignment::top_left).made == 6);
    CHECK(walk(1000, 1000, 256, 512, std::nullopt).made == 8);
    CHECK(walk(1000, 1000, 256, 512, Alignment::top_left).all == 8);
    CHECK(fast_plan<float>(100000, 100000, 64, 64, 1).panels == std::size_t{2} * 100000 * 64);
}

TEST_CASE("a score of NaN spoils its own query and no other", "[kernels]")
{
    common::Random random(9);
    for (const Form form : {Form::clear, Form::fast, Form::careful}) {
        Case<double> given(random, 300, 600, 8, 3);
        const Array<double> before = attended(form, given);
        given.Q(17, 2) = not_a_number;
        const Array<double> after = attended(form, given);
        for (std::size_t i = 0; i < 300; ++i) {
            const bool spoilt = std::isnan(after(i, 0)) && std::isnan(after(i, 1)) && std::isnan(after(i, 2));
            CHECK(spoilt == (i == 17));
            if (i != 17) CHECK((row_of(after, i) == row_of(before, i)));
        }
    }
}

TEST_CASE("a value of NaN or infinity reaches those who may see it, and nobody else", "[kernels]")
{
    common::Random random(10);
    for (const Form form : {Form::plain, Form::clear, Form::fast}) {
        Case<double> given(random, 6, 6, 4, 2);
        LongOptions<double> options;
        options.causal = Alignment::top_left;
        const Array<double> before = attended(form, given, options);
        given.V(4, 1) = not_a_number;
        given.V(5, 0) = infinity;
        const Array<double> after = attended(form, given, options);
        for (std::size_t i = 0; i < 6; ++i) {
            CHECK(std::isnan(after(i, 1)) == (i >= 4));
            CHECK((after(i, 0) == infinity) == (i >= 5));
            if (i < 4) CHECK(difference(row_of(after, i), row_of(before, i)) < 1e-14);
        }
    }
}

TEST_CASE("values of NaN and infinity in some of many blocks: as one score at a time has it", "[kernels]")
{
    common::Random random(22);
    Case<double> given(random, 700, 1400, 5, 3);
    given.V(600, 1) = not_a_number;
    given.V(1399, 2) = infinity;
    LongOptions<double> options;
    options.causal = Alignment::top_left;
    options.change = [](std::size_t i, std::size_t first, double* scores, std::size_t count) {
        if (i % 3 == 0 && first <= 600 && 600 < first + count) scores[600 - first] = -infinity;
    };
    const Array<double> expected = attended(Form::careful, given, options);
    const Array<double> expected_all = attended(Form::careful, given);
    for (const Form form : {Form::plain, Form::clear, Form::fast}) {
        CHECK(difference(attended(form, given, options), expected) < 1e-13);
        CHECK(difference(attended(form, given), expected_all) < 1e-13);
    }
    CHECK(!std::isnan(expected(699, 1)));  // 699 is a multiple of 3
    CHECK(std::isnan(expected(698, 1)));
    CHECK(!std::isnan(expected(598, 1)));
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
    for (const Form form : {Form::clear, Form::fast, Form::careful}) {
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
    const Array<double> expected = attended(Form::careful, given, options);
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

TEST_CASE("progress goes up to 1, once a block")
{
    common::Random random(14);
    const Case<float> given(random, 1000, 50, 4, 4);
    for (const Form form : {Form::clear, Form::fast}) {
        std::vector<double> parts;
        LongOptions<float> options;
        options.threads = 1;
        options.progress = [&](double part) { parts.push_back(part); };
        attended(form, given, options);
        CHECK(parts.size() >= 4);
        CHECK(std::ranges::is_sorted(parts));
        CHECK(parts.back() == 1.0);
    }
}

TEST_CASE("exp for vectors: its error, its zero, and what is no number")
{
    const TileKernels<float>& floats = tile_kernels<float>();
    const TileKernels<double>& doubles = tile_kernels<double>();
    double worst_float = 0.0;
    double worst_double = 0.0;
    for (int i = 0; i <= 200000; ++i) {
        const double x = -87.0 * i / 200000.0;
        auto f = static_cast<float>(x);
        const double expected = std::exp(static_cast<double>(f));
        floats.exponentials(&f, 1, 0.0F);
        REQUIRE(std::isfinite(f));
        worst_float = std::fmax(worst_float, std::abs(f / expected - 1.0));
        double d = 8.0 * x;
        const double expected_too = std::exp(d);
        doubles.exponentials(&d, 1, 0.0);
        REQUIRE(std::isfinite(d));
        worst_double = std::fmax(worst_double, std::abs(d / expected_too - 1.0));
    }
    CHECK(worst_float < 1e-7);
    CHECK(worst_double < 5e-16);

    std::vector<float> special = {0.0F, -87.5F, -1e30F, -std::numeric_limits<float>::infinity(), NAN};
    floats.exponentials(special.data(), special.size(), 0.0F);
    CHECK(special[0] == 1.0F);
    CHECK(special[1] == 0.0F);
    CHECK(special[2] == 0.0F);
    CHECK(special[3] == 0.0F);
    CHECK(std::isnan(special[4]));
}

namespace
{

/// The columns of B, so many at a time, as inner loops want them.
std::vector<float> panels_of(const Array<float>& B, std::size_t columns)
{
    std::vector<float> panels;
    for (std::size_t c = 0; c < B.shape(1); c += columns) {
        for (std::size_t k = 0; k < B.shape(0); ++k) {
            for (std::size_t lane = 0; lane < columns; ++lane) panels.push_back(B(k, c + lane));
        }
    }
    return panels;
}

/// A B, by loops.
Array<float> product_of(const Array<float>& A, const Array<float>& B)
{
    Array<float> C = xt::zeros<float>({A.shape(0), B.shape(1)});
    for (std::size_t i = 0; i < A.shape(0); ++i) {
        for (std::size_t k = 0; k < A.shape(1); ++k) {
            for (std::size_t c = 0; c < B.shape(1); ++c) C(i, c) += A(i, k) * B(k, c);
        }
    }
    return C;
}

}  // namespace

TEST_CASE("the inner loops of every kind that this processor can run")
{
    common::Random random(15);
    for (const TileKernels<float>* kernels : usable_kernels<float>()) {
        INFO(kernels->name);
        const std::size_t height = 2 * kernels->rows;
        const std::size_t width = 2 * kernels->columns;
        for (const std::size_t depth : {0U, 1U, 5U, 64U}) {
            const Array<float> A = random_array<float>(random, height, depth);
            const Array<float> B = random_array<float>(random, depth, width);
            Array<float> C = random_array<float>(random, height, width);
            Array<float> sum = C;
            const std::vector<float> panels = panels_of(B, kernels->columns);
            const std::size_t panel = depth * kernels->columns;
            const Array<float> expected = product_of(A, B);
            const Array<float> expected_sum = C + expected;
            kernels->multiply(height, depth, width, A.data(), depth, panels.data(), panel, C.data(), width, false);
            kernels->multiply(height, depth, width, A.data(), depth, panels.data(), panel, sum.data(), width, true);
            CHECK(difference(C, expected) < 1e-5);
            CHECK(difference(sum, expected_sum) < 1e-5);
        }
        for (std::size_t count = 0; count < 70; ++count) {
            Array<float> x = random_array<float>(random, 1, count + 1);
            float largest = -std::numeric_limits<float>::infinity();
            double total = 0.0;
            for (std::size_t j = 0; j < count; ++j) largest = std::max(largest, x(0, j));
            for (std::size_t j = 0; j < count; ++j) total += std::exp(x(0, j) - largest);
            const float beyond = x(0, count);
            CHECK(kernels->largest(x.data(), count) == largest);
            CHECK(std::abs(kernels->exponentials(x.data(), count, largest) - total) < 1e-5);
            kernels->scale(x.data(), count, 2.0F);
            CHECK(x(0, count) == beyond);
        }
    }
}

TEST_CASE("the environment chooses among the kinds of inner loops")
{
    const char* wish = std::getenv("DOT_BY_DOT_SIMD");
    const auto usable = usable_kernels<double>();
    CHECK(usable.back()->name == std::string("baseline"));
    bool can = false;
    for (const auto* kernels : usable) can = can || (wish != nullptr && kernels->name == std::string(wish));
    CHECK(tile_kernels<double>().name == std::string(can ? wish : usable.front()->name));
}

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

TEST_CASE("packed keys are what the inner loops read")
{
    const Vector small = packed_keys({{11, 12, 13}, {21, 22, 23}, {31, 32, 33}}, 2);
    CHECK(difference(small, Vector{11, 21, 12, 22, 13, 23, 31, 0, 32, 0, 33, 0}) == 0.0);
    common::Random random(23);
    for (const TileKernels<double>* kernels : usable_kernels<double>()) {
        INFO(kernels->name);
        const std::size_t keys = 2 * kernels->columns;
        const Matrix Q = random.normal_matrix(kernels->rows, 5);
        const Matrix K = random.normal_matrix(keys, 5);
        const Vector packed = packed_keys(K, kernels->columns);
        Matrix scores = xt::zeros<double>({kernels->rows, keys});
        kernels->multiply(kernels->rows, 5, keys, Q.data(), 5, packed.data(), 5 * kernels->columns, scores.data(), keys,
                          false);
        CHECK(difference(scores, score_matrix(Q, K)) < 1e-14);
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
    const FastPlan plan = fast_plan<float>(1000, 1000, 64, 64, 1);
    const Megabytes needs = megabytes<float>(1000, 64, 1);
    CHECK_THAT(needs.scores, WithinAbs(4.0, 1e-12));
    CHECK_THAT(needs.kept(),
               WithinAbs(4e-6 * static_cast<double>(std::size_t{256000} + plan.panels + plan.each), 1e-12));
    CHECK(operations(3, 5, false) == 4.0 * 5 * 6);
    CHECK(operations(3, 5, true) == 4.0 * 5 * 9);
}

TEST_CASE("both forms are near plain loops where all rows are compared")
{
    CHECK(error_of_form<double>(false, false) < 1e-13);
    CHECK(error_of_form<double>(true, true) < 1e-13);
}

TEST_CASE("row by row gives what the blocks give, and every form has a pace")
{
    const MatrixOf<float> Q = random_matrix<float>(1, 70, 64);
    const MatrixOf<float> K = random_matrix<float>(2, 900, 64);
    const MatrixOf<float> V = random_matrix<float>(3, 900, 48);
    MatrixOf<float> O = xt::ones<float>({70, 48});
    attend_row_by_row(tile_of(Q), tile_of(K), tile_of(V), tile_of(O));
    CHECK(exactness<float>(tile_of(Q), tile_of(K), tile_of(V), tile_of(O), false, 70, 0).error < 2e-5);
    const PairTimes found = pair_times(64, 3000, 16);
    CHECK(found.by_key > 0.0);
    CHECK(found.by_row > 0.0);
    CHECK(found.clear > 0.0);
    CHECK(found.fast > 0.0);
}

TEST_CASE("heads attend each by itself, and neighbours may share keys and values")
{
    common::Random random(16);
    const std::size_t n = 5;
    const std::size_t m = 7;
    Array<double> Q = random_array<double>(random, 8 * n, 3);
    Array<double> K = random_array<double>(random, 4 * m, 3);
    Array<double> V = random_array<double>(random, 4 * m, 6);
    Array<double> O = xt::zeros<double>({8 * n, std::size_t{6}});
    const Heads<const double> queries{Q.data(), 2, 4, n, 3};
    const Heads<const double> keys{K.data(), 2, 2, m, 3};
    const Heads<const double> values{V.data(), 2, 2, m, 6};
    attend_heads<double>(
        {queries, keys, values}, {O.data(), 2, 4, n, 6},
        [](auto q, auto k, auto v, auto o, std::size_t, std::size_t) { fast_attention<double>(q, k, v, o); });
    for (std::size_t b = 0; b < 2; ++b) {
        for (std::size_t h = 0; h < 4; ++h) {
            const auto rows = [](const Array<double>& from, std::size_t first, std::size_t count) {
                return Matrix(xt::view(from, xt::range(first, first + count), xt::all()));
            };
            const std::size_t shared = (b * 2 + h / 2) * m;
            const Matrix expected =
                scaled_dot_product_attention(rows(Q, (b * 4 + h) * n, n), rows(K, shared, m), rows(V, shared, m))
                    .output;
            CHECK(difference(rows(O, (b * 4 + h) * n, n), expected) < 1e-14);
        }
    }
    CHECK_THROWS_WITH(Problem<double>(queries, {K.data(), 2, 3, 4, 3}, {V.data(), 2, 3, 4, 6}),
                      "Q has 4 heads, K has 3 and V has 3; K and V need the same number, and it must divide that of Q");
    CHECK_THROWS_WITH(Problem<double>(queries, {K.data(), 1, 2, m, 3}, values),
                      "Q has 2 sequences, K has 1 and V has 2; all need the same");
    CHECK_THROWS_WITH(Problem<double>(queries, {K.data(), 2, 2, m, 4}, values),
                      "Q has d_k = 3 but K has 4; queries and keys need the same");
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
