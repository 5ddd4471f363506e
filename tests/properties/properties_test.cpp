// What must hold for attention whatever the numbers, over 500 random cases with every shape from 0 to 40.

#include "04_soft_lookup/soft_lookup.hpp"
#include "06_score_matrix/score_matrix.hpp"
#include "07_attention/attention.hpp"
#include "09_scaling/scaled_attention.hpp"
#include "10_other_scores/attention_from_scores.hpp"
#include "12_masks/masked_attention.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"
#include "tests/catch.hpp"
#include "tests/near.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

using namespace attention;
using tests::difference;

namespace
{

constexpr std::uint64_t cases = 500;

/// Queries, keys and values of random shapes, the same for the same seed.
struct Case {
    explicit Case(std::uint64_t seed) : random(seed)
    {
        const std::size_t n = random.below(41);
        const std::size_t m = random.below(41);
        const std::size_t d_k = random.below(41);
        const std::size_t d_v = random.below(41);
        Q = random.normal_matrix(n, d_k);
        K = random.normal_matrix(m, d_k);
        V = random.normal_matrix(m, d_v);
    }

    common::Random random;
    Matrix Q;
    Matrix K;
    Matrix V;
};

/// Run a property over all cases; a failure names the seed of its case.
template <typename Property>
void for_each_case(const Property& holds)
{
    for (std::uint64_t seed = 0; seed < cases; ++seed) {
        Case c(seed);
        INFO("seed " << seed << ": n = " << c.Q.shape(0) << ", m = " << c.K.shape(0) << ", d_k = " << c.Q.shape(1)
                     << ", d_v = " << c.V.shape(1));
        holds(c);
    }
}

std::vector<std::size_t> random_order(std::size_t size, common::Random& random)
{
    std::vector<std::size_t> order(size);
    std::iota(order.begin(), order.end(), 0U);
    random.shuffle(order);
    return order;
}

Matrix rows_in_order(const Matrix& M, const std::vector<std::size_t>& order)
{
    Matrix reordered = M;
    for (std::size_t i = 0; i < order.size(); ++i) set_row(reordered, i, row_of(M, order[i]));
    return reordered;
}

/// Attention as chapter 4 has it, one query at a time: the oracle.
Attention one_query_at_a_time(const Matrix& Q, const Matrix& K, const Matrix& V, double beta)
{
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    Matrix weights = xt::zeros<double>({Q.shape(0), K.shape(0)});
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        const Lookup found = soft_lookup(row_of(Q, i), K, V, beta);
        set_row(output, i, found.output);
        set_row(weights, i, found.weights);
    }
    return {output, weights};
}

double apart(const Attention& a, const Attention& b)
{
    return std::fmax(difference(a.output, b.output), difference(a.weights, b.weights));
}

}  // namespace

TEST_CASE("every implementation in the tree agrees")
{
    for_each_case([](Case& c) {
        const Attention plain = one_query_at_a_time(c.Q, c.K, c.V, 1.0);
        CHECK(apart(dot_product_attention(c.Q, c.K, c.V), plain) < 1e-11);
        CHECK(apart(attention_from_scores(score_matrix(c.Q, c.K), c.V), plain) < 1e-11);
        CHECK(difference(score_matrix(c.Q, c.K), score_matrix_by_loops(c.Q, c.K)) < 1e-12);

        const double beta = c.Q.shape(1) == 0 ? 1.0 : 1.0 / std::sqrt(static_cast<double>(c.Q.shape(1)));
        const Attention scaled = one_query_at_a_time(c.Q, c.K, c.V, beta);
        const BoolMatrix everything = xt::ones<bool>({c.Q.shape(0), c.K.shape(0)});
        CHECK(apart(scaled_dot_product_attention(c.Q, c.K, c.V), scaled) < 1e-11);
        CHECK(apart(scaled_dot_product_attention(c.Q, c.K, c.V, everything), scaled) < 1e-11);
    });
}

TEST_CASE("keys and values may change places together: nothing changes")
{
    for_each_case([](Case& c) {
        const std::vector<std::size_t> order = random_order(c.K.shape(0), c.random);
        const Matrix moved = dot_product_attention(c.Q, rows_in_order(c.K, order), rows_in_order(c.V, order)).output;
        CHECK(difference(moved, dot_product_attention(c.Q, c.K, c.V).output) < 1e-11);
    });
}

TEST_CASE("queries that change places take their outputs with them")
{
    for_each_case([](Case& c) {
        const std::vector<std::size_t> order = random_order(c.Q.shape(0), c.random);
        const Matrix moved = dot_product_attention(rows_in_order(c.Q, order), c.K, c.V).output;
        CHECK(difference(moved, rows_in_order(dot_product_attention(c.Q, c.K, c.V).output, order)) < 1e-11);
    });
}

TEST_CASE("values of 1 give outputs of 1, or 0 where there are no values")
{
    for_each_case([](Case& c) {
        const Matrix ones = xt::ones<double>(c.V.shape());
        const Matrix output = dot_product_attention(c.Q, c.K, ones).output;
        const Matrix expected = xt::full_like(output, c.K.shape(0) == 0 ? 0.0 : 1.0);
        CHECK(difference(output, expected) < 1e-13);
    });
}

TEST_CASE("no output leaves the range of its column of values")
{
    for_each_case([](Case& c) {
        if (c.K.shape(0) == 0) return;
        const Matrix output = dot_product_attention(c.Q, c.K, c.V).output;
        for (std::size_t column = 0; column < c.V.shape(1); ++column) {
            const Vector values = column_of(c.V, column);
            const Vector outputs = column_of(output, column);
            for (const double o : outputs) {
                CHECK(o >= xt::amin(values)() - 1e-12);
                CHECK(o <= xt::amax(values)() + 1e-12);
            }
        }
    });
}

TEST_CASE("queries of zeros get the mean of all values")
{
    for_each_case([](Case& c) {
        const Matrix output = dot_product_attention(xt::zeros_like(c.Q), c.K, c.V).output;
        Vector mean = xt::zeros<double>({c.V.shape(1)});
        for (std::size_t j = 0; j < c.V.shape(0); ++j) mean += row_of(c.V, j) / static_cast<double>(c.V.shape(0));
        for (std::size_t i = 0; i < output.shape(0); ++i) CHECK(difference(row_of(output, i), mean) < 1e-13);
    });
}

TEST_CASE("one vector added to every key changes nothing")
{
    for_each_case([](Case& c) {
        const Vector shift = c.random.normal_vector(c.K.shape(1));
        Matrix moved = c.K;
        for (std::size_t j = 0; j < moved.shape(0); ++j) {
            const Vector key = row_of(moved, j) + shift;
            set_row(moved, j, key);
        }
        CHECK((c.K.size() == 0 || difference(moved, c.K) > 0.0));
        CHECK(apart(dot_product_attention(c.Q, moved, c.V), dot_product_attention(c.Q, c.K, c.V)) < 1e-11);
    });
}

TEST_CASE("the output is linear in the values")
{
    for_each_case([](Case& c) {
        const Matrix U = c.random.normal_matrix(c.V.shape(0), c.V.shape(1));
        const Matrix mixed = 2.0 * U - 3.0 * c.V;
        const Matrix expected =
            2.0 * dot_product_attention(c.Q, c.K, U).output - 3.0 * dot_product_attention(c.Q, c.K, c.V).output;
        CHECK(difference(dot_product_attention(c.Q, c.K, mixed).output, expected) < 1e-11);
    });
}

TEST_CASE("a query alone gets what it gets among others")
{
    for_each_case([](Case& c) {
        if (c.Q.shape(0) == 0) return;
        Matrix first = xt::zeros<double>({std::size_t{1}, c.Q.shape(1)});
        set_row(first, 0, row_of(c.Q, 0));
        const Matrix alone = dot_product_attention(first, c.K, c.V).output;
        const Matrix together = dot_product_attention(c.Q, c.K, c.V).output;
        CHECK(difference(row_of(alone, 0), row_of(together, 0)) < 1e-12);
    });
}

TEST_CASE("scores a thousand times as large stay finite")
{
    for_each_case([](Case& c) {
        const Matrix large = 1000.0 * c.Q;
        const Attention found = dot_product_attention(large, c.K, c.V);
        for (const Matrix& M : {found.output, found.weights}) {
            CHECK(std::all_of(M.begin(), M.end(), [](double value) { return std::isfinite(value); }));
        }
    });
}
