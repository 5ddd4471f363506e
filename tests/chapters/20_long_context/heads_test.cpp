// All heads of a batch.

#include "20_long_context/fast/fast_attention.hpp"
#include "20_long_context/fast/heads.hpp"

#include "12_masks/masked_attention.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"
#include "tests/catch.hpp"
#include "tests/chapters/20_long_context/cases.hpp"
#include "tests/near.hpp"

#include <cstddef>

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
