/// \file
/// Chapter 15: a step, another step, and how far they have led.
#pragma once

#include "15_learning/recall_backward.hpp"

#include "05_queries_keys_values/projections.hpp"
#include "08_patterns/entropy.hpp"

#include "common/optimizer.hpp"
#include "common/tensor.hpp"

#include <cstddef>

namespace attention
{

/// How steps are made of gradients.
enum class Rule { descent, adam };

/// How they are called.
inline const char* name_of(Rule rule) { return rule == Rule::descent ? "descent" : "Adam"; }

/// A head on its way, and all that a step needs to know.
struct Learner {
    Projections W;                              ///< what is learned
    double scale = 1.0;                         ///< of the scores, never learned
    Rule rule = Rule::descent;                  ///< how it steps
    double rate = 0.3;                          ///< how far gradient descent steps
    common::Adam<double> adam{{.rate = 0.01}};  ///< remembers the steps before, where the rule is Adam
};

/// All that is learned, or the gradient of all that, as the optimizer wants it. Nothing is copied.
inline common::Parts<double> parts_of(Projections& W)
{
    return {{W.W_Q.data(), W.W_Q.size()}, {W.W_K.data(), W.W_K.size()}, {W.W_V.data(), W.W_V.size()}};
}

/// Learn from some questions: answer them, see how wrong that was, go back, and take one step.
///
/// \param asked    questions
/// \param learner  is changed by one step
inline void learn_from(const Questions& asked, Learner& learner)
{
    const Recalled recalled = recall(asked, learner.W, learner.scale);
    Projections gradients = recall_backward(asked, learner.W, learner.scale, recalled);
    if (learner.rule == Rule::descent) common::descend(parts_of(learner.W), parts_of(gradients), learner.rate);
    if (learner.rule == Rule::adam) learner.adam.step(parts_of(learner.W), parts_of(gradients));
}

/// How well a head answers.
struct Progress {
    double loss = 0.0;             ///< the mean squared error
    double weight_on_right = 0.0;  ///< the weight on the pair that was asked for; 1/8 by chance
    double entropy = 0.0;          ///< of the weights, in nats; from 0 to ln 8
};

/// Ask a head questions that it does not learn from.
///
/// \param asked    questions
/// \param learner  is not changed
/// \return         means over the questions
inline Progress progress_of(const Questions& asked, const Learner& learner)
{
    const Recalled recalled = recall(asked, learner.W, learner.scale);
    const double share = 1.0 / static_cast<double>(asked.slots.size());
    Progress progress{.loss = squared_error(recalled.output, asked.answers)};
    for (std::size_t b = 0; b < asked.slots.size(); ++b) {
        progress.weight_on_right += share * recalled.weights(b, asked.slots[b]);
        progress.entropy += share * entropy(row_of(recalled.weights, b));
    }
    return progress;
}

}  // namespace attention
