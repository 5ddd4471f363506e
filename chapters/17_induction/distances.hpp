/// \file
/// Chapter 17: how far distances alone get you, without comparing tokens.
#pragma once

#include "17_induction/repeated.hpp"
#include "17_induction/sequences.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace attention
{

/// A guess at what comes next from block lengths alone: every possible length votes for the token it would put next.
///
/// If a block has b tokens, then what comes next was there b places earlier, and 2 b, and so on. Only blocks that are over by
/// now can vote, since nothing is asked before.
///
/// \param task       how long a block may be
/// \param sequences  what is read
/// \param s          which sequence
/// \param place      the place where something is asked
/// \return           the token with the most votes, of several the one with the smallest number
inline int voted_by_distances(const RepeatedTask& task, const Sequences& sequences, std::size_t s, std::size_t place)
{
    std::vector<int> votes(task.vocabulary, 0);
    for (std::size_t block = task.shortest_block; block <= std::min(task.longest_block, place); ++block) {
        for (std::size_t back = block; back <= place + 1; back += block)
            ++votes[static_cast<std::size_t>(sequences.token(s, place + 1 - back))];
    }
    return static_cast<int>(std::ranges::max_element(votes) - votes.begin());
}

/// The share of right answers that distances alone give.
inline double accuracy_by_distances(const RepeatedTask& task, const Sequences& sequences)
{
    std::size_t right = 0;
    for (std::size_t s = 0; s < sequences.count(); ++s) {
        for (std::size_t place = 0; place < sequences.length; ++place) {
            const int target = sequences.target(s, place);
            if (target == nothing_asked) continue;
            right += voted_by_distances(task, sequences, s, place) == target ? 1 : 0;
        }
    }
    return static_cast<double>(right) / static_cast<double>(std::max<std::size_t>(1, sequences.asked()));
}

}  // namespace attention
