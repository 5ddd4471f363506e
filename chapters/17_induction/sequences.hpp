/// \file
/// Chapter 17: what a language model reads, and what it is asked.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace attention
{

/// The target of a place where a model may say anything.
inline constexpr int nothing_asked = -1;

/// Sequences of one length, and what is asked of a model at their places.
struct Sequences {
    std::size_t length = 0;    ///< places in each
    std::vector<int> tokens;   ///< one sequence after the other, count times length
    std::vector<int> targets;  ///< which token comes next, at each place; or `nothing_asked`

    /// How many sequences.
    std::size_t count() const { return length == 0 ? 0 : tokens.size() / length; }

    /// At how many places something is asked.
    std::size_t asked() const
    {
        return targets.size() - static_cast<std::size_t>(std::ranges::count(targets, nothing_asked));
    }

    /// The token of a sequence at a place.
    int token(std::size_t sequence, std::size_t place) const { return tokens[sequence * length + place]; }

    /// What is asked of a sequence at a place.
    int target(std::size_t sequence, std::size_t place) const { return targets[sequence * length + place]; }

    /// Some of the sequences: at most `most`, from sequence `first` on.
    Sequences from(std::size_t first, std::size_t most) const
    {
        const auto begin = static_cast<std::ptrdiff_t>(std::min(first, count()) * length);
        const auto end = static_cast<std::ptrdiff_t>(std::min(first + most, count()) * length);
        return {
            length, {tokens.begin() + begin, tokens.begin() + end}, {targets.begin() + begin, targets.begin() + end}};
    }
};

}  // namespace attention
