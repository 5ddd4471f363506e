/// \file
/// Chapter 24: how far layers of windows reach, tried with a task that needs just that.
#pragma once

#include "17_induction/forward.hpp"
#include "17_induction/model.hpp"
#include "17_induction/sequences.hpp"
#include "24_cheaper/learned.hpp"

#include "common/random.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace attention
{

/// Random tokens; at each place the token is asked for that stood so many places before.
/// \param back    how many; where there is no such place nothing is asked
/// \param count   how many sequences
/// \param random  where the tokens come from
inline Sequences copy_back_sequences(std::size_t back, std::size_t count, common::Random& random)
{
    const ModelShape known;
    Sequences sequences{known.length, {}, {}};
    for (std::size_t s = 0; s < count; ++s) {
        for (std::size_t place = 0; place < known.length; ++place) {
            sequences.tokens.push_back(static_cast<int>(random.below(known.vocabulary)));
            sequences.targets.push_back(place >= back ? sequences.token(s, place - back) : nothing_asked);
        }
    }
    return sequences;
}

/// How a model of some layers does at one distance.
struct CopyBack {
    std::size_t layers = 0;  ///< each with the same window
    std::size_t back = 0;    ///< how many places
    double accuracy = 0;     ///< on sequences that it did not learn from
};

/// Models of one, two and three layers learn to copy the token as far back as they reach, and one further.
/// \param window  keys that each query of each layer sees, its own among them
/// \param seed    of all that is random
/// \param steps   of each model
/// \param watch   called after every step of each
/// \return        two for each number of layers: at its reach, and one place further
inline std::vector<CopyBack> copies_back(std::size_t window, std::uint64_t seed, int steps,
                                         const std::function<void()>& watch)
{
    std::vector<CopyBack> all;
    std::vector<LearningPlan> lessons;
    for (const std::size_t layers : {3U, 2U, 1U}) {  // those that take longest first
        for (const std::size_t further : {0U, 1U}) {
            const std::size_t back = layers * (window - 1) + further;
            all.push_back({layers, back, 0.0});
            lessons.push_back(
                {.task = [back](int, std::size_t count,
                                common::Random& random) { return copy_back_sequences(back, count, random); },
                 .steps = steps,
                 .seed = seed});
            lessons.back().shape.layers = layers;
            lessons.back().shape.sight.window = window;
        }
    }
    const std::vector<Parameters<float>> models = learned(lessons, watch);
    for (std::size_t m = 0; m < models.size(); ++m) {
        common::Random random(20261125);
        const Sequences fresh = copy_back_sequences(all[m].back, 128, random);
        all[m].accuracy = result_of(forward(models[m], fresh), fresh).accuracy;
    }
    return all;
}

}  // namespace attention
