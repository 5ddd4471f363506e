#include "22_kv_cache/cache.hpp"

#include "12_masks/masked_attention.hpp"
#include "12_masks/masks.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"
#include "tests/catch.hpp"
#include "tests/near.hpp"

#include <cstddef>
#include <stdexcept>

using namespace attention;
using tests::difference;

TEST_CASE("each step over the cache is a row of causal attention over the whole text")
{
    common::Random random(1);
    const Matrix Q = random.normal_matrix(9, 4);
    const Matrix K = random.normal_matrix(9, 4);
    const Matrix V = random.normal_matrix(9, 3);
    const Matrix whole = scaled_dot_product_attention(Q, K, V, causal_mask(9, 9)).output;
    KeyValueCache cache(4, 3);
    for (std::size_t t = 0; t < 9; ++t) {
        cache.append(row_of(K, t), row_of(V, t));
        CHECK(cache.tokens() == t + 1);
        CHECK(difference(attend_to_cache(row_of(Q, t), cache), row_of(whole, t)) < 1e-14);
    }
    CHECK((cache.keys() == K));
    CHECK((cache.values() == V));
}

TEST_CASE("two equal scores halve the values, by hand")
{
    KeyValueCache cache(1, 2);
    cache.append({3}, {2, 10});
    cache.append({3}, {4, 30});
    CHECK(difference(attend_to_cache({5}, cache), Vector{3, 20}) < 1e-15);
}

TEST_CASE("an empty cache answers 0")
{
    CHECK((attend_to_cache({1, 2}, KeyValueCache(2, 3)) == Vector{0, 0, 0}));
    CHECK(KeyValueCache(2, 3).keys().shape(0) == 0);
}

TEST_CASE("a cache refuses keys, values and queries of another size")
{
    KeyValueCache cache(2, 3);
    CHECK_THROWS_AS(cache.append({1}, {1, 2, 3}), std::invalid_argument);
    CHECK_THROWS_AS(cache.append({1, 2}, {1, 2}), std::invalid_argument);
    cache.append({1, 2}, {1, 2, 3});
    CHECK_THROWS_AS(attend_to_cache({1, 2, 3}, cache), std::invalid_argument);
}
