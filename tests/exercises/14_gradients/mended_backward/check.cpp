#include "tests/exercises/14_gradients/mended_backward/task.hpp"

#include "12_masks/masked_attention.hpp"
#include "14_gradients/attention_backward.hpp"

#include "common/blas.hpp"
#include "common/random.hpp"
#include "tests/exercises/check.hpp"

#include <cmath>
#include <cstddef>
#include <string>

using namespace attention;

namespace
{

const Matrix Q = {{1, 0, 2, -1, 1}, {0, 1, -1, 2, 0}};
const Matrix K = {{1, 1, 0, 0, 2}, {0, 2, 1, -1, 0}, {2, -1, 0, 1, -1}};
const Matrix V = {{1, 0.5, 0, 0.7}, {-0.2, 0.3, 0.5, -1}, {0.4, 1, -0.3, 0.2}};
const Matrix dO = {{0.5, -1, 0.2, 0.1}, {1, 0.3, -0.4, 0.6}};

check::Value parts_of(const AttentionGradients& d)
{
    return check::Value::together({{"dV", d.dV}, {"dQ", d.dQ}, {"dK", d.dK}});
}

struct Slips {
    double mean_factor = 1.0;  // on A in the mean; 0 for a plain mean
    bool plain_mean = false;   // of dA, not by the weights
    double scale_Q = 1.0;      // times the right one
    double scale_K = 1.0;
};

check::Value with(const Slips& slips)
{
    const Matrix A = scaled_dot_product_attention(Q, K, V).weights;
    const Matrix dA = common::product_transposed(dO, V);
    Matrix dS = A;
    for (std::size_t i = 0; i < 2; ++i) {
        double mean = 0.0;
        for (std::size_t j = 0; j < 3; ++j)
            mean += slips.plain_mean ? dA(i, j) / 3 : slips.mean_factor * A(i, j) * dA(i, j);
        for (std::size_t j = 0; j < 3; ++j) dS(i, j) = A(i, j) * (dA(i, j) - mean);
    }
    const double scale = 1.0 / std::sqrt(5.0);
    AttentionGradients d = attention_backward(Q, K, V, A, dO);
    d.dQ = slips.scale_Q * scale * common::product(dS, K);
    d.dK = slips.scale_K * scale * common::product(transposed(dS), Q);
    return parts_of(d);
}

}  // namespace

TEST_CASE("two queries, three keys, every size different")
{
    const Matrix A = scaled_dot_product_attention(Q, K, V).weights;
    const double root = std::sqrt(5.0);
    const std::string mean = "The rows of dS do not sum to 0. The mean of dA is the one by the weights of the query.";
    check::ask(
        {.call = "mended_backward(Q, K, V, A, dO), two queries, three keys",
         .answer = [&] { return parts_of(mended_backward(Q, K, V, A, dO)); },
         .expected = parts_of(attention_backward(Q, K, V, A, dO)),
         .mistakes = {
             {"plain_mean", with({.plain_mean = true}), mean},
             {"no_mean", with({.mean_factor = 0.0}),
              "The mean of dA is missing: a score moves all weights of its row."},
             {"k_unscaled", with({.scale_K = root}),
              "dQ is right, dK is the root of d_k too large: S carries the scale on both ways."},
             {"q_unscaled", with({.scale_Q = root}), "dK is right, dQ is the root of d_k too large."},
             {"both_unscaled", with({.scale_Q = root, .scale_K = root}),
              "dQ and dK are the root of d_k too large: S = Q K^T / sqrt(d_k)."},
             {"divided_by_d_k", with({.scale_Q = 1 / root, .scale_K = 1 / root}),
              "You divided by d_k, not by its root."},
             {"divided_by_d_k", with({.scale_Q = 1 / root, .scale_K = 1.0}), "dQ is divided by d_k, not by its root."},
             {"plain_mean_and_scale", with({.plain_mean = true, .scale_Q = 1 / root, .scale_K = 1 / root}),
              "The mean is still a plain one, and the scale is still wrong."},
             {"mean_and_k", with({.plain_mean = true, .scale_K = root}),
              "The mean is still a plain one, and dK still lacks the scale."},
             {"scale_and_k", with({.scale_Q = 1 / root, .scale_K = root}),
              "The scale still divides by d_k and not by its root, and dK still lacks it."}}});
}

TEST_CASE("a random case under a causal mask")
{
    common::Random random(check::seed());
    const Matrix q = random.normal_matrix(6, 3);
    const Matrix k = random.normal_matrix(6, 3);
    const Matrix v = random.normal_matrix(6, 2);
    const Matrix d = random.normal_matrix(6, 2);
    const Matrix A = scaled_dot_product_attention(q, k, v, causal_mask(6, 6)).weights;
    check::ask({.call = "mended_backward(random Q, K, V, causal A, dO)",
                .answer = [&] { return parts_of(mended_backward(q, k, v, A, d)); },
                .expected = parts_of(attention_backward(q, k, v, A, d)),
                .seed = check::seed()});
}
