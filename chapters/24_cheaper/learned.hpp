/// \file
/// Chapter 24: chapter 17's model learns other tasks than chapter 17's, several models at a time.
#pragma once

#include "17_induction/backward.hpp"
#include "17_induction/model.hpp"
#include "17_induction/sequences.hpp"

#include "common/optimizer.hpp"
#include "common/parallel.hpp"
#include "common/random.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace attention
{

/// A task: makes the sequences of a step, all that is random from the source that is handed over.
using Task = std::function<Sequences(int step, std::size_t count, common::Random& random)>;

/// What a model learns, and how.
struct LearningPlan {
    ModelShape shape = {};                                                      ///< of the model
    Task task = {};                                                             ///< what it reads
    std::size_t batch = 32;                                                     ///< new sequences in a step
    int steps = 1000;                                                           ///< and as many batches
    common::AdamSettings adam = {.rate = 5e-3, .beta_2 = 0.98, .warm_up = 50};  ///< how it steps
    std::uint64_t seed = 1;                                                     ///< of all that is random
};

/// What one model has learned after all its lessons.
/// \param lessons  what, and how
/// \param watch    called after every step
inline Parameters<float> learned(const LearningPlan& lessons, const std::function<void()>& watch = [] {})
{
    common::Random random(lessons.seed);
    Parameters<float> model = random_parameters<float>(lessons.shape, random);
    BatchGradient<float> batch(lessons.shape, 1);
    common::Adam<float> adam(lessons.adam);
    for (int step = 0; step < lessons.steps; ++step) {
        batch.of(model, lessons.task(step, lessons.batch, random));
        adam.step(parts_of(model), parts_of(batch.gradient()));
        watch();
    }
    return model;
}

/// What several models have learned, each on a thread of its own; how many threads there are changes no number.
/// \param all    the lessons of each
/// \param watch  called after every step of each, from its thread
/// \return       the models in the same order
inline std::vector<Parameters<float>>
learned(const std::vector<LearningPlan>& all, const std::function<void()>& watch = [] {})
{
    std::vector<Parameters<float>> models(all.size());
    common::in_parallel(all.size(), 0, [&](std::size_t m) { models[m] = learned(all[m], watch); });
    return models;
}

}  // namespace attention
