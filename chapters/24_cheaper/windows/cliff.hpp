/// \file
/// Chapter 24: what chapter 17's model still gets right when it sees only the latest keys.
#pragma once

#include "17_induction/forward.hpp"
#include "17_induction/model.hpp"
#include "17_induction/repeated.hpp"
#include "17_induction/sequences.hpp"
#include "24_cheaper/learned.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace attention
{

/// The lengths of the blocks that the model is tried with.
inline const std::vector<std::size_t> cliff_blocks = {9, 10, 11, 12, 13, 14, 15, 16};

/// The windows of a model that learned without one.
inline const std::vector<std::size_t> cliff_windows = {8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 20, 24, 28, 32};

/// The window of the model that learns with one.
inline constexpr std::size_t learned_window = 8;

/// How a model does on blocks of each length.
struct OnBlocks {
    Vector accuracy;  ///< one number for each of `cliff_blocks`
    double all = 0;   ///< on blocks of all these lengths
};

/// Try a model with a window.
/// \param model   trained, with or without one
/// \param window  how many of the latest keys each query of each layer sees
/// \param count   sequences of each length
inline OnBlocks on_blocks(Parameters<float> model, std::size_t window, std::size_t count = 64)
{
    model.shape.sight.window = window;
    OnBlocks result{xt::zeros<double>({cliff_blocks.size()})};
    for (std::size_t b = 0; b < cliff_blocks.size(); ++b) {
        const Sequences sequences =
            fresh_sequences(count, {.shortest_block = cliff_blocks[b], .longest_block = cliff_blocks[b]});
        result.accuracy(b) = result_of(forward(model, sequences), sequences).accuracy;
    }
    const Sequences mixed = fresh_sequences(4 * count);
    result.all = result_of(forward(model, mixed), mixed).accuracy;
    return result;
}

/// A model that learned without a window, and one that learned with one.
struct Cliff {
    std::vector<OnBlocks> cut_off;  ///< the first, tried with each of `cliff_windows`
    OnBlocks with_window;           ///< the second, with the window of 8 that it learned with
};

/// Train both models on chapter 17's task and try them.
/// \param seed   of all that is random
/// \param steps  of the second; the first gets chapter 17's 1000, or as many if these are fewer
/// \param watch  called after every step of every model
inline Cliff cliff(std::uint64_t seed, int steps, const std::function<void()>& watch)
{
    const Task task = [](int, std::size_t count, common::Random& random) {
        return repeated_sequences({}, count, random);
    };
    LearningPlan windowed{.task = task, .steps = steps, .seed = seed};
    windowed.shape.sight.window = learned_window;
    const LearningPlan all_seen{.task = task, .steps = std::min(steps, 1000), .seed = seed};
    const std::vector<Parameters<float>> models = learned({windowed, all_seen}, watch);
    Cliff result{{}, on_blocks(models[0], learned_window)};
    for (const std::size_t window : cliff_windows) result.cut_off.push_back(on_blocks(models[1], window));
    return result;
}

}  // namespace attention
