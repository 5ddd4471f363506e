/// \file
/// Result or noise? What the rounds of a pair say, and whether to believe it.
#pragma once

#include "tests/benchmarks/pairs.hpp"

#include "common/median.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace bench
{

/// Why a result should not be believed.
enum class Doubt {
    none,
    noisy,  ///< the rounds do not agree
    robbed  ///< something else had the processors
};

/// A ratio, and how far to trust it.
struct Verdict {
    double ratio = std::nan("");   ///< the median of the rounds
    double spread = std::nan("");  ///< the middle half of the rounds lies within this of it
    double busy = std::nan("");    ///< the part of the time for which threads had their processors, where it is known
    Doubt doubt = Doubt::none;
};

constexpr double widest_spread = 0.05;  ///< as a part of the ratio: what spreads further is noise
constexpr double least_busy = 0.9;      ///< below this, something else ran

/// The value below which a part of some numbers lies, between two of them where it has to be.
/// \param values  at least one
/// \param part    0.25 for the first quartile
inline double quantile(std::vector<double> values, double part)
{
    std::ranges::sort(values);
    const double place = part * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, values.size() - 1);
    return values[below] + (place - static_cast<double>(below)) * (values[above] - values[below]);
}

/// How busy a contestant's threads were, over all rounds together. NaN where that is not known.
inline double mean_busy(const std::vector<Taken>& rounds)
{
    double sum = 0.0;
    for (const Taken& taken : rounds) sum += taken.busy;
    return sum / static_cast<double>(rounds.size());
}

/// What the ratio of a pair is, and whether to believe it.
/// \param rounds  at least one
inline Verdict verdict_on(const Rounds& rounds)
{
    Verdict verdict;
    const std::vector<double> ratios = rounds.ratios();
    verdict.ratio = common::median(ratios);
    verdict.spread = std::max(quantile(ratios, 0.75) - verdict.ratio, verdict.ratio - quantile(ratios, 0.25));
    for (const std::vector<Taken>* all : {&rounds.first, &rounds.second, &rounds.witness})
        verdict.busy = std::fmin(verdict.busy, mean_busy(*all));  // fmin passes over NaN
    if (!(verdict.spread <= widest_spread * verdict.ratio)) verdict.doubt = Doubt::noisy;
    if (verdict.busy < least_busy) verdict.doubt = Doubt::robbed;
    return verdict;
}

}  // namespace bench
