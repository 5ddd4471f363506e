// Chapter 14: gradients by hand.   dV = A^T dO, dA = dO V^T, dS = A (dA - sum dA A), dQ = dS K / sqrt(d_k), dK = dS^T Q / sqrt(d_k)

#include "14_gradients/attention_backward.hpp"
#include "14_gradients/covariance.hpp"
#include "14_gradients/finite_differences.hpp"
#include "14_gradients/gradient_check.hpp"
#include "14_gradients/hidden_nan.hpp"
#include "14_gradients/inexact_checks.hpp"
#include "14_gradients/layer_backward.hpp"
#include "14_gradients/masked_backward.hpp"
#include "14_gradients/passed_back.hpp"
#include "14_gradients/softmax_backward.hpp"

#include "03_weighted_sum/cat_sat_mat.hpp"
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

AttentionGradients right_way(const RandomCase& c, const Matrix& A)
{
    return masked_attention_backward(c.Q, c.K, c.V, A, c.dO, c.mask);
}

/// Softmax without the mean, dS = A dA: wrong even where a query sees a single key, and dS must be 0.
AttentionGradients without_mean(const RandomCase& c, const Matrix& A)
{
    const Matrix dS = scale_of_scores(c.Q) * Matrix(A * common::product_transposed(c.dO, c.V));
    return {common::product(dS, c.K), common::product(transposed(dS), c.Q), common::product(transposed(A), c.dO)};
}

AttentionGradients nothing(const RandomCase& c, const Matrix&)
{
    return {xt::zeros_like(c.Q), xt::zeros_like(c.K), xt::zeros_like(c.V)};
}

void show_checked()
{
    common::heading("1000 random cases, masks included, against central differences");
    const auto show = [](const char* name, const CaseBackward& back) {
        common::Random random(14);
        fmt::print("  {:<29} right in {:>4} of them\n", name, cases_right(1000, back, random));
    };
    show("the formulas", right_way);
    show("the mean in softmax forgotten", without_mean);
    show("zeros and nothing else", nothing);
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
                const double loss = easy_loss(multi_head_attention(tokens, W, mask).output, dY);
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
        [&](const Matrix& moved) { return easy_loss(multi_head_attention(moved, W, mask).output, dY); }, tokens);
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
    const auto loss = [&](const Matrix& moved) {
        return easy_loss(scaled_dot_product_attention(moved, K, V).output, dO);
    };
    const Matrix tried = central_differences(loss, Q);
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

void show_inexact()
{
    common::heading("Right gradients that a check to 1e-7 calls wrong, of 100");
    const SeemsWrong wrong = seems_wrong(100);
    fmt::print("  small numbers, in double:       {:>3}\n", wrong.exact);
    fmt::print("  the loss rounded to float:      {:>3}\n", wrong.in_float);
    fmt::print("~ queries 100 times as large:     {:>3}\n", wrong.huge);
}

void show_hidden()
{
    common::heading("A NaN in a value that nobody may see: what reaches dQ");
    const BrokenNumbers broken = broken_by_hidden_nan(18);
    fmt::print("  the way forward:        {} of 6 numbers of the output are NaN\n", broken.output);
    fmt::print("  back, products alone:   {} of 12 numbers of dQ are NaN\n", broken.dQ_by_products);
    fmt::print("  back, under the mask:   {} of 12 numbers of dQ are NaN\n", broken.dQ_under_mask);
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
    common::Table table({"scores times", "mean length of dS", "median"});
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
        const PassedBack passed = passed_back(factor * scores, dA);
        table.add_row({number(factor, 2), number(passed.mean, 4), number(passed.median, 4)});
        plot.curves[0].x.push_back(factor);
        plot.curves[0].y.push_back(passed.mean);
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
    show_inexact();
    show_hidden();
    show_covariance();
    draw_saturation(pictures);
}
