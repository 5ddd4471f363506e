#include "14_gradients/attention_backward.hpp"
#include "14_gradients/covariance.hpp"
#include "14_gradients/finite_differences.hpp"
#include "14_gradients/layer_backward.hpp"
#include "14_gradients/softmax_backward.hpp"

#include "12_masks/masked_attention.hpp"

#include "common/blas.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"
#include "tests/catch.hpp"
#include "tests/near.hpp"

#include <cmath>
#include <cstddef>

using namespace attention;
using tests::difference;

namespace
{

double loss_of(const Matrix& output, const Matrix& dO) { return xt::sum(Matrix(output * dO))(); }

BoolMatrix random_mask(common::Random& random, std::size_t n, std::size_t m)
{
    BoolMatrix mask = xt::ones<bool>({n, m});
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < m; ++j) mask(i, j) = random.below(4) != 0;
    }
    return mask;
}

/// Where nothing but rounding is left of a difference quotient, both must be as good as 0.
void check_gradient(const Matrix& given, const Matrix& tried)
{
    if (xt::amax(xt::abs(tried))() < 1e-6)
        CHECK(difference(given, tried) < 1e-6);
    else
        CHECK(relative_error(given, tried) < 1e-7);
}

}  // namespace

TEST_CASE("softmax backward by hand: weights 1/2, 1/4, 1/4")
{
    const Matrix A = {{0.5, 0.25, 0.25}};
    CHECK(difference(softmax_backward(A, {{4, 0, 8}}), Matrix{{0, -1, 1}}) < 1e-15);
    CHECK(difference(softmax_backward(A, {{3, 3, 3}}), Matrix{{0, 0, 0}}) < 1e-15);
}

TEST_CASE("softmax backward is chapter 2's Jacobian, row by row")
{
    common::Random random(1);
    const Matrix A = softmax_rows(random.normal_matrix(4, 6));
    const Matrix dA = random.normal_matrix(4, 6);
    const Matrix dS = softmax_backward(A, dA);
    for (std::size_t i = 0; i < 4; ++i) {
        const Matrix J = softmax_jacobian(row_of(A, i));
        for (std::size_t l = 0; l < 6; ++l) {
            double expected = 0.0;
            for (std::size_t j = 0; j < 6; ++j) expected += dA(i, j) * J(j, l);
            CHECK_THAT(dS(i, l), WithinAbs(expected, 1e-15));
        }
    }
}

TEST_CASE("each row of dS sums to 0, and without the sum in the formula it does not")
{
    common::Random random(2);
    const Matrix A = softmax_rows(3.0 * random.normal_matrix(20, 7));
    const Matrix dA = random.normal_matrix(20, 7);
    const Matrix dS = softmax_backward(A, dA);
    const Matrix wrong = softmax_backward_diagonal_only(A, dA);
    for (std::size_t i = 0; i < 20; ++i) {
        CHECK(std::abs(xt::sum(row_of(dS, i))()) < 1e-15);
        CHECK(std::abs(xt::sum(row_of(wrong, i))()) > 1e-4);
    }
}

TEST_CASE("dQ, dK and dV agree with central differences in 1000 random cases, masks included")
{
    common::Random random(3);
    for (int run = 0; run < 1000; ++run) {
        const std::size_t n = 1 + random.below(5);
        const std::size_t m = 1 + random.below(5);
        const std::size_t d_k = 1 + random.below(5);
        const Matrix Q = random.normal_matrix(n, d_k);
        const Matrix K = random.normal_matrix(m, d_k);
        const Matrix V = random.normal_matrix(m, 1 + random.below(5));
        const Matrix dO = random.normal_matrix(n, V.shape(1));
        const BoolMatrix mask = random_mask(random, n, m);
        const Matrix A = scaled_dot_product_attention(Q, K, V, mask).weights;
        const AttentionGradients d = attention_backward(Q, K, V, A, dO);
        const auto loss = [&](const Matrix& q, const Matrix& k, const Matrix& v) {
            return loss_of(scaled_dot_product_attention(q, k, v, mask).output, dO);
        };
        check_gradient(d.dQ, central_differences([&](const Matrix& q) { return loss(q, K, V); }, Q));
        check_gradient(d.dK, central_differences([&](const Matrix& k) { return loss(Q, k, V); }, K));
        check_gradient(d.dV, central_differences([&](const Matrix& v) { return loss(Q, K, v); }, V));
    }
}

TEST_CASE("what is hidden gets no gradient at all")
{
    common::Random random(4);
    const Matrix Q = random.normal_matrix(3, 2);
    const Matrix K = random.normal_matrix(4, 2);
    const Matrix V = random.normal_matrix(4, 2);
    const BoolMatrix mask = padding_mask(3, {true, false, true, false});
    const Matrix A = scaled_dot_product_attention(Q, K, V, mask).weights;
    const AttentionGradients d = attention_backward(Q, K, V, A, random.normal_matrix(3, 2));
    for (const std::size_t j : {1U, 3U}) {
        for (std::size_t c = 0; c < 2; ++c) {
            CHECK(d.dK(j, c) == 0.0);
            CHECK(d.dV(j, c) == 0.0);
        }
    }
    CHECK(std::abs(d.dK(0, 0)) > 1e-6);
}

TEST_CASE("every gradient of a layer of heads agrees with central differences")
{
    common::Random random(5);
    for (const bool causal : {false, true}) {
        const Matrix X = 0.5 * random.normal_matrix(4, 5);  // large scores bend so much that differences miss it
        const Matrix dY = random.normal_matrix(4, 5);
        const BoolMatrix mask = causal ? causal_mask(4, 4) : BoolMatrix(xt::ones<bool>({4, 4}));
        MultiHead W;
        for (const std::size_t d_v : {2U, 3U}) {
            W.heads.push_back({random.normal_matrix(5, 3), random.normal_matrix(5, 3), random.normal_matrix(5, d_v)});
        }
        W.W_O = random.normal_matrix(5, 5);
        const LayerGradients d = layer_backward(X, W, mask, dY);
        const auto check_one = [&](const Matrix& given, Matrix& place) {
            const Matrix at = place;
            const auto loss = [&](const Matrix& moved) {
                place = moved;
                return loss_of(multi_head_attention(X, W, mask).output, dY);
            };
            const Matrix tried = central_differences(loss, at);
            place = at;
            check_gradient(given, tried);
        };
        for (std::size_t h = 0; h < 2; ++h) {
            check_one(d.heads[h].W_Q, W.heads[h].W_Q);
            check_one(d.heads[h].W_K, W.heads[h].W_K);
            check_one(d.heads[h].W_V, W.heads[h].W_V);
        }
        check_one(d.dW_O, W.W_O);
        check_gradient(d.dX,
                       central_differences(
                           [&](const Matrix& x) { return loss_of(multi_head_attention(x, W, mask).output, dY); }, X));
    }
}

TEST_CASE("the planted mistakes are caught: no sum in softmax, no scale")
{
    common::Random random(6);
    const Matrix Q = random.normal_matrix(4, 7);
    const Matrix K = random.normal_matrix(5, 7);
    const Matrix V = random.normal_matrix(5, 3);
    const Matrix dO = random.normal_matrix(4, 3);
    const Matrix A = scaled_dot_product_attention(Q, K, V).weights;
    const Matrix dA = common::product_transposed(dO, V);
    const Matrix tried = central_differences(
        [&](const Matrix& q) { return loss_of(scaled_dot_product_attention(q, K, V).output, dO); }, Q);
    const Matrix diagonal = common::product(softmax_backward_diagonal_only(A, dA), K) / std::sqrt(7.0);
    const Matrix unscaled = common::product(softmax_backward(A, dA), K);
    CHECK(relative_error(diagonal, tried) > 0.05);
    for (std::size_t i = 0; i < tried.size(); ++i)
        CHECK_THAT(unscaled.data()[i] / tried.data()[i], WithinAbs(std::sqrt(7.0), 1e-6));
}

TEST_CASE("the output changes with its query as values and keys vary together")
{
    common::Random random(7);
    const Matrix K = random.normal_matrix(6, 3);
    const Matrix V = random.normal_matrix(6, 4);
    const Matrix q = random.normal_matrix(1, 3);
    const Matrix weights = scaled_dot_product_attention(q, K, V).weights;
    const Matrix covariance = weighted_covariance(row_of(weights, 0), K, V) / std::sqrt(3.0);
    for (std::size_t r = 0; r < 4; ++r) {
        const Matrix tried = central_differences(
            [&](const Matrix& moved) { return scaled_dot_product_attention(moved, K, V).output(0, r); }, q);
        CHECK(difference(row_of(covariance, r), row_of(tried, 0)) < 1e-9);
    }
    Matrix alike = V;
    for (std::size_t j = 0; j < 6; ++j) set_row(alike, j, row_of(V, 0));
    CHECK(xt::amax(xt::abs(weighted_covariance(row_of(weights, 0), K, alike)))() < 1e-15);
}

TEST_CASE("central differences and relative errors are what they say")
{
    const auto cube = [](const Matrix& x) { return x(0, 0) * x(0, 0) * x(0, 0) + 2 * x(0, 1); };
    CHECK(difference(central_differences(cube, {{3, 5}}), Matrix{{27, 2}}) < 1e-8);
    CHECK(relative_error({{3, 4}}, {{3, 4}}) == 0.0);
    CHECK(relative_error({{1, 0}}, {{-1, 0}}) == 1.0);
    CHECK(relative_error({{0, 0}}, {{0, 0}}) == 0.0);
}

TEST_CASE("wrong shapes are refused in words")
{
    const Matrix A = xt::zeros<double>({2, 3});
    const Matrix B = xt::zeros<double>({2, 4});
    CHECK_THROWS_WITH(softmax_backward(A, B),
                      "softmax_backward: A is (2, 3) but dA is (2, 4); they need the same shape");
    CHECK_THROWS_WITH(attention_backward(A, A, A, A, A),
                      "attention_backward: A is (2, 3) but there are 2 queries and 2 keys");
    const Matrix weights = xt::zeros<double>({2, 2});
    CHECK_THROWS_WITH(attention_backward(A, A, A, weights, B),
                      "attention_backward: dO is (2, 4) but the output is (2, 3)");
    CHECK_THROWS_WITH(weighted_covariance({1, 0}, xt::zeros<double>({3, 1}), xt::zeros<double>({2, 1})),
                      "weighted_covariance: there are 2 weights, 3 keys and 2 values; all need the same number");
}
