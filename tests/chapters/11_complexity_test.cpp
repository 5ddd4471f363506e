#include "11_complexity/counted.hpp"
#include "11_complexity/measure.hpp"
#include "11_complexity/one_by_one.hpp"
#include "11_complexity/operations.hpp"
#include "11_complexity/traffic.hpp"
#include "11_complexity/writing.hpp"

#include "07_attention/attention.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"
#include "common/timing.hpp"
#include "tests/catch.hpp"
#include "tests/near.hpp"

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <vector>

using namespace attention;
using tests::difference;

TEST_CASE("n = 1000, d = 512 takes 2,051,486,000 operations")
{
    const Operations o = operations(1000, 1000, 512, 512);
    CHECK(o.scores == 1023000000);
    CHECK(o.softmax == 4998000);
    CHECK(o.values == 1023488000);
    CHECK(o.total() == 2051486000);
}

TEST_CASE("the formula counts exactly what is done, over many shapes")
{
    common::Random random(11);
    for (int i = 0; i < 200; ++i) {
        const std::size_t n = random.below(8);
        const std::size_t m = 1 + random.below(12);
        const std::size_t d_k = 1 + random.below(9);
        const std::size_t d_v = random.below(9);
        INFO(n << " " << m << " " << d_k << " " << d_v);
        const Matrix Q = random.normal_matrix(n, d_k);
        const Matrix K = random.normal_matrix(m, d_k);
        const Matrix V = random.normal_matrix(m, d_v);
        const CountedRun run = count_attention(Q, K, V);
        const Operations formula = operations(n, m, d_k, d_v);
        CHECK(run.operations.scores == formula.scores);
        CHECK(run.operations.softmax == formula.softmax);
        CHECK(run.operations.values == formula.values);
        CHECK(difference(run.output, dot_product_attention(Q, K, V).output) < 1e-12);
    }
}

TEST_CASE("one query of n = 1000, d = 512, counted, is a thousandth of the whole")
{
    common::Random random(12);
    const CountedRun run =
        count_attention(random.normal_matrix(1, 512), random.normal_matrix(1000, 512), random.normal_matrix(1000, 512));
    CHECK(1000 * run.operations.total() == 2051486000);
}

TEST_CASE("every kind of operation counts once")
{
    Counted::take_count();
    const Counted a = 3.0;
    const Counted b = 4.0;
    CHECK((a + b).value() == 7.0);
    CHECK((a - b).value() == -1.0);
    CHECK((a * b).value() == 12.0);
    CHECK((a / b).value() == 0.75);
    CHECK(exp(Counted(0.0)).value() == 1.0);
    CHECK(a < b);
    CHECK(Counted::take_count() == 6);
    CHECK(Counted::take_count() == 0);
}

TEST_CASE("attention costs as much as three projections at n = 1.5 d, as four at n = 2 d")
{
    for (const double d : {64.0, 512.0, 4096.0}) {
        CHECK(attention_rule(1.5 * d, d) == projections_rule(1.5 * d, d));
        CHECK(attention_rule(2 * d, d) == projections_rule(2 * d, d, 4));
        CHECK(words_at_equal_cost(d) == 1.5 * d);
        CHECK(words_at_equal_cost(d, 4) == 2 * d);
    }
    CHECK(projections_rule(1000, 512) == 1572864000);
    CHECK(projections_rule(1000, 512, 1) == 524288000);
    CHECK(attention_rule(1000, 512) == 2048000000);
}

TEST_CASE("n = 100,000: 260, 516 and 2,052 times the textbook's 10 billion, and 40 GB of scores")
{
    const auto times = [](std::uint64_t d) {
        return static_cast<double>(operations(100000, 100000, d, d).total()) / 1e10;
    };
    CHECK_THAT(times(64), WithinAbs(259.9993, 1e-4));
    CHECK_THAT(times(128), WithinAbs(515.9987, 1e-4));
    CHECK_THAT(times(512), WithinAbs(2051.995, 1e-3));
    CHECK(score_bytes(100000, 100000, 4) == 40000000000);
    CHECK(score_bytes(100000, 100000, 8) == 80000000000);
    CHECK(score_bytes(1000, 1000, 4) == 4000000);
}

TEST_CASE("no queries and no columns of values take no operations; no keys and no coordinates are refused")
{
    CHECK(operations(0, 5, 3, 2).total() == 0);
    CHECK(operations(7, 5, 3, 0).values == 0);
    CHECK_THROWS_MATCHES(operations(2, 0, 3, 4), std::invalid_argument,
                         Message("operations: m = 0 keys with d_k = 3 coordinates; both must be at least 1"));
    CHECK_THROWS_AS(operations(2, 3, 0, 4), std::invalid_argument);
    const auto zeros = [](std::size_t rows, std::size_t columns) { return Matrix(xt::zeros<double>({rows, columns})); };
    CHECK_THROWS_MATCHES(count_attention(zeros(2, 3), zeros(0, 3), zeros(0, 4)), std::invalid_argument,
                         Message("count_attention: K is (0, 3); it needs at least one key with one coordinate"));
    CHECK_THROWS_AS(count_attention(zeros(2, 0), zeros(3, 0), zeros(3, 4)), std::invalid_argument);
}

TEST_CASE("shapes that do not fit are refused, with both numbers")
{
    const auto ones = [](std::size_t rows, std::size_t columns) { return Matrix(xt::ones<double>({rows, columns})); };
    CHECK_THROWS_MATCHES(
        count_attention(ones(2, 4), ones(5, 3), ones(5, 1)), std::invalid_argument,
        Message("count_attention: Q has d_k = 4 columns but K has 3; queries and keys must have the same d_k"));
    CHECK_THROWS_MATCHES(count_attention(ones(2, 3), ones(5, 3), ones(4, 1)), std::invalid_argument,
                         Message("count_attention: K has m = 5 rows but V has 4; each key needs one value"));
}

TEST_CASE("times are one JSON object")
{
    // 10, 40, 160: four times as long for twice the n, so the exponent is 2 and nothing is left over.
    const std::vector<StepTimes> times = {{10, 2, 7, 1}, {20, 8, 28, 4}, {40, 32, 112, 16}};
    CHECK(times_as_json(times, 3) ==
          R"({"d":3,"times":[)"
          R"({"n":10,"operations":1550,"scores_s":2.000000000,"softmax_s":7.000000000,"values_s":1.000000000},)"
          R"({"n":20,"operations":6300,"scores_s":8.000000000,"softmax_s":28.000000000,"values_s":4.000000000},)"
          R"({"n":40,"operations":25400,"scores_s":32.000000000,"softmax_s":112.000000000,"values_s":16.000000000}],)"
          R"("exponent":2.0000,"spread":0.0000})");
    CHECK_THROWS_AS(times_as_json({{10, 2, 7, 1}, {20, 8, 28, 4}}, 3), std::invalid_argument);
}

TEST_CASE("times are measured for each step, and their growth is fitted")
{
    const StepTimes time = time_attention(16, 4, 1);
    CHECK(time.n == 16);
    CHECK(time.scores > 0);
    CHECK(time.softmax > 0);
    CHECK(time.values > 0);
    const common::PowerLaw law = growth({{10, 1, 2, 1}, {20, 4, 8, 4}, {40, 16, 32, 16}});
    CHECK_THAT(law.exponent, WithinAbs(2.0, 1e-12));
}

TEST_CASE("a product is timed into fresh memory and into memory in use")
{
    const FreshMemory found = time_fresh_memory(16, 4, 1);
    CHECK(found.fresh_s > 0);
    CHECK(found.in_use_s > 0);
}

TEST_CASE("softmax is 2 percent of the operations at d = 64, and a quarter of a percent at d = 512")
{
    const auto share = [](std::uint64_t d) {
        const Operations count = operations(100000, 100000, d, d);
        return static_cast<double>(count.softmax) / static_cast<double>(count.total());
    };
    CHECK_THAT(share(64), WithinAbs(0.0192, 5e-5));
    CHECK_THAT(share(512), WithinAbs(0.0024, 5e-5));
}

TEST_CASE("each step reads its inputs once and writes its result once")
{
    // 7 queries, 5 keys: Q 21, K 15, scores 35; scores 35, weights 35; weights 35, V 10, output 14 numbers.
    const Traffic bytes = traffic(7, 5, 3, 2, 4);
    CHECK(bytes.scores == 4ULL * (21 + 15 + 35));
    CHECK(bytes.softmax == 4ULL * (35 + 35));
    CHECK(bytes.values == 4ULL * (35 + 10 + 14));
    CHECK(bytes.total() == bytes.scores + bytes.softmax + bytes.values);
    CHECK(traffic(7, 5, 3, 2, 8).total() == 2 * bytes.total());
}

TEST_CASE("many queries share what is read, one query does not: operations per byte")
{
    const double together = intensity(operations(1000, 1000, 64, 64).scores, traffic(1000, 1000, 64, 64, 4).scores);
    const double alone = intensity(operations(1, 1000, 64, 64).scores, traffic(1, 1000, 64, 64, 4).scores);
    CHECK(together > 28);
    CHECK(alone < 0.5);
    // Softmax shares nothing: 5 operations for two numbers that move, however many queries there are.
    CHECK_THAT(intensity(operations(1000, 1000, 64, 64).softmax, traffic(1000, 1000, 64, 64, 4).softmax),
               WithinAbs(0.62, 0.005));
}

TEST_CASE("writing word by word: kept keys and values turn a cube into a square")
{
    // Two words of one coordinate: 3 operations to project a word (1 each); one word costs 1 + 3 + 1, two cost 4 + 16 + 6.
    const WritingCost two = cost_of_writing(2, 1);
    CHECK(two.anew == (3 + 5) + (6 + 26));
    CHECK(two.kept == (3 + 5) + (3 + 13));
    CHECK(two.numbers_kept == 4);
    const WritingCost once = cost_of_writing(2000, 8);
    const WritingCost twice = cost_of_writing(4000, 8);
    CHECK_THAT(static_cast<double>(twice.anew) / static_cast<double>(once.anew), WithinAbs(8, 0.1));
    CHECK_THAT(static_cast<double>(twice.kept) / static_cast<double>(once.kept), WithinAbs(4, 0.1));
    CHECK(cost_of_writing(0, 3).anew == 0);
}

TEST_CASE("one by one moves the keys once for each query, and takes some time")
{
    const OneByOne found = time_one_by_one(3, 10, 4, 1);
    CHECK(found.together_bytes == 4ULL * (12 + 40 + 30));
    CHECK(found.one_by_one_bytes == 12ULL * (4 + 40 + 10));
    CHECK(found.together_s > 0);
    CHECK(found.one_by_one_s > 0);
}
