// All heads of a batch.

#include "20_long_context/blocks/options.hpp"
#include "20_long_context/fast/fast_attention.hpp"
#include "20_long_context/fast/heads.hpp"

#include "12_masks/masked_attention.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"
#include "tests/catch.hpp"
#include "tests/chapters/20_long_context/cases.hpp"
#include "tests/near.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <mutex>
#include <stdexcept>
#include <vector>

using namespace attention;
using namespace tests::long_context;
using tests::difference;

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

namespace
{

/// Random queries, keys and values of a batch, one head after the other.
template <typename Real>
struct Batch {
    std::size_t batch, heads, key_heads, n, m, d_k, d_v;
    Array<Real> Q, K, V;

    Batch(common::Random& random, std::size_t sequences, std::size_t heads_of_q, std::size_t heads_of_k,
          std::size_t queries, std::size_t keys, std::size_t query_size = 9, std::size_t value_size = 5)
        : batch(sequences), heads(heads_of_q), key_heads(heads_of_k), n(queries), m(keys), d_k(query_size),
          d_v(value_size), Q(random_array<Real>(random, batch * heads * n, d_k)),
          K(random_array<Real>(random, batch * key_heads * m, d_k)),
          V(random_array<Real>(random, batch * key_heads * m, d_v))
    {
    }

    Problem<Real> problem() const
    {
        return {{Q.data(), batch, heads, n, d_k},
                {K.data(), batch, key_heads, m, d_k},
                {V.data(), batch, key_heads, m, d_v}};
    }

    /// All heads at once, or one by one.
    Array<Real> attended(bool at_once, const OptionsOf<Real>& options_of) const
    {
        Array<Real> O = xt::ones<Real>({batch * heads * n, d_v});
        const Heads<Real> output{O.data(), batch, heads, n, d_v};
        if (at_once) {
            fast_attention<Real>(problem(), output, options_of);
        } else {
            attend_heads<Real>(problem(), output, [&](auto q, auto k, auto v, auto o, std::size_t b, std::size_t h) {
                fast_attention<Real>(q, k, v, o, options_of(b, h));
            });
        }
        return O;
    }
};

/// Every head asks for something else.
template <typename Real>
OptionsOf<Real> different_options(int threads)
{
    return [threads](std::size_t b, std::size_t h) {
        LongOptions<Real> options;
        options.threads = threads;
        options.causal = every_mask[(b + h) % 3];
        if (h % 2 == 1) options.scale = 0.1 * static_cast<double>(h);
        if (h % 4 == 2) {
            options.change = [b](std::size_t i, std::size_t first, Real* scores, std::size_t count) {
                for (std::size_t j = 0; j < count; ++j) {
                    if ((i + first + j + b) % 5 == 0) scores[j] = -std::numeric_limits<Real>::infinity();
                }
            };
        }
        return options;
    };
}

template <typename Real>
void same_bits_at_once_and_one_by_one(const Batch<Real>& given)
{
    const Array<Real> one_by_one = given.attended(false, different_options<Real>(1));
    for (const int threads : {0, 1, 2, 3, 7}) {
        INFO(given.batch << " sequences, " << given.heads << " heads over " << given.key_heads << ", " << given.n
                         << " queries, " << given.m << " keys, " << threads << " threads");
        CHECK((given.attended(true, different_options<Real>(threads)) == one_by_one));
    }
}

}  // namespace

TEST_CASE("all heads in one go are, to the last bit, the heads one by one, on any number of threads", "[kernels]")
{
    common::Random random(50);
    for (const std::size_t n : {0U, 1U, 3U, 4U, 5U, 17U, 270U}) {
        for (const std::size_t m : {0U, 1U, 13U, 700U}) {
            same_bits_at_once_and_one_by_one(Batch<float>(random, 1, 8, 8, n, m));
            same_bits_at_once_and_one_by_one(Batch<float>(random, 2, 8, 2, n, m));
            same_bits_at_once_and_one_by_one(Batch<double>(random, 3, 4, 1, n, m));
        }
    }
    same_bits_at_once_and_one_by_one(Batch<float>(random, 2, 6, 3, 2, 9000));  // a model that writes
    same_bits_at_once_and_one_by_one(Batch<float>(random, 2, 3, 3, 7, 40, 0, 3));
    same_bits_at_once_and_one_by_one(Batch<double>(random, 2, 3, 3, 3, 40, 0, 3));
    same_bits_at_once_and_one_by_one(Batch<double>(random, 1, 1, 1, 600, 50, 64, 64));
}

TEST_CASE("a batch of no sequences, or of no heads, is no trouble")
{
    common::Random random(51);
    CHECK(Batch<float>(random, 0, 4, 2, 5, 7).attended(true, different_options<float>(0)).size() == 0);
    CHECK(Batch<float>(random, 2, 0, 2, 5, 7).attended(true, different_options<float>(0)).size() == 0);
}

TEST_CASE("a head spoilt by NaN leaves every bit of the others", "[kernels]")
{
    common::Random random(52);
    for (const std::size_t n : {2U, 40U}) {
        Batch<float> given(random, 2, 4, 2, n, 300);
        const OptionsOf<float> usual = [](std::size_t, std::size_t) { return LongOptions<float>{}; };
        const Array<float> before = given.attended(true, usual);
        given.V((1 * 2 + 1) * 300 + 17, 2) = NAN;   // second sequence, second head of values: heads 2 and 3 of Q
        given.K((0 * 2 + 0) * 300 + 299, 0) = NAN;  // first sequence, first head of keys: heads 0 and 1
        const Array<float> after = given.attended(true, usual);
        for (std::size_t row = 0; row < after.shape(0); ++row) {
            const std::size_t b = row / (4 * n);
            const std::size_t h = row / n % 4;
            for (std::size_t c = 0; c < 5; ++c) {
                INFO("sequence " << b << ", head " << h << ", coordinate " << c);
                const bool spoilt = b == 0 ? h < 2 : h >= 2 && c == 2;
                if (spoilt)
                    CHECK(std::isnan(after(row, c)));
                else if (b == 0 || h < 2)
                    CHECK(after(row, c) == before(row, c));
                else
                    CHECK(std::abs(after(row, c) - before(row, c)) < 1e-6F);
            }
        }
    }
}

TEST_CASE("the progress of a batch goes up to 1 once, not once for each head")
{
    common::Random random(53);
    for (const std::size_t n : {2U, 100U}) {
        const Batch<float> given(random, 2, 4, 2, n, 3000);
        for (const int threads : {1, 3}) {
            std::mutex one_at_a_time;
            std::vector<double> parts;
            given.attended(true, [&](std::size_t, std::size_t) {
                LongOptions<float> options;
                options.threads = threads;
                options.progress = [&](double part) {
                    const std::scoped_lock lock(one_at_a_time);
                    parts.push_back(part);
                };
                return options;
            });
            INFO(n << " queries, " << threads << " threads");
            REQUIRE(!parts.empty());
            CHECK(*std::ranges::max_element(parts) == 1.0);
            CHECK(std::ranges::count(parts, 1.0) == 1);
        }
    }
}

TEST_CASE("an output of the wrong shape is refused in words, for all heads as for one")
{
    common::Random random(54);
    const Batch<float> given(random, 2, 4, 2, 3, 7);
    Array<float> O = xt::zeros<float>({1000, 5});
    const OptionsOf<float> usual = [](std::size_t, std::size_t) { return LongOptions<float>{}; };
    for (const Heads<float>& wrong : {Heads<float>{O.data(), 2, 4, 3, 6}, Heads<float>{O.data(), 2, 4, 4, 5},
                                      Heads<float>{O.data(), 2, 2, 3, 5}, Heads<float>{O.data(), 1, 4, 3, 5}}) {
        CHECK_THROWS_AS(fast_attention<float>(given.problem(), wrong, usual), std::invalid_argument);
    }
}
