#include "common/tile.hpp"

#include "common/blas.hpp"
#include "common/random.hpp"
#include "common/room.hpp"
#include "common/tensor.hpp"
#include "tests/catch.hpp"
#include "tests/near.hpp"

#include <cstddef>
#include <cstdint>

using common::Matrix;
using common::Tile;
using common::tile_of;
using tests::difference;

TEST_CASE("a tile is a part of a matrix, where it lies")
{
    Matrix M = {{1, 2, 3, 4}, {5, 6, 7, 8}, {9, 10, 11, 12}};
    const Tile<double> all = tile_of(M);
    CHECK(all.rows == 3);
    CHECK(all.columns == 4);
    const Tile<double> part = all.rows_from(1, 2).columns_from(2, 2);
    CHECK(part.row(0)[0] == 7);
    CHECK(part.row(1)[1] == 12);
    part.row(1)[0] = -1;
    CHECK(M(2, 2) == -1);
}

TEST_CASE("products of tiles agree with products of matrices, and touch nothing beside")
{
    common::Random random(1);
    const Matrix A = random.normal_matrix(5, 3);
    const Matrix B = random.normal_matrix(7, 3);
    const Matrix C = random.normal_matrix(7, 4);
    Matrix room = xt::zeros<double>({6, 9});
    const Tile<double> scores = tile_of(room).rows_from(0, 5).columns_from(1, 7);
    common::multiply_transposed(0.5, tile_of(A), tile_of(B), scores);
    const Matrix expected = 0.5 * common::product_transposed(A, B);
    CHECK(difference(Matrix(xt::view(room, xt::range(0, 5), xt::range(1, 8))), expected) < 1e-15);
    CHECK(xt::sum(xt::abs(xt::view(room, 5, xt::all())))() == 0.0);
    CHECK(xt::sum(xt::abs(xt::view(room, xt::all(), 0)))() == 0.0);
    CHECK(xt::sum(xt::abs(xt::view(room, xt::all(), 8)))() == 0.0);

    Matrix output = xt::ones<double>({5, 4});
    common::add_product(scores, tile_of(C), tile_of(output));
    CHECK(difference(output, Matrix(1.0 + common::product(expected, C))) < 1e-14);
}

TEST_CASE("a vector is multiplied as a matrix of one row is")
{
    common::Random random(3);
    const Matrix q = random.normal_matrix(1, 3);
    const Matrix K = random.normal_matrix(7, 3);
    const xt::xtensor<float, 2> q_float = q;
    const xt::xtensor<float, 2> K_float = K;
    xt::xtensor<float, 2> scores = xt::zeros<float>({1, 7});
    common::multiply_vector(0.5F, tile_of(K_float), q_float.data(), scores.data());
    const Matrix expected = 0.5 * common::product_transposed(q, K);
    CHECK(difference(Matrix(scores), expected) < 1e-6);
    xt::xtensor<float, 2> sum = xt::ones<float>({1, 3});
    common::add_vector_product(scores.data(), tile_of(K_float), sum.data());
    CHECK(difference(Matrix(sum), Matrix(1.0 + common::product(expected, K))) < 1e-5);
}

TEST_CASE("products with a transposed factor are added to what is there")
{
    common::Random random(2);
    const Matrix A = random.normal_matrix(5, 3);
    const Matrix B = random.normal_matrix(7, 3);
    const Matrix D = random.normal_matrix(5, 4);
    Matrix sum = xt::ones<double>({5, 7});
    common::add_product_with_transposed(tile_of(A), tile_of(B), tile_of(sum));
    CHECK(difference(sum, Matrix(1.0 + common::product_transposed(A, B))) < 1e-14);

    const Matrix A_T = xt::transpose(A);
    Matrix other = xt::ones<double>({3, 4});
    common::add_product_of_transposed(tile_of(A), tile_of(D), tile_of(other));
    CHECK(difference(other, Matrix(1.0 + common::product(A_T, D))) < 1e-14);
}

TEST_CASE("the same in float")
{
    xt::xtensor<float, 2> A = {{1, 2}, {3, 4}};
    xt::xtensor<float, 2> C = {{0, 0}, {0, 0}};
    common::multiply_transposed(2.0F, tile_of(A), tile_of(A), tile_of(C));
    CHECK((C == xt::xtensor<float, 2>{{10, 22}, {22, 50}}));
    common::add_product(tile_of(A), tile_of(A), tile_of(C));
    CHECK((C == xt::xtensor<float, 2>{{17, 32}, {37, 72}}));
    common::add_product_with_transposed(tile_of(A), tile_of(A), tile_of(C));
    CHECK((C == xt::xtensor<float, 2>{{22, 43}, {48, 97}}));
    common::add_product_of_transposed(tile_of(A), tile_of(A), tile_of(C));
    CHECK((C == xt::xtensor<float, 2>{{32, 57}, {62, 117}}));
}

TEST_CASE("room lies where vector instructions like it, small or large")
{
    for (const std::size_t count : {0U, 1U, 1000U, 3000000U}) {
        common::Room<float> room(count);
        CHECK(reinterpret_cast<std::uintptr_t>(room.data()) % 64 == 0);
        if (count > 0) room.data()[count - 1] = 1.0F;
    }
}

TEST_CASE("singular values put a matrix together again, the largest first")
{
    common::Random random(2);
    for (const std::size_t rows : {0U, 1U, 4U, 6U}) {
        const Matrix A = random.normal_matrix(rows, 4);
        const common::Decomposition svd = common::singular_values(A);
        Matrix US = svd.U;
        for (std::size_t c = 0; c < svd.S.size(); ++c) {
            for (std::size_t i = 0; i < rows; ++i) US(i, c) *= svd.S(c);
            CHECK((c == 0 || svd.S(c) <= svd.S(c - 1)));
            if (rows > 0) CHECK(xt::amax(common::column_of(svd.U, c))() > 0.0);
        }
        CHECK(difference(common::product_transposed(US, svd.V), A) < 1e-13);
    }
}
