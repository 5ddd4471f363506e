/// \file
/// The picture of a loss and of the straight lines that gradients promise; nothing to learn here.
#pragma once

#include "14_gradients/nudged.hpp"

#include "common/plot.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace attention
{

/// A gradient and what to call it.
using NamedSlope = std::pair<std::string, double>;

/// The loss against what is added to a number, and a straight line for each gradient that somebody claims it has.
///
/// \param c       queries, keys, values, and how the loss changes with the output
/// \param nudged  the number
/// \param slopes  the claims
/// \return        a curve and as many lines
inline common::Plot slope_plot(const RandomCase& c, const Nudged& nudged, const std::vector<NamedSlope>& slopes)
{
    common::Plot plot{.title = "One number is nudged: what the loss does, and what a gradient says",
                      .description = "",
                      .x_title = "what is added to the number",
                      .y_title = "how much the loss grows",
                      .curves = {{"the loss", {}, {}, false, "accent"}}};
    for (const auto& [name, slope] : slopes) plot.curves.push_back({name, {}, {}});
    for (int tenth = -20; tenth <= 20; ++tenth) {
        const double by = tenth / 10.0;
        for (common::Curve& curve : plot.curves) curve.x.push_back(by);
        plot.curves[0].y.push_back(growth_with(c, nudged, by));
        for (std::size_t s = 0; s < slopes.size(); ++s) plot.curves[s + 1].y.push_back(slopes[s].second * by);
    }
    return plot;
}

}  // namespace attention
