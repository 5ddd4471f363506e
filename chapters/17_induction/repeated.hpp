/// \file
/// Chapter 17: the task. A block of random tokens, and then the same block again.
#pragma once

#include "17_induction/sequences.hpp"

#include "common/random.hpp"
#include "common/require.hpp"

#include <cstddef>
#include <numeric>
#include <vector>

namespace attention
{

/// What the sequences are like.
struct RepeatedTask {
    std::size_t vocabulary = 24;     ///< how many tokens there are
    std::size_t length = 32;         ///< of a sequence
    std::size_t shortest_block = 9;  ///< the length of a block is drawn anew for each sequence ...
    std::size_t longest_block = 16;  ///< ... from this range
};

/// Sequences that repeat themselves: a block of random tokens, all different, over and over until the end.
///
/// What comes next is asked from the first token of the second block on. Before that nobody could know, not even that the
/// first block is over.
///
/// \param task    which blocks
/// \param count   how many sequences
/// \param random  where the tokens come from
/// \throws std::invalid_argument  for blocks longer than the vocabulary or half a sequence, or of no length
inline Sequences repeated_sequences(const RepeatedTask& task, std::size_t count, common::Random& random)
{
    common::require(1 <= task.shortest_block && task.shortest_block <= task.longest_block &&
                        task.longest_block <= task.vocabulary && 2 * task.longest_block <= task.length,
                    "repeated_sequences: blocks of {} to {} from {} tokens, in sequences of {}; a block must fit twice",
                    task.shortest_block, task.longest_block, task.vocabulary, task.length);
    Sequences sequences{task.length, {}, {}};
    std::vector<int> tokens(task.vocabulary);
    std::iota(tokens.begin(), tokens.end(), 0);
    for (std::size_t s = 0; s < count; ++s) {
        random.shuffle(tokens);
        const std::size_t block = task.shortest_block + random.below(task.longest_block - task.shortest_block + 1);
        for (std::size_t t = 0; t < task.length; ++t) {
            sequences.tokens.push_back(tokens[t % block]);
            const bool known = t >= block && t + 1 < task.length;
            sequences.targets.push_back(known ? tokens[(t + 1) % block] : nothing_asked);
        }
    }
    return sequences;
}

/// Sequences to measure with: the same every time, and with a seed that no training uses.
///
/// \param count  how many
/// \param task   which blocks
inline Sequences fresh_sequences(std::size_t count, const RepeatedTask& task = {})
{
    common::Random random(20261125);
    return repeated_sequences(task, count, random);
}

}  // namespace attention
