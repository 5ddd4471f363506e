// A long cache in parts: merged, they are the whole, and threads change no bit.

#include "22_kv_cache/decoding/in_parts.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"
#include "tests/catch.hpp"
#include "tests/chapters/22_kv_cache/oracle.hpp"
#include "tests/near.hpp"

#include <cmath>
#include <cstddef>

using namespace attention;
using tests::difference;
using tests::kv_cache::step_by_loops;

TEST_CASE("a cache in parts gives what the whole gives, however many parts there are")
{
    common::Random random(31);
    for (const std::size_t n : {1U, 2U, 7U, 40U}) {
        const Vector q = 3.0 * random.normal_vector(5);
        const Matrix K = random.normal_matrix(n, 5);
        const Matrix V = random.normal_matrix(n, 3);
        const Vector expected = step_by_loops(q, K, V);
        for (const std::size_t parts : {1U, 2U, 3U, 7U, 50U}) {  // of 50, some have no key
            INFO(n << " keys in " << parts << " parts");
            const Vector one = attend_in_parts(q, K, V, parts, 1);
            CHECK(difference(one, expected) < 1e-14);
            for (const int threads : {0, 2, 3}) CHECK((attend_in_parts(q, K, V, parts, threads) == one));
        }
    }
}

TEST_CASE("what a query knows of a part is chapter 19's m, l and o of these keys alone")
{
    const Matrix K = {{9.0}, {0.0}, {std::log(2.0)}, {9.0}};
    const Matrix V = {{100.0}, {6.0}, {3.0}, {100.0}};
    const Partial known = over_keys({1.0}, K, V, 1, 3);
    CHECK_THAT(known.maximum, WithinAbs(std::log(2.0), 1e-15));
    CHECK_THAT(known.sum, WithinAbs(1.5, 1e-15));
    CHECK_THAT(known.output(0), WithinAbs(6.0, 1e-14));
}

TEST_CASE("no keys give 0, a NaN among the keys gives NaN, and what does not fit is refused")
{
    const Matrix nothing = xt::zeros<double>({0, 2});
    CHECK(difference(attend_in_parts({1, 2}, nothing, nothing, 3, 1), Vector{0, 0}) == 0.0);
    const Matrix K = {{1, 2}, {tests::not_a_number, 0}, {0, 1}};
    for (const std::size_t parts : {1U, 3U}) CHECK(std::isnan(attend_in_parts({1, 2}, K, K, parts, 1)(1)));
    CHECK_THROWS_WITH(attend_in_parts({1, 2}, K, K, 0, 1),
                      "attend_in_parts: no parts were asked for; at least 1 is needed");
    CHECK_THROWS_WITH(attend_in_parts({1, 2, 3}, K, K, 1, 1),
                      ContainsSubstring("the query has 3 numbers, K is (3, 2)"));
    CHECK_THROWS_WITH(attend_in_parts({1, 2}, K, {{1}, {2}}, 1, 1), ContainsSubstring("V has 2 rows"));
}
