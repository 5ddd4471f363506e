#include "common/blas.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"

#include "tests/catch.hpp"
#include "tests/near.hpp"

#include <cstddef>
#include <stdexcept>

using common::Matrix;
using common::Vector;
using tests::difference;

namespace
{

Matrix product_by_loops(const Matrix& A, const Matrix& B)
{
    Matrix C = xt::zeros<double>({A.shape(0), B.shape(1)});
    for (std::size_t i = 0; i < A.shape(0); ++i) {
        for (std::size_t j = 0; j < B.shape(1); ++j) {
            for (std::size_t k = 0; k < A.shape(1); ++k) C(i, j) += A(i, k) * B(k, j);
        }
    }
    return C;
}

}  // namespace

TEST_CASE("products through BLAS are what three loops give, whatever the shapes")
{
    common::Random random(1);
    for (std::size_t n : {0U, 1U, 2U, 5U, 17U}) {
        for (std::size_t k : {0U, 1U, 3U, 16U}) {
            for (std::size_t m : {0U, 1U, 4U, 9U}) {
                INFO(n << " " << k << " " << m);
                const Matrix A = random.normal_matrix(n, k);
                const Matrix B = random.normal_matrix(k, m);
                const Matrix B_transposed = xt::transpose(B);
                CHECK(difference(common::product(A, B), product_by_loops(A, B)) < 1e-13);
                CHECK(difference(common::product_transposed(A, B_transposed), product_by_loops(A, B)) < 1e-13);
            }
        }
    }
}

TEST_CASE("a difference passes over no NaN, wherever it stands")
{
    const Matrix A = {{1, 2}, {3, 4}};
    CHECK(difference(A, {{1, 2}, {3, 4}}) == 0.0);
    CHECK(difference(A, {{1, 2.5}, {3, 4}}) == 0.5);
    CHECK(difference(A, Matrix{{1, 2, 3, 4}}) == tests::infinity);
    for (std::size_t i = 0; i < 4; ++i) {
        Matrix broken = A;
        broken.data()[i] = tests::not_a_number;
        CHECK(difference(A, broken) == tests::infinity);
        CHECK(difference(broken, broken) == 0.0);
    }
}

TEST_CASE("a matrix times its own transpose is symmetric and right")
{
    const Matrix A = {{1, 2, 3}, {4, 5, 6}};
    CHECK(difference(common::product_transposed(A, A), Matrix{{14, 32}, {32, 77}}) == 0.0);
}

TEST_CASE("factors that do not fit are refused")
{
    const Matrix A = xt::zeros<double>({2, 3});
    CHECK_THROWS_MATCHES(common::product(A, A), std::invalid_argument,
                         Message("product: A has 3 columns but B has 2 rows; A B needs as many"));
    CHECK_THROWS_AS(common::product_transposed(A, xt::zeros<double>({2, 4})), std::invalid_argument);
}

TEST_CASE("a system of equations is solved, and refused where it cannot be")
{
    CHECK(difference(common::solve({{2, 1}, {1, 3}}, {5, 10}), Vector{1, 3}) < 1e-14);
    CHECK(common::solve(xt::zeros<double>({0, 0}), {}).size() == 0);
    CHECK_THROWS_AS(common::solve({{1, 2}, {2, 4}}, {1, 1}), std::runtime_error);
    CHECK_THROWS_AS(common::solve({{1, 2}}, {1, 1}), std::invalid_argument);
}
