/// \file
/// Chapter 23: a model beside tables that remember a few characters, with much text and with little.
#pragma once

#include "23_writing/lessons.hpp"
#include "23_writing/model/bits.hpp"
#include "23_writing/model/training.hpp"
#include "23_writing/text/tables.hpp"

#include <cstddef>
#include <string_view>

namespace attention
{

/// Bits a character on the held-out text, each after reading the same text. A table is named by the characters it remembers.
struct Rivals {
    double one = 0;    ///< one character, Witten-Bell
    double three = 0;  ///< three characters, Witten-Bell
    double five = 0;   ///< five characters, Kneser-Ney
    double model = 0;  ///< the model
};

/// What tables make of a text.
///
/// \param to_learn  what they count
/// \param held_out  what they are tested with
/// \param model     what a model has got that has read the same, bits a character
inline Rivals rivals_of(std::string_view to_learn, std::string_view held_out, double model)
{
    const auto bits = [&](std::size_t remembered, Smoothing smoothing) {
        return bits_a_character(CharacterTable(to_learn, remembered, smoothing), held_out);
    };
    return {bits(1, Smoothing::witten_bell), bits(3, Smoothing::witten_bell), bits(5, Smoothing::kneser_ney), model};
}

/// The beginning of a text, an eighth of it, up to the end of a paragraph.
inline std::string_view an_eighth(std::string_view text)
{
    const std::string_view eighth = text.substr(0, text.size() / 8);
    return eighth.substr(0, eighth.rfind('\n') + 1);
}

/// A model that reads an eighth of the text, in a quarter of the steps and with a stronger pull back to 0: of what we have tried,
/// this did best. And tables that count that eighth.
///
/// \param recipe    how a model learns that reads all of it
/// \param text      all of it
/// \param held_out  what all are tested with
/// \param watch     called at every step, to show progress
inline Rivals with_little_text(WriterRecipe recipe, std::string_view text, std::string_view held_out,
                               const WriterWatch& watch)
{
    const std::string_view little = an_eighth(text);
    const Lessons lessons = lessons_of(little, held_out, static_cast<int>(recipe.shape.vocabulary));
    recipe.shape.vocabulary = static_cast<std::size_t>(lessons.pairs.vocabulary());
    recipe.steps /= 4;
    recipe.adam.weight_decay = 1.0;
    const Writer<float> model = learned_to_write(recipe, lessons.to_learn, watch);
    return rivals_of(little, held_out, bits_a_character(model, lessons.held_out, lessons.characters));
}

}  // namespace attention
