/// \file
/// Chapter 24: times against the length of the text. How does a curve grow, and where do two of them cross?
#pragma once

#include "common/timing.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace attention
{

/// How long something takes over texts of several lengths.
struct TimeCurve {
    std::string name;             ///< for a table
    std::vector<double> n;        ///< tokens, rising
    std::vector<double> seconds;  ///< as many
};

/// How the time grows: the exponent of chapter 11, fitted to long texts.
///
/// \param curve  with at least three lengths from `from` on
/// \param from   the shortest that counts
/// \throws std::invalid_argument  where there are fewer than three
inline common::PowerLaw grows_as(const TimeCurve& curve, double from = 1000)
{
    std::vector<double> n;
    std::vector<double> seconds;
    for (std::size_t i = 0; i < curve.n.size(); ++i) {
        if (curve.n[i] < from) continue;
        n.push_back(curve.n[i]);
        seconds.push_back(curve.seconds[i]);
    }
    return common::fit_power_law(n, seconds);
}

/// Where a straight line between two points has the height y, with both axes logarithmic.
inline double between(double x1, double y1, double x2, double y2, double y)
{
    const double part = (std::log(y) - std::log(y1)) / (std::log(y2) - std::log(y1));
    return std::exp(std::log(x1) + part * (std::log(x2) - std::log(x1)));
}

/// From which length on one curve is below another.
///
/// \param slow  the one that is to be overtaken, measured at the same lengths from the first on as far as it goes
/// \param fast  the other
/// \return      tokens where they cross for the last time; nothing where `fast` is not below at the end, or never above
inline std::optional<double> break_even(const TimeCurve& slow, const TimeCurve& fast)
{
    const std::size_t both = std::min(slow.n.size(), fast.n.size());
    for (std::size_t i = both; i-- > 1;) {
        const double before = fast.seconds[i - 1] / slow.seconds[i - 1];
        const double after = fast.seconds[i] / slow.seconds[i];
        if (after >= 1) return std::nullopt;
        if (before >= 1) return between(slow.n[i - 1], before, slow.n[i], after, 1.0);
    }
    return std::nullopt;
}

}  // namespace attention
