/// \file
/// Chapter 17: the trap. A model that only ever sees blocks of one length.
#pragma once

#include "17_induction/forward.hpp"
#include "17_induction/repeated.hpp"

#include "common/random.hpp"

#include <cstddef>

namespace attention
{

/// The length of all blocks in training.
inline constexpr std::size_t trap_block = 12;

/// How a model that learned from blocks of 12 does on others.
struct Trap {
    double known = 0;    ///< accuracy on blocks of 12
    double shorter = 0;  ///< on blocks of 11
    double longer = 0;   ///< on blocks of 13
    double mixed = 0;    ///< on blocks of 9 to 16

    /// Whether it has learned a place, not a rule.
    bool is_sprung() const { return known >= 0.99 && mixed < 0.3; }
};

/// Try a model on blocks of other lengths.
///
/// \param model   that learned from blocks of one length
/// \param count   how many sequences of each length
/// \param random  where they are drawn from; each length begins with a copy of it
template <typename Real>
Trap trap_of(const Parameters<Real>& model, std::size_t count, const common::Random& random)
{
    const auto on_blocks_of = [&](std::size_t shortest, std::size_t longest) {
        common::Random copy = random;
        const Sequences sequences =
            repeated_sequences({.shortest_block = shortest, .longest_block = longest}, count, copy);
        return result_of(forward(model, sequences), sequences).accuracy;
    };
    return {on_blocks_of(trap_block, trap_block), on_blocks_of(trap_block - 1, trap_block - 1),
            on_blocks_of(trap_block + 1, trap_block + 1), on_blocks_of(9, 16)};
}

}  // namespace attention
