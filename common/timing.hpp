/// \file
/// How long something takes, and how that grows.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace common
{

/// Run something several times and take the median of the times.
/// \param work  what to run
/// \param runs  how often, at least once, after one run that does not count
/// \return      seconds of wall clock
double median_seconds(const std::function<void()>& work, int runs = 5);

/// A line through points in logarithmic axes: y = constant * x^exponent.
struct PowerLaw {
    double exponent = 0;  ///< the slope of the line
    double constant = 0;  ///< y at x = 1
    double spread = 0;    ///< standard error of the exponent
};

/// Fit a power law by least squares of the logarithms.
/// \param x  positive numbers, at least 3, not all equal
/// \param y  as many positive numbers
/// \throws std::invalid_argument  where there are too few, or a different number of each
PowerLaw fit_power_law(const std::vector<double>& x, const std::vector<double>& y);

/// The most memory that this program has had so far, in MiB. 0 where the system does not say.
double peak_mebibytes();

/// A progress line on a terminal, redrawn in place; nothing at all where the errors go to a file.
/// \param text  the line; empty removes it
void show_progress(const std::string& text);

}  // namespace common
