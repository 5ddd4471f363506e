/// \file
/// Chapter 15: how fast each divisor lets a head learn, and which learning rate suits it.
#pragma once

#include "15_learning/pace.hpp"
#include "15_learning/recall_head.hpp"
#include "15_learning/side_by_side.hpp"
#include "15_learning/tuned.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace attention
{

/// The learning rates that are tried for W_Q and W_K; the first is that of all other runs.
inline const std::vector<double> tried_rates = {0.3, 0.3 / 64, 0.3 / 16, 0.3 / 4, 1.2, 4.8, 19.2, 76.8, 307.2, 1228.8};

/// One divisor, at each of the head sizes 8, 64 and 512.
struct PaceAndRate {
    Scaling scaling = Scaling::root;  ///< the divisor
    std::array<double, 3> pace{};     ///< how far a small step moves the pairing, on average over random heads
    std::array<double, 3> rate{};     ///< the best of the tried rates
    double loss_at_first = 0.0;       ///< with d_k = 512 and the first rate
    double loss_at_best = 0.0;        ///< with d_k = 512 and the best rate
};

/// Measure the pace and tune the rate for every divisor and size.
///
/// \param steps  of descent, for tuning
/// \param heads  random heads whose pace is averaged
/// \param seed   of heads and questions
/// \return       one for each divisor
inline std::vector<PaceAndRate> paces_and_rates(int steps, std::size_t heads, std::uint64_t seed)
{
    const std::vector<Tuned> tuned = tuned_each(tried_rates, steps, seed);  // size by size
    std::vector<PaceAndRate> found;
    for (std::size_t s = 0; s < scalings.size(); ++s) {
        PaceAndRate one{.scaling = scalings[s]};
        for (std::size_t size = 0; size < head_sizes.size(); ++size) {
            one.pace[size] = mean_pace(head_sizes[size], scalings[s], heads, seed).along;
            one.rate[size] = tuned[size * scalings.size() + s].best.rate;
        }
        const Tuned& largest = tuned[(head_sizes.size() - 1) * scalings.size() + s];
        one.loss_at_first = largest.first.loss;
        one.loss_at_best = largest.best.loss;
        found.push_back(one);
    }
    return found;
}

}  // namespace attention
