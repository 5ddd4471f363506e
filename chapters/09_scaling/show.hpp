/// \file
/// Chapter 9: what the program prints and draws; nothing to learn here.
#pragma once

#include "09_scaling/competing_keys.hpp"
#include "09_scaling/gradient_lengths.hpp"
#include "09_scaling/saturation.hpp"
#include "09_scaling/scale_sweep.hpp"
#include "09_scaling/vehicles.hpp"

#include "01_similarity/similarity.hpp"
#include "07_attention/attention.hpp"
#include "07_attention/car.hpp"
#include "common/print.hpp"
#include "common/svg.hpp"
#include "common/tensor.hpp"

#include <fmt/core.h>

#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

namespace attention::show
{

using common::number;
using scale_sweep::divisor_names;
using scale_sweep::sizes;

/// How much raw scores vary, and divided ones.
inline void growth(const std::vector<Matrix>& scores)
{
    common::heading("How large random q . k grow, and their variance once they are divided");
    common::Table table({"d_k", "standard deviation", "variance", "divided by sqrt(d_k)", "divided by d_k"});
    for (std::size_t s = 0; s < sizes.size(); ++s) {
        const double variance = score_variance(scores[s]);
        const auto d = static_cast<double>(sizes[s]);
        table.add_row({std::to_string(sizes[s]), number(std::sqrt(variance), 3), number(variance, 3),
                       number(score_variance(scores[s] / std::sqrt(d)), 3), number(score_variance(scores[s] / d), 3)});
    }
    table.print();
}

/// How sharp softmax is over random scores.
inline void sharpness(const scale_sweep::Saturations& measured)
{
    common::heading("What softmax makes of 64 of them: effective keys of 64, and the largest weight");
    common::Table table({"d_k", "undivided: keys", "largest", "by root: keys", "largest", "by d_k: keys", "largest"});
    for (std::size_t s = 0; s < sizes.size(); ++s) {
        std::vector<std::string> row = {std::to_string(sizes[s])};
        for (std::size_t c = 0; c < 3; ++c) {
            row.push_back(number(std::exp(measured[c][s].entropy), 1));
            row.push_back(number(measured[c][s].largest_weight, 3));
        }
        table.add_row(row);
    }
    table.print();
}

/// What comes through softmax of a push on two keys.
inline void competing()
{
    common::heading("What comes through softmax of g = [1, -1, 0, ...]");
    common::Table table({"weights", "J g, first two", "length of J g"});
    const auto add = [&](const std::string& name, const Vector& weights) {
        const Vector found = push_on_two(weights);
        table.add_row({name, common::numbers({found(0), found(1)}, 3), number(norm(found), 3)});
    };
    add("64 equal weights", evenly(64));
    add("4 equal weights", evenly(4));
    add("2 equal weights", evenly(2));
    add("0.99 and 0.01", {0.99, 0.01});
    add("one key has it all", evenly(1));
    table.print();
}

/// The heart of the chapter: one gradient at three places.
inline void gradients(const scale_sweep::Lengths& lengths)
{
    common::heading("How long a gradient is on its way back; medians over 640 queries, 64 keys");
    common::Table table({"divided by", "d_k", "at the weights", "at softmax's input", "at q . k", "at q"});
    const GradientLengths& short_vectors = lengths[0][0];  // d_k = 1: nothing is divided by 1, and the root of 1 is 1
    table.add_row({"any", "1", number(short_vectors.at_weights, 2), number(short_vectors.at_softmax, 5),
                   number(short_vectors.at_scores, 5), number(short_vectors.at_query, 5)});
    for (std::size_t c = 0; c < 3; ++c) {
        for (const std::size_t s : {1U, 3U, 4U, 5U}) {  // d_k = 4, 64, 256, 1024
            const GradientLengths& found = lengths[c][s];
            table.add_row({divisor_names[c], std::to_string(sizes[s]), number(found.at_weights, 2),
                           number(found.at_softmax, 5), number(found.at_scores, 5), number(found.at_query, 5)});
        }
    }
    table.print();
}

/// How many queries hardly get any gradient at the largest size.
inline void vanished(const scale_sweep::Saturations& measured)
{
    fmt::print("  2000 other queries, d_k = {}: share with less than 0.001 at softmax's input\n", sizes.back());
    for (std::size_t c = 0; c < 3; ++c)
        fmt::print("  {}{} {}", c == 0 ? "" : "  ", divisor_names[c], number(measured[c].back().vanished, 3));
    fmt::print("\n");
}

/// Features between 0 and 1 do not have variance 1.
inline void car()
{
    common::heading("Is this a car? d_k = 8, features between 0 and 1");
    common::Table table({"seen", divisor_names[0], divisor_names[1], divisor_names[2]});
    for (std::size_t i = 0; i < car::observed.size(); ++i) {
        std::vector<std::string> row = {car::observed[i]};
        for (const double divisor : scale_sweep::divisors(8)) {
            const Matrix Q = car::features_of_each / divisor;  // (4, 8)
            const Matrix output = dot_product_attention(Q, car::related, car::speaks_for_a_car).output;
            row.push_back(number(output(i, 0), 3));
        }
        table.add_row(row);
    }
    table.add_row({"mean of V", number(xt::mean(car::speaks_for_a_car)(), 3), "", ""});
    table.print();
}

/// A power of 4 the way you would write it: 4, 1, 1/4, 1/16.
inline std::string power_of_four(int power)
{
    const int size = 1 << (2 * std::abs(power));
    return power >= 0 ? std::to_string(size) : fmt::format("1/{}", size);
}

/// One panel of the picture: a length against d_k, compared with d_k = 1, both axes in powers of 4.
struct Panel {
    double top = 0;       ///< of its frame
    std::string title{};  ///< above it
    double GradientLengths::* what = nullptr;

    static constexpr double left = 64;
    static constexpr double width = 312;
    static constexpr double height = 200;
    static constexpr int highest = 2;  ///< the power of 4 at the top
    static constexpr int lowest = -6;  ///< and at the bottom

    static double x(double d_k) { return left + width * std::log2(d_k) / 10.0; }
    double y(double ratio) const { return top + height * (highest - std::log2(ratio) / 2.0) / (highest - lowest); }
};

/// The grid of a panel, with the sizes below it and the ratios to its left.
inline void draw_grid(common::Svg& svg, const Panel& panel)
{
    svg.text(Panel::left, panel.top - 16, panel.title, "ink strong");
    for (const std::size_t size : sizes) {
        const double x = Panel::x(static_cast<double>(size));
        svg.line(x, panel.top, x, panel.top + Panel::height, "grid", 0.8);
        svg.text(x, panel.top + Panel::height + 20, std::to_string(size), "muted", common::Anchor::middle, 12);
    }
    svg.text(Panel::left + Panel::width / 2, panel.top + Panel::height + 42, "d_k", "muted", common::Anchor::middle);
    for (int power = Panel::lowest; power <= Panel::highest; ++power) {
        const double y = panel.y(std::pow(4.0, power));
        svg.line(Panel::left, y, Panel::left + Panel::width, y, power == 0 ? "muted" : "grid", power == 0 ? 1.2 : 0.8);
        svg.text(Panel::left - 8, y + 4, power_of_four(power), "muted", common::Anchor::end, 12);
    }
}

/// The three curves of a panel.
inline void draw_curves(common::Svg& svg, const Panel& panel, const scale_sweep::Lengths& lengths)
{
    for (std::size_t c = 0; c < 3; ++c) {
        const std::string kind = fmt::format("series-{}", c + 1);
        std::string points;
        for (std::size_t s = 0; s < sizes.size(); ++s) {
            const double ratio = lengths[c][s].*panel.what / (lengths[c][0].*panel.what);
            const double x = Panel::x(static_cast<double>(sizes[s]));
            points += common::coordinate(x) + "," + common::coordinate(panel.y(ratio)) + " ";
            svg.circle(x, panel.y(ratio), 3.5, kind);
        }
        svg.polyline(points, kind, c);
    }
}

/// The gradient at both ends of its way, against d_k, for three divisors.
inline std::string picture(const scale_sweep::Lengths& lengths)
{
    const Panel at_softmax{.top = 98, .title = "at softmax's input", .what = &GradientLengths::at_softmax};
    const Panel at_query{.top = 388, .title = "at the query", .what = &GradientLengths::at_query};
    common::Svg svg(
        400, 728, "How long the gradient is, compared with d_k = 1",
        "Two panels, length against d_k, all axes in powers of 4. At softmax's input the root and d_k are nearly level, but "
        "undivided rises a little and then falls below 1/1024. At the query the root is nearly level from d_k = 4 on, d_k falls "
        "steadily below 1/16, and undivided rises well above 4 and then falls lower than any.");
    svg.paragraph(20, 28, 364, "How long the gradient is, compared with d_k = 1 (medians; both axes in powers of 4)",
                  "ink", 15);
    for (const Panel& panel : {at_softmax, at_query}) {
        draw_grid(svg, panel);
        draw_curves(svg, panel, lengths);
    }
    for (std::size_t c = 0; c < 3; ++c) {
        const double y = at_query.top + Panel::height + 70 + 24 * static_cast<double>(c);
        const std::string kind = fmt::format("series-{}", c + 1);
        svg.polyline(fmt::format("64,{} 92,{}", y, y), kind, c);
        svg.text(100, y + 4, "divided by " + divisor_names[c]);
    }
    return svg.document();
}

}  // namespace attention::show
