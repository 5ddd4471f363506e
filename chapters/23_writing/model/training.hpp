/// \file
/// Chapter 23: a model learns to go on with a text.
#pragma once

#include "23_writing/model/backward.hpp"
#include "23_writing/model/shape.hpp"
#include "23_writing/model/writer.hpp"

#include "17_induction/sequences.hpp"

#include "common/optimizer.hpp"
#include "common/random.hpp"
#include "common/require.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace attention
{

/// How a model learns to write.
struct WriterRecipe {
    WriterShape shape = {};  ///< of the model
    std::size_t batch = 16;  ///< windows in a step
    int steps = 2000;        ///< and as many batches
    std::uint64_t seed = 1;  ///< of all that is random
    int threads = 0;         ///< 0 for one for each processor; they change no number
    common::AdamSettings adam = {
        .rate = 5e-3, .beta_2 = 0.99, .weight_decay = 0.3, .warm_up = 50, .longest = 1.0};  ///< how it steps
};

/// Windows from anywhere in a text. At each place the question is which token comes next.
///
/// \param text    tokens, more than `length`
/// \param length  tokens in each window
/// \param count   how many windows
/// \param random  says where they begin
/// \throws std::invalid_argument  where the text is too short
inline Sequences random_windows(const std::vector<int>& text, std::size_t length, std::size_t count,
                                common::Random& random)
{
    common::require(text.size() > length, "random_windows: a text of {} tokens has no window of {} and a next token",
                    text.size(), length);
    Sequences windows{length, {}, {}};
    for (std::size_t w = 0; w < count; ++w) {
        const auto begin = text.begin() + static_cast<std::ptrdiff_t>(random.below(text.size() - length));
        const auto end = begin + static_cast<std::ptrdiff_t>(length);
        windows.tokens.insert(windows.tokens.end(), begin, end);
        windows.targets.insert(windows.targets.end(), begin + 1, end + 1);
    }
    return windows;
}

/// Called before each step, and once after the last.
using WriterWatch = std::function<void(int step, const Writer<float>& model)>;

/// Learn, step by step.
///
/// \param recipe  how, and for how many steps
/// \param text    tokens
/// \param watch   may look at the model as it learns
/// \return        what has been learned
inline Writer<float> learned_to_write(
    const WriterRecipe& recipe, const std::vector<int>& text,
    const WriterWatch& watch = [](int, const Writer<float>&) {})
{
    common::Random random(recipe.seed);
    Writer<float> model = random_writer<float>(recipe.shape, random);
    WriterGradient<float> batch(recipe.shape, recipe.threads);
    common::AdamSettings settings = recipe.adam;
    settings.cool_down = recipe.steps;
    common::Adam<float> adam(settings);
    for (int step = 0; step < recipe.steps; ++step) {
        watch(step, model);
        batch.of(model, random_windows(text, recipe.shape.length, recipe.batch, random));
        adam.step(parts_of(model), parts_of(batch.gradient()));
    }
    watch(recipe.steps, model);
    return model;
}

}  // namespace attention
