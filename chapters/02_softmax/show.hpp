/// \file
/// What the program of chapter 2 prints and draws; nothing to learn here.
#pragma once

#include "02_softmax/lead.hpp"
#include "02_softmax/softmax.hpp"
#include "02_softmax/why_exp.hpp"

#include "common/bars.hpp"
#include "common/plot.hpp"
#include "common/print.hpp"
#include "common/tensor.hpp"

#include <fmt/core.h>

#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

namespace attention::show
{

/// Print a softmax with all its steps, one line per word.
inline void by_pencil(const std::vector<std::string>& words, const Vector& scores)
{
    const Vector weights = softmax(scores);
    const Vector exps = xt::exp(scores);
    common::Table table({"word", "score", "e^score", "weight"});
    for (std::size_t j = 0; j < words.size(); ++j) {
        table.add_row(
            {words[j], common::number(scores(j), 0), common::number(exps(j), 3), common::number(weights(j), 3)});
    }
    table.add_row({"sum", "", common::number(xt::sum(exps)(), 3), common::number(xt::sum(weights)(), 3)});
    table.print();
}

/// The exponential, with the three scores on it.
inline common::Plot curve_of_exp(const Vector& scores)
{
    common::Curve curve{.name = "e to the score", .x = {}, .y = {}};
    for (int step = -30; step <= 21; ++step) {
        curve.x.push_back(step / 10.0);
        curve.y.push_back(std::exp(step / 10.0));
    }
    const auto point = [&](const std::string& word, std::size_t j) {
        return common::Curve{.name = word, .x = {scores(j)}, .y = {std::exp(scores(j))}, .points_only = true};
    };
    return {.title = "Every step of 1 in the score multiplies by e",
            .description =
                "A curve that is just above 0 on the left and rises ever more steeply to the right, with three "
                "points on it: the at score 0, bank at 1, river at 2.",
            .x_title = "score",
            .y_title = "e to the score",
            .curves = {curve, point("river", 1), point("bank", 2), point("the", 0)}};
}

/// What to say about a flaw.
inline std::string words_for(Flaw flaw)
{
    switch (flaw) {
    case Flaw::not_a_number: return "0 / 0";
    case Flaw::negative: return "a negative weight";
    case Flaw::order_lost: return "order lost";
    case Flaw::none: break;
    }
    return "fine";
}

/// Print the experiment, one line per attempt.
inline void attempts(const std::vector<Attempt>& tried)
{
    common::Table table({"recipe", "scores", "weights", ""});
    for (std::size_t i = 0; i < tried.size(); ++i) {
        const bool is_new = i == 0 || tried[i].recipe != tried[i - 1].recipe;
        table.add_row({is_new ? tried[i].recipe : "", common::numbers(tried[i].scores, 0),
                       common::numbers(tried[i].weights, 3), words_for(tried[i].flaw)});
    }
    table.print();
}

/// Print how all weights move with one score: by the formula, and by trying it.
inline void slopes(const std::vector<std::string>& words, const Vector& scores, std::size_t moved)
{
    constexpr double step = 1e-5;
    const Matrix by_formula = softmax_jacobian(softmax(scores));
    Vector up = scores;
    Vector down = scores;
    up(moved) += step;
    down(moved) -= step;
    const Vector measured = (softmax(up) - softmax(down)) / (2 * step);
    common::Table table({"weight of", "formula", "measured"});
    for (std::size_t i = 0; i < words.size(); ++i) {
        table.add_row({words[i], common::number(by_formula(i, moved), 3), common::number(measured(i), 3)});
    }
    table.print();
}

/// Print the weights at several temperatures; return them drawn.
inline std::string temperatures(const std::vector<std::string>& words, const Vector& scores,
                                const std::vector<double>& temperatures)
{
    common::Table table({"T", words[0], words[1], words[2]});
    std::vector<common::BarPanel> panels;
    for (const double T : temperatures) {
        const Vector weights = softmax(scores / T);
        table.add_row({common::number(T, 3), common::number(weights(0), 3), common::number(weights(1), 3),
                       common::number(weights(2), 3)});
        if (T == 0.5 || T == 1 || T == 2 || T == 100) panels.push_back({fmt::format("T = {}", T), weights});
    }
    table.print();
    return common::bars_svg(
        "The same three scores at four temperatures",
        "Four groups of three bars. At T = 0.5 river's is by far the longest; at T = 100 all three are almost equal.",
        words, panels, 1.0, 3);
}

/// Print where exp leaves the numbers that a `double` and a `float` can hold.
inline void limits_of_exp()
{
    fmt::print("  double: exp(709) = {:.3e}, exp(710) = {}    float: exp(89) = {}\n", std::exp(709.0), std::exp(710.0),
               std::exp(89.0F));
}

/// Print what a lead is worth among more and more words.
inline void crowded(const std::vector<std::size_t>& counts)
{
    common::Table table({"words", "weight with a lead of 2", "lead for a weight of 1/2"});
    for (const std::size_t m : counts) {
        Vector scores = xt::zeros<double>({m});
        scores(0) = 2;
        table.add_row(
            {fmt::format("{}", m), common::number(softmax(scores)(0), 3), common::number(lead_for_half(m), 3)});
    }
    table.print();
}

}  // namespace attention::show
