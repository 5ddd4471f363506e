/// \file
/// Chapter 17: the trap. A model that only ever sees blocks of one length.
#pragma once

#include "17_induction/forward.hpp"
#include "17_induction/repeated.hpp"
#include "17_induction/training.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"

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
    double by_counting = 0;  ///< the mean weight of its last layer 11 or 23 places back, where it is asked
};

/// The mean weight that a head puts one place less than a block back, or than two blocks.
///
/// \param trace  of sequences with blocks of 12
/// \param head   whose weights
/// \return       over all sequences and all places from the second block on
template <typename Real>
double weight_by_counting(const Trace<Real>& trace, HeadName head)
{
    const std::size_t count = trace.X.shape(0) / trace.length;
    double sum = 0.0;
    for (std::size_t s = 0; s < count; ++s) {
        const Matrix weights = weights_of(trace, s, head);
        for (std::size_t i = trap_block; i < trace.length; ++i) {
            for (const std::size_t back : {trap_block - 1, 2 * trap_block - 1})
                sum += i < back ? 0.0 : weights(i, i - back);
        }
    }
    return sum / static_cast<double>(count * (trace.length - trap_block));
}

/// Train a model of one layer, and one of two, on blocks of one length, then try others.
///
/// \param recipe  how they learn; its blocks are replaced by those of the trap
/// \param watch   called at every step, to show progress
/// \return        first one layer, then two
inline std::vector<Trapped> traps(Recipe recipe, const Watch<float>& watch)
{
    recipe.task.shortest_block = recipe.task.longest_block = trap_block;
    std::vector<Trapped> all;
    for (const std::size_t layers : {1U, 2U}) {
        recipe.shape.layers = layers;
        const Parameters<float> model = train<float>(recipe, watch);
        const Trace<float> trace = forward(model, fresh_sequences(64, recipe.task));
        all.push_back(
            {trap_of(model, 256, common::Random(20261125)), weight_by_counting(trace, HeadName{layers - 1, 0})});
    }
    return all;
}

}  // namespace attention
