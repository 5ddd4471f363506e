// Chapter 2: scores become weights.   softmax(s)_i = exp(s_i) / sum_l exp(s_l)

#include "02_softmax/lazy_pitfall.hpp"
#include "02_softmax/softmax.hpp"

#include "common/bars.hpp"
#include "common/pictures.hpp"
#include "common/print.hpp"
#include "common/tensor.hpp"

#include <fmt/core.h>

#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

using namespace attention;
using common::number;

namespace
{

void show_properties(const Vector& scores)
{
    const Vector weights = softmax(scores);
    common::heading("Not negative, and they sum to 1");
    fmt::print("{}", common::bars({"score 2", "score 1", "score 0"}, weights, 1.0, 6));
    fmt::print("  sum {}\n", number(xt::sum(weights)(), 6));
    common::print_vector("softmax([2, 0])", softmax({2, 0}), 6);
    common::print_vector("softmax([-5, 0, 3])", softmax({-5, 0, 3}), 6);

    common::heading("Differences alone count: add 1000 to every score");
    common::print_vector("softmax([1002, 1001, 1000])", softmax({1002, 1001, 1000}), 6);
}

void show_derivatives(const Vector& scores)
{
    common::heading("Differentiable: move the first score a little");
    const Matrix jacobian = softmax_jacobian(softmax(scores));
    constexpr double step = 1e-5;
    const Vector moved_up = softmax({scores(0) + step, scores(1), scores(2)});
    const Vector moved_down = softmax({scores(0) - step, scores(1), scores(2)});
    common::Table table({"weight", "Jacobian", "measured"});
    for (std::size_t i = 0; i < scores.size(); ++i) {
        table.add_row({fmt::format("dA_{} / ds_1", i + 1), number(jacobian(i, 0), 6),
                       number((moved_up(i) - moved_down(i)) / (2 * step), 6)});
    }
    table.print();
}

void show_temperature(const Vector& scores, const common::Pictures& pictures)
{
    common::heading("Temperature: divide the scores by T first");
    common::Table table({"T", "A_1", "A_2", "A_3"});
    std::vector<common::BarPanel> panels;
    for (const double T : {0.5, 1.0, 2.0, 100.0}) {
        const Vector weights = softmax(scores / T);
        table.add_row({number(T, 1), number(weights(0), 6), number(weights(1), 6), number(weights(2), 6)});
        panels.push_back({"T = " + number(T, 1), weights});
    }
    table.print();
    pictures.save("temperature.svg",
                  common::bars_svg("The same three scores at four temperatures",
                                   "Four groups of three bars. At T = 0.5 the first bar is far the longest; at T = 100 "
                                   "all three are equal.",
                                   {"score 2", "score 1", "score 0"}, panels));
}

void show_overflow()
{
    common::heading("Overflow: the formula as it stands, and the stable form");
    const double limit = std::log(std::numeric_limits<double>::max());
    const float float_limit = std::log(std::numeric_limits<float>::max());
    fmt::print("  exp({:.2f}) = {:.3e}    exp({:.2f}) = {}      (double)\n", limit - 0.005, std::exp(709.78), 709.79,
               std::exp(709.79));
    fmt::print("  exp({:.2f})  = {:.3e}     exp({:.2f})  = {}      (float)\n", float_limit, std::exp(88.72F), 88.73,
               std::exp(88.73F));
    fmt::print("  the limits: {:.6f} and {:.6f}\n", limit, float_limit);
    common::print_vector("naive softmax([1000, 1001, 1002]) ", naive_softmax({1000, 1001, 1002}), 6);
    common::print_vector("stable softmax([1000, 1001, 1002])", softmax({1000, 1001, 1002}), 6);
}

void show_edges()
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    common::heading("At the edges");
    common::print_vector("softmax([])", softmax({}));
    common::print_vector("softmax([7])", softmax(Vector({7})));
    common::print_vector("softmax([1, -inf, 1])", softmax({1, -infinity, 1}));
    common::print_vector("softmax([-inf, -inf])", softmax({-infinity, -infinity}));
    common::print_vector("softmax([1, inf])", softmax({1, infinity}));
    common::print_vector("softmax([1e308, -1e308])", softmax({1e308, -1e308}));
}

void show_pitfall()
{
    const Matrix scores = {{1, 2, 3}, {4, 5, 6}};
    common::heading("A matrix, row by row; and the pitfall");
    common::print_matrix("scores", scores, {.decimals = 0});
    common::print_matrix("softmax_rows(scores)", softmax_rows(scores), {.decimals = 6});
    common::print_matrix("exp(s - row_max), the maximum named: right", exps_with_named_maximum(scores));
    const Matrix wrong = exps_with_lazy_maximum(scores);
    fmt::print("  exp(s - amax(s, {{1}}, keep_dims)), in one expression: wrong\n");
    for (std::size_t i = 0; i < 2; ++i) {
        fmt::print("~   {:>8.4f}  {:>8.4f}  {:>8.4f}\n", wrong(i, 0), wrong(i, 1), wrong(i, 2));
    }
}

}  // namespace

int main(int argc, char** argv)
{
    const common::Pictures pictures(argc, argv);
    const Vector scores = {2, 1, 0};
    show_properties(scores);
    show_derivatives(scores);
    show_temperature(scores, pictures);
    show_overflow();
    show_edges();
    show_pitfall();
}
