/// \file
/// Chapter 23: what the program prints and draws; nothing to learn here.
#pragma once

#include "23_writing/growing.hpp"
#include "23_writing/lessons.hpp"
#include "23_writing/model/bits.hpp"
#include "23_writing/model/shape.hpp"
#include "23_writing/model/training.hpp"
#include "23_writing/model/writer.hpp"
#include "23_writing/text/tables.hpp"
#include "23_writing/without.hpp"

#include "common/timing.hpp"

#include <fmt/core.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace attention::show
{

using Clock = std::chrono::steady_clock;

inline double seconds_since(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// A progress line on a terminal, gone after the last step.
inline WriterWatch progress(const std::string& what, int steps)
{
    return [what, steps](int step, const Writer<float>&) {
        if (step % 10 == 0) common::show_progress(fmt::format("  {}: step {} of {}", what, step, steps));
        if (step >= steps) common::show_progress("");
    };
}

/// A number with a comma between thousands.
inline std::string with_comma(std::size_t count)
{
    return count < 1000 ? fmt::format("{}", count) : fmt::format("{},{:03}", count / 1000, count % 1000);
}

/// How much there is to read and to learn.
inline void sizes(const WriterShape& shape, const Lessons& lessons, std::size_t characters)
{
    fmt::print("  to learn from: {} characters, {} tokens\n", with_comma(characters),
               with_comma(lessons.to_learn.size()));
    fmt::print("  held out:       {} characters,  {} tokens\n", with_comma(lessons.characters),
               with_comma(lessons.held_out.size()));
    fmt::print("  {} blocks of {} heads, d_model = {}, {} tokens: {} numbers to learn\n", shape.layers, shape.heads,
               shape.d_model, with_comma(shape.vocabulary), with_comma(parameter_count(shape)));
}

/// Bits on the way.
inline void growth(const std::vector<Stage>& stages)
{
    fmt::print("  step  bits a character: learned  held out\n");
    for (const Stage& stage : stages)
        fmt::print("~ {:>4}  {:>25.3f}  {:>8.3f}\n", stage.step, stage.learned, stage.held_out);
}

/// Bits of tables.
inline void rivals(std::string_view text, std::string_view kept, double model)
{
    fmt::print("  remembers  Witten-Bell  Kneser-Ney\n");
    for (const std::size_t remembered : {std::size_t{1}, std::size_t{3}, std::size_t{5}}) {
        fmt::print("  {:>9}  {:>11.3f}  {:>10.3f}\n", remembered,
                   bits_a_character(CharacterTable(text, remembered, Smoothing::witten_bell), kept),
                   bits_a_character(CharacterTable(text, remembered, Smoothing::kneser_ney), kept));
    }
    fmt::print("~ the model {:.3f}\n", model);
}

/// The name of a piece.
inline std::string name_of(Piece piece)
{
    switch (piece) {
    case Piece::nothing: return "nothing";
    case Piece::attention: return "attention";
    case Piece::positions: return "positions";
    case Piece::mlp: return "MLP";
    case Piece::norm: return "norm";
    case Piece::residual: return "residual";
    }
    return "";
}

/// What each piece is good for.
inline void without(WriterRecipe recipe, const Lessons& lessons)
{
    recipe.steps = recipe.steps / 6;
    const auto watch = [&](std::size_t model, int step) {
        progress(fmt::format("model {} of 6", model + 1), recipe.steps)(step, {});
    };
    fmt::print("  without      bits\n");
    for (const Without& row : without_pieces(recipe, lessons, watch))
        fmt::print("~ {:<10}  {:.3f}\n", name_of(row.piece), row.bits);
}

/// One model for each seed.
inline void seeds(WriterRecipe recipe, int count, const Lessons& lessons)
{
    fmt::print("  seed  learned  held out  seconds\n");
    for (int seed = 1; seed <= count; ++seed) {
        recipe.seed = static_cast<std::uint64_t>(seed);
        const auto start = Clock::now();
        const Writer<float> model =
            learned_to_write(recipe, lessons.to_learn, progress(fmt::format("seed {}", seed), recipe.steps));
        const double seconds = seconds_since(start);
        const Stage stage = stage_of(recipe.steps, model, lessons);
        fmt::print("~ {:>4}  {:>7.3f}  {:>8.3f}  {:>7.1f}\n", seed, stage.learned, stage.held_out, seconds);
    }
}

}  // namespace attention::show
