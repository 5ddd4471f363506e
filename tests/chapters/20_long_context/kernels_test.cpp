// The inner loops: their exponential, their products, what they read, and which of them are chosen.

#include "20_long_context/fast/element_loops.hpp"
#include "20_long_context/fast/packing.hpp"
#include "20_long_context/fast/tile_kernels.hpp"

#include "06_score_matrix/score_matrix.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"
#include "common/tile.hpp"
#include "tests/catch.hpp"
#include "tests/chapters/20_long_context/cases.hpp"
#include "tests/near.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <limits>
#include <string>
#include <utility>
#include <vector>

using namespace attention;
using namespace tests::long_context;
using common::tile_of;
using tests::difference;

namespace
{

/// A B, by loops.
template <typename Real>
Array<Real> product_of(const Array<Real>& A, const Array<Real>& B)
{
    Array<Real> C = xt::zeros<Real>({A.shape(0), B.shape(1)});
    for (std::size_t i = 0; i < A.shape(0); ++i) {
        for (std::size_t k = 0; k < A.shape(1); ++k) {
            for (std::size_t c = 0; c < B.shape(1); ++c) C(i, c) += A(i, k) * B(k, c);
        }
    }
    return C;
}

/// Keys with queries, and values blended, against loops.
template <typename Real>
void products_are_right(const TileKernels<Real>& kernels)
{
    common::Random random(25);
    const std::size_t columns = kernels.columns;
    for (const std::size_t keys : {1U, 5U, 11U, 12U, 13U, 40U}) {
        const Array<Real> K = random_array<Real>(random, keys, keys + 2);
        const Array<Real> queries = random_array<Real>(random, keys + 2, columns);
        Array<Real> S = random_array<Real>(random, keys, columns);
        kernels.score(tile_of(K), queries.data(), tile_of(S));
        CHECK(difference(S, product_of(K, queries)) < 10 * allowed<Real>);

        const Array<Real> V = random_array<Real>(random, keys, 2 * columns);
        Array<Real> O = random_array<Real>(random, columns, 2 * columns);
        const Array<Real> expected = O + product_of<Real>(xt::transpose(S), V);
        kernels.blend(tile_of(S), tile_of(V), tile_of(O));
        CHECK(difference(O, expected) < 10 * allowed<Real>);
    }
}

/// Few queries with keys and values as they lie in memory, which is not close together.
template <typename Real>
struct FewCase {
    static constexpr std::size_t apart = 3;  // numbers between a row and the next

    FewCase(common::Random& random, std::size_t queries, std::size_t keys, std::size_t size)
        : Q(random_array<Real>(random, queries, size)), K(random_array<Real>(random, keys, size + apart)),
          P(random_array<Real>(random, queries, keys + apart)), O(random_array<Real>(random, queries, size + apart))
    {
    }

    /// The first columns of an array.
    template <typename Numbers>
    static auto narrow(Numbers& array, std::size_t columns)
    {
        return tile_of(array).columns_from(0, columns);
    }

    Array<Real> Q, K, P, O;
};

/// Scores and blended values for some queries, against loops; and each query alone gets the same bits.
template <typename Real>
void few_queries_are_right(const TileKernels<Real>& kernels, std::size_t queries, std::size_t keys, std::size_t size)
{
    common::Random random(26);
    FewCase<Real> given(random, queries, keys, size);
    const auto K = FewCase<Real>::narrow(std::as_const(given.K), size);
    Array<Real> S = given.P;
    kernels.compare_rows(tile_of(std::as_const(given.Q)), K, FewCase<Real>::narrow(S, keys));
    Array<Real> O = given.O;
    kernels.add_rows(FewCase<Real>::narrow(std::as_const(given.P), keys), K, FewCase<Real>::narrow(O, size));

    const Array<Real> K_alone = xt::view(given.K, xt::all(), xt::range(0, size));
    const Array<Real> P_alone = xt::view(given.P, xt::all(), xt::range(0, keys));
    Array<Real> scores = given.P;  // what lies between the rows stays as it is
    xt::view(scores, xt::all(), xt::range(0, keys)) = product_of<Real>(given.Q, xt::transpose(K_alone));
    Array<Real> sums = given.O;
    xt::view(sums, xt::all(), xt::range(0, size)) += product_of(P_alone, K_alone);
    CHECK(difference(S, scores) < 10 * allowed<Real>);
    CHECK(difference(O, sums) < 10 * allowed<Real>);

    for (std::size_t i = 0; i < queries; ++i) {
        Array<Real> s = given.P;
        Array<Real> o = given.O;
        kernels.compare_rows(tile_of(std::as_const(given.Q)).rows_from(i, 1), K,
                             FewCase<Real>::narrow(s, keys).rows_from(i, 1));
        kernels.add_rows(FewCase<Real>::narrow(std::as_const(given.P), keys).rows_from(i, 1), K,
                         FewCase<Real>::narrow(o, size).rows_from(i, 1));
        CHECK((xt::view(s, i, xt::all()) == xt::view(S, i, xt::all())));
        CHECK((xt::view(o, i, xt::all()) == xt::view(O, i, xt::all())));
    }
}

template <typename Real>
void few_queries_are_right(const TileKernels<Real>& kernels)
{
    for (const std::size_t queries : {1U, 2U, 3U, 4U, 7U, 8U}) {
        for (const std::size_t keys : {0U, 1U, 7U, 8U, 16U, 37U, 70U}) {
            for (const std::size_t size : {0U, 1U, 5U, 16U, 64U, 71U}) {
                INFO(kernels.name << ": " << queries << " queries, " << keys << " keys of " << size);
                few_queries_are_right(kernels, queries, keys, size);
            }
        }
    }
}

}  // namespace

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

TEST_CASE("the inner loops of every kind that this processor can run")
{
    common::Random random(15);
    for (const TileKernels<float>* kernels : usable_kernels<float>()) {
        INFO(kernels->name);
        products_are_right(*kernels);
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

TEST_CASE("the products of every kind, for doubles")
{
    for (const TileKernels<double>* kernels : usable_kernels<double>()) {
        INFO(kernels->name);
        products_are_right(*kernels);
    }
}

TEST_CASE("few queries, with keys and values as they lie: right, and no bit depends on the other queries")
{
    for (const TileKernels<float>* kernels : usable_kernels<float>()) few_queries_are_right(*kernels);
    for (const TileKernels<double>* kernels : usable_kernels<double>()) few_queries_are_right(*kernels);
}

#ifndef __aarch64__  // there they are among the kinds above
TEST_CASE("the products that 64-bit Arm uses are right on any processor")
{
    products_are_right(ElementLoops<float>::kernels("by elements"));
    products_are_right(ElementLoops<double>::kernels("by elements"));
}
#endif

TEST_CASE("the environment chooses among the kinds of inner loops")
{
    const char* wish = std::getenv("DOT_BY_DOT_SIMD");
    const auto usable = usable_kernels<double>();
    CHECK(usable.back()->name == std::string("baseline"));
    bool can = false;
    for (const auto* kernels : usable) can = can || (wish != nullptr && kernels->name == std::string(wish));
    CHECK(tile_kernels<double>().name == std::string(can ? wish : usable.front()->name));
}

TEST_CASE("packed queries are what the inner loops read")
{
    const Vector small = packed_queries({{11, 12, 13}, {21, 22, 23}, {31, 32, 33}}, 2);
    CHECK(difference(small, Vector{11, 21, 12, 22, 13, 23, 31, 0, 32, 0, 33, 0}) == 0.0);
    common::Random random(23);
    for (const TileKernels<double>* kernels : usable_kernels<double>()) {
        INFO(kernels->name);
        const Matrix Q = random.normal_matrix(kernels->columns, 5);
        const Matrix K = random.normal_matrix(7, 5);
        const Vector packed = packed_queries(Q, kernels->columns);
        Matrix scores = xt::zeros<double>({std::size_t{7}, kernels->columns});
        kernels->score(tile_of(K), packed.data(), tile_of(scores));
        CHECK(difference(scores, score_matrix(K, Q)) < 1e-14);
    }
}
