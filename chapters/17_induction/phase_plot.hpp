/// \file
/// Chapter 17: the phase change as curves; nothing to learn here.
#pragma once

#include "17_induction/phase_change.hpp"

#include "common/plot.hpp"

#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

namespace attention
{

/// Loss, accuracy and both scores over the steps.
///
/// \param snapshots   of one training, in order
/// \param vocabulary  how many tokens there are: guessing among them all costs the logarithm of that
/// \return            four curves; the loss is a share of what guessing costs
inline common::Plot phase_plot(const std::vector<Snapshot>& snapshots, std::size_t vocabulary)
{
    const std::string guessing = "ln " + std::to_string(vocabulary);
    common::Plot plot{.title = "",
                      .description = "",
                      .x_title = "steps",
                      .y_title = "loss as a share of " + guessing + "; shares of answers, places, weight",
                      .curves = {{"loss / " + guessing, {}, {}},
                                 {"accuracy", {}, {}},
                                 {"layer 1: largest one back", {}, {}},
                                 {"layer 2: induction", {}, {}}}};
    for (const Snapshot& s : snapshots) {
        const std::vector<double> y = {s.result.loss / std::log(static_cast<double>(vocabulary)), s.result.accuracy,
                                       s.first.previous_largest, s.second.induction};
        for (std::size_t c = 0; c < y.size(); ++c) {
            plot.curves[c].x.push_back(s.step);
            plot.curves[c].y.push_back(y[c]);
        }
    }
    return plot;
}

}  // namespace attention
