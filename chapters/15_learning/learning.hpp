/// \file
/// Chapter 15: a training step, and how well a head answers so far.
#pragma once

#include "15_learning/recall_backward.hpp"

#include "05_queries_keys_values/projections.hpp"
#include "08_patterns/entropy.hpp"

#include "common/optimizer.hpp"
#include "common/tensor.hpp"

#include <cstddef>

namespace attention
{

/// How a step is made from the gradient.
enum class Rule { descent, adam };

/// The name of one of them.
inline const char* name_of(Rule rule) { return rule == Rule::descent ? "descent" : "Adam"; }

/// The learning rate of Adam, in all runs.
constexpr double adam_rate = 0.01;

/// A head that is learning, and everything a step needs to know.
struct Learner {
    Projections W;                                   ///< what is learned
    double scale = 1.0;                              ///< of the scores; it is never learned
    Rule rule = Rule::descent;                       ///< how it steps
    double rate = 0.3;                               ///< the learning rate of gradient descent
    common::Adam<double> adam{{.rate = adam_rate}};  ///< what Adam remembers of earlier steps, if that is the rule
};

/// Everything that is learned, or its gradient, in the form the optimizer takes. Nothing is copied.
inline common::Parts<double> parts_of(Projections& W)
{
    return {{W.W_Q.data(), W.W_Q.size()}, {W.W_K.data(), W.W_K.size()}, {W.W_V.data(), W.W_V.size()}};
}

/// One training step: answer a batch of questions, see how wrong the answers are, go back, and move.
///
/// \param asked    questions
/// \param learner  changed by one step
inline void learn_from(const Questions& asked, Learner& learner)
{
    const Recalled recalled = recall(asked, learner.W, learner.scale);
    Projections gradients = recall_backward(asked, learner.W, learner.scale, recalled);
    if (learner.rule == Rule::descent) {
        common::descend(parts_of(learner.W), parts_of(gradients), learner.rate);  // W <- W - rate dW
    } else {
        learner.adam.step(parts_of(learner.W), parts_of(gradients));
    }
}

/// How well a head answers.
struct Progress {
    double loss = 0.0;             ///< the mean squared error
    double weight_on_right = 0.0;  ///< the weight on the pair that was asked for; 1/8 by chance
    double entropy = 0.0;          ///< of the weights, in nats; from 0 to ln 8
};

/// Ask a head questions without learning from them.
///
/// \param asked    questions
/// \param learner  unchanged
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
