#include "tests/exercises/14_gradients/test_the_gradient/task.hpp"

#include "14_gradients/attention_backward.hpp"
#include "14_gradients/softmax_backward.hpp"

#include "common/blas.hpp"
#include "tests/exercises/check.hpp"

#include <cmath>
#include <cstddef>
#include <functional>

using namespace attention;

namespace
{

/// From A and dA to the gradient of the scaled scores, right or wrong.
using BackThroughSoftmax = std::function<Matrix(const Matrix& A, const Matrix& dA)>;

double root_of(std::size_t size) { return std::sqrt(static_cast<double>(size)); }

/// The way back with another way through softmax.
Backward by_way_of(const BackThroughSoftmax& back)
{
    return [=](const Matrix& Q, const Matrix& K, const Matrix& V, const Matrix& A, const Matrix& dO) {
        const Matrix dS = Matrix(back(A, common::product_transposed(dO, V))) / root_of(Q.shape(1));
        return AttentionGradients{common::product(dS, K), common::product(transposed(dS), Q),
                                  common::product(transposed(A), dO)};
    };
}

/// The right way back, and then something is done to what came out.
Backward and_then(const std::function<void(AttentionGradients& d, const Matrix& Q, const Matrix& V)>& change)
{
    return [=](const Matrix& Q, const Matrix& K, const Matrix& V, const Matrix& A, const Matrix& dO) {
        AttentionGradients d = attention_backward(Q, K, V, A, dO);
        change(d, Q, V);
        return d;
    };
}

/// One number after another; sums in another order than a product of matrices.
AttentionGradients by_loops(const Matrix& Q, const Matrix& K, const Matrix& V, const Matrix& A, const Matrix& dO)
{
    AttentionGradients d = {xt::zeros_like(Q), xt::zeros_like(K), xt::zeros_like(V)};
    for (std::size_t i = Q.shape(0); i-- > 0;) {
        for (std::size_t j = K.shape(0); j-- > 0;) {
            double dS = 0.0;
            for (std::size_t c = V.shape(1); c-- > 0;) {
                double output = 0.0;
                for (std::size_t l = 0; l < K.shape(0); ++l) output += A(i, l) * V(l, c);
                dS += A(i, j) * dO(i, c) * (V(j, c) - output) / root_of(Q.shape(1));
                d.dV(j, c) += A(i, j) * dO(i, c);
            }
            for (std::size_t c = 0; c < Q.shape(1); ++c) {
                d.dQ(i, c) += dS * K(j, c);
                d.dK(j, c) += dS * Q(i, c);
            }
        }
    }
    return d;
}

Matrix less_the_plain_mean(const Matrix& A, const Matrix& dA)
{
    Matrix dS = dA;
    for (std::size_t i = 0; i < A.shape(0); ++i)
        set_row(dS, i, Vector(row_of(A, i) * (row_of(dA, i) - xt::mean(row_of(dA, i))())));
    return dS;
}

/// Every row less the mean of the first; right for a single query.
Matrix less_the_first_mean(const Matrix& A, const Matrix& dA)
{
    const double mean = xt::sum(row_of(A, 0) * row_of(dA, 0))();
    return A * (dA - mean);
}

AttentionGradients as_if_of_a_sum(const Matrix& Q, const Matrix& K, const Matrix& V, const Matrix& A, const Matrix& dO)
{
    return attention_backward(Q, K, V, A, xt::ones_like(dO));
}

AttentionGradients nothing(const Matrix& Q, const Matrix& K, const Matrix& V, const Matrix&, const Matrix&)
{
    return {xt::zeros_like(Q), xt::zeros_like(K), xt::zeros_like(V)};
}

}  // namespace

TEST_CASE("written, not called")
{
    check::must_not_call({"attention_backward", "masked_attention_backward", "softmax_backward", "layer_backward",
                          "cases_right", "error_of"});
}

TEST_CASE("tried on two that are right and on nine impostors")
{
    check::ask(check::trial<Backward>(
        "backward_is_right(backward), for one way back after another", backward_is_right,
        {{"is the way back of chapter 14", attention_backward},
         {"does the same with loops, and differs only in the last digits", by_loops}},
        {{"returns nothing but zeros", nothing},
         {"lets each score move only its own weight", by_way_of(softmax_backward_diagonal_only)},
         {"subtracts the plain mean of dA instead of the mean by the weights", by_way_of(less_the_plain_mean)},
         {"forgets the scale in dK",
          and_then([](AttentionGradients& d, const Matrix& Q, const Matrix&) { d.dK *= root_of(Q.shape(1)); })},
         {"has a dV of half the right size, and everything else right",
          and_then([](AttentionGradients& d, const Matrix&, const Matrix&) { d.dV *= 0.5; })},
         {"is right for a single query, and mixes up the rows of several", by_way_of(less_the_first_mean)},
         {"is right as long as dO is all ones", as_if_of_a_sum},
         {"is right as long as d_k and d_v are equal: it scales by the wrong one",
          and_then([](AttentionGradients& d, const Matrix& Q, const Matrix& V) {
              d.dQ *= root_of(Q.shape(1)) / root_of(V.shape(1));
              d.dK *= root_of(Q.shape(1)) / root_of(V.shape(1));
          })},
         {"has a dQ that is off by one part in a hundred",
          and_then([](AttentionGradients& d, const Matrix&, const Matrix&) { d.dQ *= 1.01; })}}));
}
