/// \file
/// Chapter 17: a model learns to continue what repeats itself.
#pragma once

#include "17_induction/backward.hpp"
#include "17_induction/model.hpp"
#include "17_induction/repeated.hpp"

#include "common/optimizer.hpp"
#include "common/random.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>

namespace attention
{

/// How a model learns.
struct Recipe {
    ModelShape shape = {};                                                      ///< of the model
    RepeatedTask task = {};                                                     ///< what it reads
    std::size_t batch = 32;                                                     ///< sequences in a step
    int steps = 1000;                                                           ///< and as many batches
    common::AdamSettings adam = {.rate = 5e-3, .beta_2 = 0.98, .warm_up = 50};  ///< how it steps
    std::uint64_t seed = 1;                                                     ///< of all that is random
    int threads = 1;                                                            ///< they change no number
};

/// Called before each step, and once after the last.
template <typename Real>
using Watch = std::function<void(int step, const Parameters<Real>& model)>;

/// Learn: a new batch, its gradient, a step, and again.
///
/// \param recipe  how
/// \param watch   may look at the model as it learns
/// \return        what has been learned
template <typename Real>
Parameters<Real> train(const Recipe& recipe, const Watch<Real>& watch = [](int, const Parameters<Real>&) {})
{
    common::Random random(recipe.seed);
    Parameters<Real> model = random_parameters<Real>(recipe.shape, random);
    BatchGradient<Real> batch(recipe.shape, recipe.threads);
    common::Adam<Real> adam(recipe.adam);
    for (int step = 0; step < recipe.steps; ++step) {
        watch(step, model);
        batch.of(model, repeated_sequences(recipe.task, recipe.batch, random));
        adam.step(parts_of(model), parts_of(batch.gradient()));
    }
    watch(recipe.steps, model);
    return model;
}

}  // namespace attention
