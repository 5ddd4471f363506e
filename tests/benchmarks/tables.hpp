/// \file
/// The tables of `./learn bench`: each measures its rows and prints them.
#pragma once

#include "tests/benchmarks/notebook.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace bench
{

/// What to measure.
struct Plan {
    std::vector<int> threads = {1, 2};  ///< each
    bool quick = false;                 ///< only what matters most
    std::size_t largest = 16384;        ///< no n and no m above this
};

/// How near the fast form comes to the limit, for all shapes of the plan.
void print_shares(const Plan& plan, const std::string& type, int threads, Notebook& notebook);

/// How near the other forms come, and two products without softmax.
void print_forms(const Plan& plan, const std::string& type, int threads, Notebook& notebook);

/// What a mask, peaked scores, or a NaN among the values make of the time, and how it grows with n.
void print_changes(const Plan& plan, const std::string& type, int threads, Notebook& notebook);

/// Other libraries beside the fast form.
void print_peers(const Plan& plan, int threads, Notebook& notebook);

/// n = 100,000 beside the time of the limit.
void print_long(const Plan& plan, Notebook& notebook);

/// GFLOP/s against n, for each form and the limit, in float on one thread, as SVG. From what is in the notebook.
std::string picture(const Plan& plan, const Notebook& notebook);

}  // namespace bench
