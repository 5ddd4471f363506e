/// \file
/// Measuring by pairs: two that are compared take turns, so that a machine that is slow for a while is slow for both.
#pragma once

#include <chrono>
#include <cmath>
#include <cstddef>
#include <functional>
#include <vector>

namespace bench
{

/// What one measurement says.
struct Taken {
    double seconds = 0.0;        ///< of one call
    double busy = std::nan("");  ///< the part of the time for which its threads had their processors; NaN: not known
};

/// Somebody who can be measured, as often as you like.
using Contestant = std::function<Taken()>;

/// What is to be compared. The witness may be missing: it is no part of the ratio, but runs in every round too, and knows
/// whether its threads had their processors.
struct Pair {
    Contestant first;
    Contestant second;
    Contestant witness = {};
};

/// How long to go on.
struct Patience {
    double seconds = 2.0;  ///< no new round after that, ...
    int fewest = 5;        ///< ... unless there were fewer than this
    int most = 25;         ///< and never more than this
};

/// What was measured, round by round.
struct Rounds {
    std::vector<Taken> first;
    std::vector<Taken> second;
    std::vector<Taken> witness;

    /// How many times as long the first took as the second, in each round.
    std::vector<double> ratios() const
    {
        std::vector<double> result;
        for (std::size_t i = 0; i < first.size(); ++i) result.push_back(first[i].seconds / second[i].seconds);
        return result;
    }
};

/// Measure a pair: first and second one right after the other, in the next round the other way round, and so on.
inline Rounds in_pairs(const Pair& pair, const Patience& patience)
{
    using clock = std::chrono::steady_clock;
    const clock::time_point end =
        clock::now() + std::chrono::duration_cast<clock::duration>(std::chrono::duration<double>(patience.seconds));
    Rounds rounds;
    for (int round = 0; round < patience.fewest || (round < patience.most && clock::now() < end); ++round) {
        if (round % 2 == 0) rounds.first.push_back(pair.first());
        rounds.second.push_back(pair.second());
        if (round % 2 == 1) rounds.first.push_back(pair.first());
        if (pair.witness) rounds.witness.push_back(pair.witness());
    }
    return rounds;
}

}  // namespace bench
