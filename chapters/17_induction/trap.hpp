/// \file
/// Chapter 17: the trap. A model that only ever sees blocks of one length.
#pragma once

#include "17_induction/forward.hpp"
#include "17_induction/repeated.hpp"
#include "17_induction/training.hpp"

#include "common/random.hpp"

#include <cstddef>
#include <vector>

namespace attention
{

/// The length of all blocks in training.
inline constexpr std::size_t trap_block = 12;

/// How a model that learned from blocks of 12 does on other blocks.
struct Trap {
    double known = 0;    ///< accuracy on blocks of 12
    double shorter = 0;  ///< on blocks of 11
    double longer = 0;   ///< on blocks of 13
    double mixed = 0;    ///< on blocks of 9 to 16

    /// Whether it has learned a distance, not a rule.
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

/// A model that fell into the trap, or did not.
struct Trapped {
    Trap trap;               ///< how it does on blocks of other lengths
    double eleven_back = 0;  ///< the weight of its last layer 11 places back, from place 20
};

/// How many steps are enough to fall into the trap: two fifths of the usual ones.
inline int trap_steps(const Recipe& recipe) { return recipe.steps * 2 / 5; }

/// Train a model of one layer, and one of two, on blocks of one length, then try others.
///
/// \param recipe  how they learn; its blocks are replaced by those of the trap
/// \param watch   called at every step, to show progress
/// \return        first one layer, then two
inline std::vector<Trapped> traps(Recipe recipe, const Watch<float>& watch)
{
    recipe.steps = trap_steps(recipe);
    recipe.task.shortest_block = recipe.task.longest_block = trap_block;
    std::vector<Trapped> all;
    for (const std::size_t layers : {1U, 2U}) {
        recipe.shape.layers = layers;
        const Parameters<float> model = train<float>(recipe, watch);
        const Trace<float> trace = forward(model, fresh_sequences(1, recipe.task));
        all.push_back({trap_of(model, 256, common::Random(20261125)), weights_of(trace, 0, {layers - 1, 0})(20, 9)});
    }
    return all;
}

}  // namespace attention
