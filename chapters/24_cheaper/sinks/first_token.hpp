/// \file
/// Chapter 24: a model with a window that always sees the first token, and what becomes of it without.
#pragma once

#include "17_induction/forward.hpp"
#include "17_induction/model.hpp"
#include "17_induction/sequences.hpp"
#include "24_cheaper/learned.hpp"
#include "24_cheaper/sinks/doubled.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace attention
{

/// Keys that each query sees besides `<s>`: enough for any block to be found again.
inline constexpr std::size_t sink_window = 9;

/// How a model does at places of one kind, and where its second layer puts its weights there.
struct AtPlaces {
    double loss = 0;      ///< the mean of -ln p of what comes next
    double accuracy = 0;  ///< the share where it had the highest score
    double on_first = 0;  ///< mean weight on the first token
    double in_all = 0;    ///< mean sum of all weights
};

/// A model as it sees, at places where the next token is unknown and at places where it is known.
struct SeenWith {
    AtPlaces unknown;  ///< within the first copy of a block
    AtPlaces known;    ///< within the second
};

/// One half of that.
/// \param model      of two layers of one head
/// \param sequences  with targets at the places of one kind
inline AtPlaces at_places(const Parameters<float>& model, const Sequences& sequences)
{
    const Trace<float> trace = forward(model, sequences);
    const Result result = result_of(trace, sequences);
    AtPlaces places{result.loss, result.accuracy};
    const double share = 1.0 / static_cast<double>(std::max<std::size_t>(1, sequences.asked()));
    for (std::size_t s = 0; s < sequences.count(); ++s) {
        const Matrix weights = weights_of(trace, s, HeadName{1, 0});
        for (std::size_t i = 0; i < sequences.length; ++i) {
            if (sequences.target(s, i) == nothing_asked) continue;
            places.on_first += share * weights(i, 0);
            for (std::size_t j = 0; j <= i; ++j) places.in_all += share * weights(i, j);
        }
    }
    return places;
}

/// Try a model with another sight than it learned with, on 256 sequences that it did not learn from.
///
/// Measured is from place 9 on: the window alone no longer reaches `<s>` there.
inline SeenWith seen_with(Parameters<float> model, const VisibleKeys& sight)
{
    model.shape.sight = sight;
    const auto at = [&](Next next) {
        common::Random random(20261125);
        return at_places(model, doubled_sequences({next}, sink_window, 256, random));
    };
    return {at(Next::unknown), at(Next::known)};
}

/// Two models, and how they do with what they see.
struct Sinks {
    Parameters<float> model;  ///< the first of them
    SeenWith as_learned;      ///< a window of 9 and `<s>`
    SeenWith dropped;         ///< `<s>` no longer seen once the window has passed it
    SeenWith another;         ///< instead of it one more key in the window
    SeenWith more_now;        ///< instead of it one more in the sum of softmax, put in only now
    SeenWith more_always;     ///< another model: a window of 9, and one more in the sum from the start
};

/// What the two models learn from, and how they see while they do.
///
/// They are first asked where the answer is known, until they have an induction head; then everywhere.
/// \param sight  which keys, and whether there is one more in the sum
/// \param seed   of all that is random
/// \param steps  the first third of them without questions that nobody can answer
inline LearningPlan sink_lessons(const VisibleKeys& sight, std::uint64_t seed, int steps)
{
    LearningPlan lessons{.steps = steps, .adam = {.rate = 1e-2, .beta_2 = 0.98, .warm_up = 50}, .seed = seed};
    lessons.shape = {.vocabulary = doubled_letters + 1, .length = doubled_length, .sight = sight};
    lessons.task = [steps](int step, std::size_t count, common::Random& random) {
        std::vector<Next> asked = {Next::known};
        if (3 * step >= steps) asked = {Next::known, Next::unknown, Next::unclear};
        return doubled_sequences(asked, 0, count, random);
    };
    return lessons;
}

/// Train both, and look at them.
/// \param seed   of all that is random
/// \param steps  of each
/// \param watch  called after every step of each
inline Sinks sinks(std::uint64_t seed, int steps, const std::function<void()>& watch)
{
    const VisibleKeys with_first{.window = sink_window, .first = 1};
    const VisibleKeys with_more{.window = sink_window, .one_more = true};
    const std::vector<Parameters<float>> models =
        learned({sink_lessons(with_first, seed, steps), sink_lessons(with_more, seed, steps)}, watch);
    return {models[0],
            seen_with(models[0], with_first),
            seen_with(models[0], {.window = sink_window}),
            seen_with(models[0], {.window = sink_window + 1}),
            seen_with(models[0], with_more),
            seen_with(models[1], with_more)};
}

}  // namespace attention
