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

/// A model as it learns, one step after the other.
template <typename Real>
struct Training {
    Recipe recipe;              ///< how it learns
    common::Random random;      ///< where its first numbers and all sequences come from
    Parameters<Real> model;     ///< what has been learned so far
    BatchGradient<Real> batch;  ///< of the latest step
    common::Adam<Real> adam;    ///< remembers the steps before
    int steps = 0;              ///< so far

    /// A model that has learned nothing yet.
    explicit Training(const Recipe& how)
        : recipe(how), random(how.seed), model(random_parameters<Real>(how.shape, random)),
          batch(how.shape, how.threads), adam(how.adam)
    {
    }

    /// Learn: a new batch, its gradient, a step.
    void step()
    {
        batch.of(model, repeated_sequences(recipe.task, recipe.batch, random));
        adam.step(parts_of(model), parts_of(batch.gradient()));
        ++steps;
    }
};

/// Called before each step, and once after the last.
template <typename Real>
using Watch = std::function<void(int step, const Parameters<Real>& model)>;

/// Learn, step by step.
///
/// \param recipe  how, and for how many steps
/// \param watch   may look at the model as it learns
/// \return        what has been learned
template <typename Real>
Parameters<Real> train(const Recipe& recipe, const Watch<Real>& watch = [](int, const Parameters<Real>&) {})
{
    Training<Real> training(recipe);
    watch(0, training.model);
    while (training.steps < recipe.steps) {
        training.step();
        watch(training.steps, training.model);
    }
    return training.model;
}

}  // namespace attention
