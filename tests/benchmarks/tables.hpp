/// \file
/// What was measured, as tables of ratios and as a picture.
#pragma once

#include "tests/benchmarks/cases.hpp"

#include <map>
#include <string>

namespace bench
{

/// The median seconds of each case, by its name. What is missing was not measured.
using Seconds = std::map<std::string, double>;

/// The least time that a case can take: its multiply-adds at the machine's peak, and n^2 exponentials at the rate of one
/// processor's vectors, both as measured in the same run.
double limit(const Case& given, const Seconds& seconds);

/// Print how near each form comes to the limit, what causal and peaked scores change, and how time grows.
void print_forms(const Plan& plan, const Seconds& seconds);

/// Print how many times as long as the fast form other libraries take.
void print_peers(const Plan& plan, const Seconds& seconds);

/// GFLOP/s against n, for each form and the limit, in float on one thread, as SVG.
std::string picture(const Plan& plan, const Seconds& seconds);

}  // namespace bench
