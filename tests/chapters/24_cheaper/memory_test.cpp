// What a state of d by d remembers: the plain sum, the delta rule, and recall against the number of pairs.

#include "24_cheaper/linear/fast_weights.hpp"
#include "24_cheaper/linear/overwriting.hpp"
#include "24_cheaper/linear/recall_by_pairs.hpp"
#include "24_cheaper/linear/unit_rows.hpp"

#include "01_similarity/similarity.hpp"
#include "04_soft_lookup/soft_lookup.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"
#include "tests/catch.hpp"
#include "tests/near.hpp"

#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

using namespace attention;
using tests::difference;
using tests::not_a_number;

namespace
{

/// A memory by its name.
const Recall& row_of_table(const RecallByPairs& found, const std::string& name)
{
    for (const Recall& row : found.rows) {
        if (row.name == name) return row;
    }
    FAIL("no memory is called " << name);
    return found.rows.front();
}

}  // namespace

TEST_CASE("the delta rule by pencil: a second value for a key takes the place of the first")
{
    const Vector k = {0.6, 0.8};
    FastWeights memory(2, 2);
    memory.correct(k, {1, 0});
    CHECK(difference(memory.S, Matrix{{0.6, 0}, {0.8, 0}}) < 1e-15);
    CHECK(difference(memory.answer(k), Vector{1, 0}) < 1e-15);
    memory.correct(k, {0, 2});
    CHECK(difference(memory.answer(k), Vector{0, 2}) < 1e-15);  // nothing of the first is left
    memory.correct(k, {0, 0}, 0.5);
    CHECK(difference(memory.answer(k), Vector{0, 1}) < 1e-15);
}

TEST_CASE("the plain sum by pencil keeps both values of a key")
{
    FastWeights memory(2, 2);
    memory.add({0.6, 0.8}, {1, 0});
    memory.add({0.6, 0.8}, {0, 2});
    CHECK(difference(memory.answer({0.6, 0.8}), Vector{1, 2}) < 1e-15);
}

TEST_CASE("keys at right angles disturb each other in neither memory")
{
    FastWeights sum(3, 1);
    FastWeights delta(3, 1);
    for (std::size_t j = 0; j < 3; ++j) {
        Vector k = {0, 0, 0};
        k(j) = 1;
        sum.add(k, {10.0 * static_cast<double>(j)});
        delta.correct(k, {10.0 * static_cast<double>(j)});
    }
    CHECK(difference(sum.S, Matrix{{0}, {10}, {20}}) == 0.0);
    CHECK(difference(delta.S, sum.S) == 0.0);
}

TEST_CASE("random rows have the length 1")
{
    common::Random random(1);
    const Matrix rows = unit_rows(20, 9, random);
    for (std::size_t i = 0; i < 20; ++i) CHECK(std::abs(norm(row_of(rows, i)) - 1) < 1e-14);
}

TEST_CASE("recall counts the answers that are nearest to the right value")
{
    const Matrix V = {{1, 0}, {0, 1}, {-1, 0}};
    CHECK(share_recalled(V, V) == 1.0);
    CHECK(share_recalled({{0.2, 0.1}, {0.2, 0.1}, {0.2, 0.1}}, V) == 1.0 / 3);
    CHECK(share_recalled({{0, 1}, {-2, 1}}, V, {1, 2}) == 1.0);
    CHECK(share_recalled({{0, 1}, {-2, 1}}, V, {2, 1}) == 0.0);
    CHECK(share_recalled({{not_a_number, 0}, {0, 1}, {1, 0}}, V) == 1.0 / 3);
}

TEST_CASE("every memory answers as its formula does, one key at a time")
{
    common::Random random(2);
    const Matrix K = unit_rows(12, 6, random);
    const Matrix V = unit_rows(12, 6, random);
    for (std::size_t i = 0; i < 12; ++i) {
        const Vector k = row_of(K, i);
        CHECK(difference(row_of(softmax_answers(K, V, 8.0), i), soft_lookup(k, K, V, 8.0).output) < 1e-14);
        Vector sum = xt::zeros<double>({std::size_t{6}});
        Vector blend = sum;
        double total = 0.0;
        for (std::size_t j = 0; j < 12; ++j) {
            double weight = 0.0;
            for (std::size_t c = 0; c < 6; ++c) {
                const double a = 3 * K(i, c);
                const double b = 3 * K(j, c);
                weight += (a > 0 ? a + 1 : std::exp(a)) * (b > 0 ? b + 1 : std::exp(b));
            }
            total += weight;
            for (std::size_t c = 0; c < 6; ++c) {
                sum(c) += dot(k, row_of(K, j)) * V(j, c);
                blend(c) += weight * V(j, c);
            }
        }
        blend /= total;
        CHECK(difference(row_of(sum_answers(K, V), i), sum) < 1e-14);
        CHECK(difference(row_of(elu_answers(K, V, 3.0), i), blend) < 1e-14);
    }
    CHECK(difference(row_of(delta_answers(K, V), 11), row_of(V, 11)) <
          1e-14);  // the last one written is there as it was
    CHECK(difference(row_of(delta_answers(K, V), 0), row_of(V, 0)) > 1e-3);
}

TEST_CASE("how much a state holds: softmax recalls all pairs, and the others fewer, the more there are")
{
    const RecallByPairs found = recall_by_pairs({16, 256}, 64, 2);
    for (const Recall& row : found.rows) CHECK(row.shares.size() == 2);
    CHECK(row_of_table(found, "softmax, beta = 8").shares == std::vector<double>{1.0, 1.0});
    CHECK(row_of_table(found, "elu + 1, length 8").shares[0] < 0.4);  // features that are nearly alike
    CHECK(row_of_table(found, "elu + 1, length 64").shares[0] > 0.7);
    CHECK(row_of_table(found, "elu + 1, length 64").shares[1] < 0.2);
    CHECK(row_of_table(found, "plain sum").shares[1] > 0.6);
    CHECK(row_of_table(found, "plain sum").shares[1] < 0.9);
    CHECK(row_of_table(found, "delta rule").shares[0] > 0.95);
    CHECK(row_of_table(found, "delta rule").shares[1] < 0.4);
}

TEST_CASE("the delta rule overwrites, and the sum keeps both")
{
    const Overwriting found = overwriting(32, 8, 5);
    CHECK(found.delta_new > 0.8);
    CHECK(found.delta_old < 0.25);
    CHECK(std::abs(found.sum_new - found.sum_old) < 0.1);
    CHECK(found.sum_new > 0.5);
    const Overwriting alone = overwriting(4, 1, 1);  // one key: nothing disturbs
    CHECK(std::abs(alone.delta_new - 1) < 1e-14);
}
