/// \file
/// Chapter 18: in which order are the four kinds of answers learned?
#pragma once

#include "18_head_zoo/importance.hpp"
#include "18_head_zoo/sentences.hpp"
#include "18_head_zoo/zoo.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace attention
{

/// How well a model answers after some steps.
struct LearningPoint {
    int step = 0;             ///< batches so far
    Accuracies accuracies{};  ///< right answers, for each kind of question
};

/// A trained model, and how it got there.
struct Grown {
    Parameters<float> model;            ///< after the last step
    std::vector<LearningPoint> points;  ///< from step 0 on
};

/// Train a model, and measure it every few steps.
///
/// \param seed       of the first numbers and of all sentences
/// \param training   how it learns
/// \param sentences  to measure with; the first hundred are used
/// \param watch      called at every step, to show progress
inline Grown grown_and_measured(std::uint64_t seed, const ZooTraining& training, const std::vector<Sentence>& sentences,
                                const std::function<void(int)>& watch)
{
    const std::vector<Sentence> few(sentences.begin(),
                                    sentences.begin() + std::min<std::ptrdiff_t>(100, std::ssize(sentences)));
    const int every = std::max(1, training.steps / 40);
    Grown grown;
    grown.model = grown_zoo(seed, training, [&](int step, const Parameters<float>& now) {
        watch(step);
        if (step % every == 0) grown.points.push_back({step, accuracies_without(now, few, {})});
    });
    return grown;
}

}  // namespace attention
