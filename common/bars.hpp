/// \file
/// Bars: one number a line, as long as it is large.
#pragma once

#include "common/tensor.hpp"

#include <string>
#include <vector>

namespace common
{

/// Weights or other non-negative numbers as bars, in proportion: twice the number, twice the length.
///
///     cat   ████████████████████  0.70
///     sat   ▌                     0.02
///
/// \param labels    one per number
/// \param values    shape (labels.size()), each at least 0 or NaN (which gets no bar)
/// \param full      the number that gets a bar of full length
/// \param decimals  of the number after the bar
/// \return lines, each with its end, indented by two spaces
/// \throws std::invalid_argument  unless there is a label for each number
std::string bars(const std::vector<std::string>& labels, const Vector& values, double full = 1.0, int decimals = 4);

/// One panel of a picture of bars.
struct BarPanel {
    std::string title;  ///< above the bars
    Vector values;      ///< shape (number of labels)
};

/// Panels of bars, two side by side, over the same labels, as SVG: how one distribution becomes another.
/// \throws std::invalid_argument  unless each panel has a number for each label
std::string bars_svg(const std::string& title, const std::string& description, const std::vector<std::string>& labels,
                     const std::vector<BarPanel>& panels, double full = 1.0, int decimals = 4);

}  // namespace common
