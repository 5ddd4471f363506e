// Chapter 14: gradients by hand.   dV = A^T dO, dA = dO V^T, dS = A (dA - sum dA A), dQ = dS K / sqrt(d_k), dK = dS^T Q / sqrt(d_k)

#include "14_gradients/attention_backward.hpp"
#include "14_gradients/covariance.hpp"
#include "14_gradients/finite_differences.hpp"
#include "14_gradients/layer_backward.hpp"
#include "14_gradients/softmax_backward.hpp"

#include "03_weighted_sum/cat_sat_mat.hpp"
#include "07_attention/attention.hpp"
#include "12_masks/masked_attention.hpp"
#include "common/blas.hpp"
#include "common/pictures.hpp"
#include "common/plot.hpp"
#include "common/print.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"

#include <fmt/core.h>

#include <cmath>
#include <cstddef>
#include <string>

using namespace attention;
using cat_sat_mat::X;
using common::number;
using common::numbers;

namespace
{

/// A loss that is easy: the sum of all outputs, each times a number of its own. Its gradient is these numbers.
double loss_of(const Matrix& output, const Matrix& dO) { return xt::sum(Matrix(output * dO))(); }

void show_softmax()
{
    common::heading("Back through softmax: the row of \"cat\", dA = [1, 0, 0]");
    const Matrix A = softmax_rows(Matrix{{1, 0, 1}});
    const Matrix dA = {{1, 0, 0}};
    const Vector right = row_of(softmax_backward(A, dA), 0);
    const Vector wrong = row_of(softmax_backward_diagonal_only(A, dA), 0);
    const auto first_weight = [](const Matrix& S) { return softmax_rows(S)(0, 0); };
    const Vector tried = row_of(central_differences(first_weight, Matrix{{1, 0, 1}}), 0);
    fmt::print("  weights               {}\n", numbers(row_of(A, 0), 6));
    fmt::print("  dS                    {}  sum {}\n", numbers(right, 6), number(xt::sum(right)(), 6));
    fmt::print("  by trying             {}\n", numbers(tried, 6));
    fmt::print("  the diagonal only     {}  sum {}\n", numbers(wrong, 6), number(xt::sum(wrong)(), 6));
}

struct Case {
    Matrix Q, K, V, dO;
    BoolMatrix mask;
};

Case random_case(common::Random& random)
{
    const std::size_t n = 1 + random.below(6);
    const std::size_t m = 1 + random.below(6);
    const std::size_t d_k = 1 + random.below(6);
    const std::size_t d_v = 1 + random.below(6);
    BoolMatrix mask = xt::ones<bool>({n, m});
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < m; ++j) mask(i, j) = random.below(4) != 0;
    }
    return {random.normal_matrix(n, d_k), random.normal_matrix(m, d_k), random.normal_matrix(m, d_v),
            random.normal_matrix(n, d_v), mask};
}

/// The largest relative error of dQ, dK and dV.
double error_of(const Case& c)
{
    const Attention forward = scaled_dot_product_attention(c.Q, c.K, c.V, c.mask);
    const AttentionGradients d = attention_backward(c.Q, c.K, c.V, forward.weights, c.dO);
    const auto loss = [&](const Matrix& Q, const Matrix& K, const Matrix& V) {
        return loss_of(scaled_dot_product_attention(Q, K, V, c.mask).output, c.dO);
    };
    const Matrix dQ = central_differences([&](const Matrix& Q) { return loss(Q, c.K, c.V); }, c.Q);
    const Matrix dK = central_differences([&](const Matrix& K) { return loss(c.Q, K, c.V); }, c.K);
    const Matrix dV = central_differences([&](const Matrix& V) { return loss(c.Q, c.K, V); }, c.V);
    // Where a gradient is as good as 0, only rounding is left of its difference quotient.
    const auto error = [](const Matrix& a, const Matrix& b) {
        return xt::amax(xt::abs(b))() < 1e-6 ? 0.0 : relative_error(a, b);
    };
    return std::fmax(error(d.dQ, dQ), std::fmax(error(d.dK, dK), error(d.dV, dV)));
}

void show_checked()
{
    common::heading("1000 random cases, masks included, against central differences");
    common::Random random(14);
    int good = 0;
    for (int run = 0; run < 1000; ++run) good += error_of(random_case(random)) < 1e-7 ? 1 : 0;
    fmt::print("  relative error below 1e-7 in {} of them\n", good);
}

void show_layer()
{
    common::heading("A layer of two heads, causal: every gradient, checked");
    common::Random random(15);
    const Matrix tokens = random.normal_matrix(5, 6);
    const Matrix dY = random.normal_matrix(5, 6);
    const BoolMatrix mask = causal_mask(5, 5);
    MultiHead W;
    for (int h = 0; h < 2; ++h)
        W.heads.push_back({random.normal_matrix(6, 3), random.normal_matrix(6, 3), random.normal_matrix(6, 2)});
    W.W_O = random.normal_matrix(4, 6);
    const LayerGradients d = layer_backward(tokens, W, mask, dY);
    common::Table table({"gradient of", "shape", "relative error"});
    const auto add = [&](const std::string& name, const Matrix& given, Matrix& place) {
        const Matrix at = place;
        const Matrix tried = central_differences(
            [&](const Matrix& moved) {
                place = moved;
                const double loss = loss_of(multi_head_attention(tokens, W, mask).output, dY);
                place = at;
                return loss;
            },
            at);
        table.add_row({name, fmt::format("({}, {})", at.shape(0), at.shape(1)),
                       relative_error(given, tried) < 1e-8 ? "below 1e-8" : "larger"});
    };
    add("W_Q of head 1", d.heads[0].W_Q, W.heads[0].W_Q);
    add("W_K of head 1", d.heads[0].W_K, W.heads[0].W_K);
    add("W_V of head 2", d.heads[1].W_V, W.heads[1].W_V);
    add("W_O", d.dW_O, W.W_O);
    table.print();
    const Matrix tried = central_differences(
        [&](const Matrix& moved) { return loss_of(multi_head_attention(moved, W, mask).output, dY); }, tokens);
    fmt::print("  and of the tokens themselves, by all their ways: {}\n",
               relative_error(d.dX, tried) < 1e-8 ? "below 1e-8" : "larger");
}

void show_mistakes()
{
    common::heading("Two mistakes, and how the check sees them");
    common::Random random(16);
    const Matrix Q = random.normal_matrix(4, 5);
    const Matrix K = random.normal_matrix(6, 5);
    const Matrix V = random.normal_matrix(6, 3);
    const Matrix dO = random.normal_matrix(4, 3);
    const Matrix A = scaled_dot_product_attention(Q, K, V).weights;
    const Matrix dA = common::product_transposed(dO, V);
    const Matrix tried = central_differences(
        [&](const Matrix& moved) { return loss_of(scaled_dot_product_attention(moved, K, V).output, dO); }, Q);
    const double scale = 1.0 / std::sqrt(5.0);
    const Matrix right = scale * common::product(softmax_backward(A, dA), K);
    const Matrix unscaled = common::product(softmax_backward(A, dA), K);
    const Matrix diagonal = scale * common::product(softmax_backward_diagonal_only(A, dA), K);
    fmt::print("  as it should be:        relative error {}\n",
               relative_error(right, tried) < 1e-8 ? "below 1e-8" : "larger");
    fmt::print("  the diagonal only:      relative error {}\n", number(relative_error(diagonal, tried), 2));
    fmt::print("  1 / sqrt(d_k) forgotten: every cell {} times too large, the root of 5\n",
               number(unscaled(0, 0) / tried(0, 0), 4));
}

void show_covariance()
{
    common::heading("How the output of \"mat\" changes with its query: a covariance");
    const Vector q = row_of(X, 2);
    const Vector weights = softmax(Vector(score_row(q, X) / std::sqrt(2.0)));
    const Matrix covariance = weighted_covariance(weights, X, X) / std::sqrt(2.0);
    common::print_matrix("cov(v, k) / sqrt(2)", covariance, {.decimals = 6});
    Matrix tried = xt::zeros<double>({2, 2});
    for (std::size_t r = 0; r < 2; ++r) {
        const auto output = [&](const Matrix& moved) { return scaled_dot_product_attention(moved, X, X).output(0, r); };
        set_row(tried, r, row_of(central_differences(output, Matrix{{1, 1}}), 0));
    }
    common::print_matrix("by trying", tried, {.decimals = 6});
}

void draw_saturation(const common::Pictures& pictures)
{
    common::heading("Peaked weights let nothing through");
    common::Random random(17);
    const Matrix scores = random.normal_matrix(200, 16);
    const Matrix dA = random.normal_matrix(200, 16);
    common::Table table({"scores times", "mean length of dS"});
    common::Plot plot{.title = "What softmax passes back",
                      .description =
                          "The mean length of a row of dS against the size of the scores, both axes logarithmic. It "
                          "rises a little, then falls without end.",
                      .x_title = "scores times",
                      .y_title = "mean length of dS",
                      .curves = {{"16 keys", {}, {}}},
                      .log_x = true,
                      .log_y = true};
    for (const double factor : {0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0}) {
        const Matrix A = softmax_rows(Matrix(factor * scores));
        const Matrix dS = softmax_backward(A, dA);
        double total = 0.0;
        for (std::size_t i = 0; i < 200; ++i) total += std::sqrt(xt::sum(Vector(row_of(dS, i) * row_of(dS, i)))());
        table.add_row({number(factor, 2), number(total / 200, 4)});
        plot.curves[0].x.push_back(factor);
        plot.curves[0].y.push_back(total / 200);
    }
    table.print();
    pictures.save("saturation.svg", plot.svg());
}

}  // namespace

int main(int argc, char** argv)
{
    const common::Pictures pictures(argc, argv);
    show_softmax();
    show_checked();
    show_layer();
    show_mistakes();
    show_covariance();
    draw_saturation(pictures);
}
