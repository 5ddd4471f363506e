/// \file
/// How a verdict reads in a table, and what the tables say about themselves.
#pragma once

#include "tests/benchmarks/verdict.hpp"

#include <fmt/core.h>

#include <cstddef>
#include <string>

namespace bench
{

/// What stands in a table: the ratio with its spread, and before them a mark where they should not be believed.
inline std::string cell(const Verdict& verdict)
{
    const char* mark = verdict.doubt == Doubt::noisy ? "? " : verdict.doubt == Doubt::robbed ? "! " : "";
    return fmt::format("{}{:.2f} ±{:.2f}", mark, verdict.ratio, verdict.spread);
}

/// What the cells and their marks mean.
inline std::string legend()
{
    return fmt::format("0.87 ±0.01  the median of several rounds, half of which are within 0.01 of it;\n"
                       "            in each, the two that are compared ran one right after the other\n"
                       "?           noise: the rounds disagree, and ± is more than {:.0f}% of the median\n"
                       "!           something else was running: for more than {:.0f}% of the time,\n"
                       "            threads had to wait for a processor\n",
                       100 * widest_spread, 100 * (1 - least_busy));
}

/// How many results are to be doubted, and what to do.
/// \param noisy   of all
/// \param robbed  of all
/// \param all     results
inline std::string doubts_in_words(std::size_t noisy, std::size_t robbed, std::size_t all)
{
    if (noisy + robbed == 0) return fmt::format("None of {} results is marked.\n", all);
    return fmt::format("{} of {} results are marked: close other programs, and run this again.\n{}", noisy + robbed,
                       all, noisy > 0 ? "What is marked with ? each time is erratic by itself.\n" : "");
}

}  // namespace bench
