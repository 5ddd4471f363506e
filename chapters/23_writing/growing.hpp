/// \file
/// Chapter 23: a model learns to write, and is looked at on the way.
#pragma once

#include "23_writing/lessons.hpp"
#include "23_writing/model/bits.hpp"
#include "23_writing/model/training.hpp"
#include "23_writing/model/writer.hpp"
#include "23_writing/saved.hpp"
#include "23_writing/writing.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace attention
{

/// How good a model is after some steps.
struct Stage {
    int step = 0;         ///< batches so far
    double learned = 0;   ///< bits a character on the beginning of what it learns from, about as long as the other text
    double held_out = 0;  ///< bits a character on the text that it never learns from
    std::string written;  ///< how it goes on with a prompt
};

/// A trained model, and how it got there.
struct GrownWriter {
    SavedWriter writer;         ///< after the last step
    std::vector<Stage> stages;  ///< from step 0 on
};

/// What the model is asked to go on with.
inline const std::string prompt = "the query";

/// How good a model is now.
///
/// \param step     batches so far
/// \param writer   the model
/// \param lessons  what it learns from, and is tested with
inline Stage stage_of(int step, const SavedWriter& writer, const Lessons& lessons)
{
    const std::size_t size = std::min(lessons.held_out.size(), lessons.to_learn.size());
    const std::vector<int> known(lessons.to_learn.begin(),
                                 lessons.to_learn.begin() + static_cast<std::ptrdiff_t>(size));
    return {step, bits_a_character(writer.model, known, lessons.pairs.text_of(known).size()),
            bits_a_character(writer.model, lessons.held_out, lessons.characters),
            prompt + written_text(writer, prompt, 60, {})};
}

/// Train a model, and look at it twenty times on the way.
///
/// \param recipe   how it learns
/// \param lessons  what it reads
/// \param watch    called at every step, to show progress
inline GrownWriter grown_writer(const WriterRecipe& recipe, const Lessons& lessons, const WriterWatch& watch)
{
    const int every = std::max(1, recipe.steps / 20);
    std::vector<Stage> stages;
    Writer<float> model = learned_to_write(recipe, lessons.to_learn, [&](int step, const Writer<float>& now) {
        watch(step, now);
        if (step % every == 0 || step == recipe.steps) stages.push_back(stage_of(step, {now, lessons.pairs}, lessons));
    });
    return {{std::move(model), lessons.pairs}, std::move(stages)};
}

}  // namespace attention
