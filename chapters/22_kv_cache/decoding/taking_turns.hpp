/// \file
/// Chapter 22: how long several things take that are to be compared. They take turns, so that a machine that is slow for a
/// while is slow for all of them.
#pragma once

#include "20_long_context/measured/best_seconds.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <limits>
#include <vector>

namespace attention
{

/// Something to be timed.
struct Turn {
    std::function<void()> work;  ///< what to do
    int threads = 1;             ///< that it uses: with 1, its time is what the processor spends on it
};

/// Seconds that some calls take, each.
///
/// \param turn   what is called
/// \param calls  how often, at least 1
inline double seconds_each(const Turn& turn, std::size_t calls)
{
    const auto now = turn.threads == 1 ? thread_seconds : clock_seconds;
    const double begin = now();
    for (std::size_t call = 0; call < calls; ++call) turn.work();
    return (now() - begin) / static_cast<double>(calls);
}

/// The shortest time of each, in seconds, where they take turns.
///
/// \param turns   what is compared; what takes less time than a turn is called often enough for that
/// \param rounds  in how many all have their turn, at least 1
/// \param least   seconds of a turn; with 0, each turn is one call, which finds near only what the turns before it left there
inline std::vector<double> shortest_seconds(const std::vector<Turn>& turns, int rounds, double least = 5e-4)
{
    std::vector<std::size_t> calls;
    for (const Turn& turn : turns) {
        turn.work();  // wakes threads, and brings near what can be near
        calls.push_back(1 + static_cast<std::size_t>(least / std::fmax(seconds_each(turn, 1), 1e-8)));
    }
    std::vector<double> shortest(turns.size(), std::numeric_limits<double>::infinity());
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t i = 0; i < turns.size(); ++i)
            shortest[i] = std::min(shortest[i], seconds_each(turns[i], calls[i]));
    }
    return shortest;
}

}  // namespace attention
