/// \file
/// Chapter 23: models that are built without one of the pieces, each trained from nothing.
#pragma once

#include "23_writing/lessons.hpp"
#include "23_writing/model/bits.hpp"
#include "23_writing/model/shape.hpp"
#include "23_writing/model/training.hpp"

#include <cstddef>
#include <functional>
#include <vector>

namespace attention
{

/// How a model does without a piece.
struct WithoutPiece {
    Piece piece = Piece::nothing;  ///< what it is built without
    double bits = 0;               ///< a character of the held-out text
};

/// Train a model with everything, and one without each piece. All learn from the same windows, and begin with the same numbers.
///
/// \param recipe   how each learns
/// \param lessons  what they read
/// \param watch    called with the number of a model and at each of its steps
inline std::vector<WithoutPiece> without_pieces(WriterRecipe recipe, const Lessons& lessons,
                                                const std::function<void(std::size_t, int)>& watch)
{
    std::vector<WithoutPiece> result;
    for (const Piece piece :
         {Piece::nothing, Piece::norm, Piece::mlp, Piece::residual, Piece::positions, Piece::attention}) {
        recipe.shape.without = piece;
        const Writer<float> model = learned_to_write(
            recipe, lessons.to_learn, [&](int step, const Writer<float>&) { watch(result.size(), step); });
        result.push_back({piece, bits_a_character(model, lessons.held_out, lessons.characters)});
    }
    return result;
}

}  // namespace attention
