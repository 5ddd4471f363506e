/// \file
/// Chapter 23: a model learns to write, and is looked at on the way.
#pragma once

#include "23_writing/lessons.hpp"
#include "23_writing/model/bits.hpp"
#include "23_writing/model/training.hpp"
#include "23_writing/model/writer.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace attention
{

/// How good a model is after some steps.
struct Stage {
    int step = 0;         ///< batches so far
    double learned = 0;   ///< bits a character on the beginning of what it learns from, as long as the other text
    double held_out = 0;  ///< bits a character on the text that it never learns from
};

/// A trained model, and how it got there.
struct Grown {
    Writer<float> model;        ///< after the last step
    std::vector<Stage> stages;  ///< from step 0 on
};

/// How good a model is now.
inline Stage stage_of(int step, const Writer<float>& model, const Lessons& lessons)
{
    const std::size_t size = std::min(lessons.held_out.size(), lessons.to_learn.size());
    const std::vector<int> known(lessons.to_learn.begin(),
                                 lessons.to_learn.begin() + static_cast<std::ptrdiff_t>(size));
    return {step, bits_a_character(model, known, lessons.pairs.text_of(known).size()),
            bits_a_character(model, lessons.held_out, lessons.characters)};
}

/// Train a model, and look at it after 1/30, 1/10, 3/10 and all of its steps.
///
/// \param recipe   how it learns
/// \param lessons  what it reads
/// \param watch    called at every step, to show progress
inline Grown grown_writer(const WriterRecipe& recipe, const Lessons& lessons, const WriterWatch& watch)
{
    Grown grown;
    grown.model = learned_to_write(recipe, lessons.to_learn, [&](int step, const Writer<float>& now) {
        watch(step, now);
        const bool look = step == 0 || step == recipe.steps / 30 || step == recipe.steps / 10 ||
                          step == 3 * recipe.steps / 10 || step == recipe.steps;
        if (look) grown.stages.push_back(stage_of(step, now, lessons));
    });
    return grown;
}

}  // namespace attention
