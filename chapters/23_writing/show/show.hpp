/// \file
/// Chapter 23: what the program prints and draws; nothing to learn here.
#pragma once

#include "23_writing/by_hand.hpp"
#include "23_writing/checked.hpp"
#include "23_writing/growing.hpp"
#include "23_writing/lessons.hpp"
#include "23_writing/model/shape.hpp"
#include "23_writing/model/training.hpp"
#include "23_writing/model/writer.hpp"
#include "23_writing/rivals.hpp"
#include "23_writing/saved.hpp"
#include "23_writing/show/block.hpp"
#include "23_writing/show/growth.hpp"
#include "23_writing/show/merges.hpp"
#include "23_writing/text/byte_pairs.hpp"
#include "23_writing/text/merges_shown.hpp"
#include "23_writing/without.hpp"

#include "common/map.hpp"
#include "common/pictures.hpp"
#include "common/tensor.hpp"
#include "common/timing.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace attention::show
{

using Clock = std::chrono::steady_clock;

inline std::string yes(bool holds) { return holds ? "yes" : "no"; }

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

/// One row through a norm and an MLP.
inline void by_hand(const RowByHand& row)
{
    const auto print = [](const char* what, const Matrix& numbers) {
        fmt::print("  {:<44}  {:>6.3f}  {:>6.3f}\n", what, numbers(0, 0), numbers(0, 1));
    };
    fmt::print("  {:<44}   water   money\n", "");
    print("the row, as attention has left it", row.before);
    print("after the norm", row.normed.rows);
    print("two detectors: water - money, money - water", row.mlp.hidden);
    print("how far each is let through", row.mlp.open);
    print("what each says", row.mlp.bent);
    print("the row, and what they say", row.after);
}

/// Of the held-out text.
inline double characters_a_token(const Lessons& lessons)
{
    return static_cast<double>(lessons.characters) / static_cast<double>(lessons.held_out.size());
}

/// How much there is to read and to learn, and whether the gradient is right.
inline void sizes(const WriterShape& shape, const Lessons& lessons, std::size_t characters)
{
    fmt::print("  to learn from: {} characters, {} tokens of {} kinds\n", with_comma(characters),
               with_comma(lessons.to_learn.size()), with_comma(shape.vocabulary));
    fmt::print("  held out: {} characters, {} tokens, {:.3f} characters each\n", with_comma(lessons.characters),
               with_comma(lessons.held_out.size()), characters_a_token(lessons));
    const PartSizes parts = part_sizes(shape);
    fmt::print("  {} numbers: {} embedding, {} attention, {} MLPs, {} norms\n", with_comma(parameter_count(shape)),
               with_comma(parts.embedding), with_comma(parts.attention), with_comma(parts.mlps),
               with_comma(parts.norms));
    const std::vector<double> errors = gradient_errors_of_small_model();
    fmt::print("  gradient of each of {} parts, against differences: error below 1e-6: {}\n", errors.size(),
               yes(std::ranges::max(errors) < 1e-6));
}

/// A model beside tables, with little text and with all of it.
/// \param little      with an eighth of the text
/// \param all         with all of it
/// \param characters  in a token, on average
inline void rivals(const Rivals& little, const Rivals& all, double characters)
{
    fmt::print("  bits a character, on held-out lessons    an eighth of the text     all of it\n");
    const auto print = [](const char* mark, const char* who, double few, double many) {
        fmt::print("{} {:<38}  {:>21.3f}  {:>12.3f}\n", mark, who, few, many);
    };
    print(" ", "a table, 1 character (Witten-Bell)", little.one, all.one);
    print(" ", "a table, 3 characters (Witten-Bell)", little.three, all.three);
    print(" ", "a table, 5 characters (Kneser-Ney)", little.five, all.five);
    print("~", "the model", little.model, all.model);
    fmt::print("~ the same, with all of it, in bits for each of its tokens: {:.3f}\n", characters * all.model);
    const auto ahead = [](const Rivals& r) { return yes(r.model < 0.85 * r.three && r.model < r.five); };
    fmt::print("  15 percent below 3 characters and also below 5: an eighth {}, all of it {}\n", ahead(little),
               ahead(all));
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
inline void without(const WriterRecipe& recipe, const Lessons& lessons)
{
    const auto watch = [&](std::size_t model, int step) {
        progress(fmt::format("model {} of 6", model + 1), recipe.steps)(step, {});
    };
    const std::vector<WithoutPiece> rows = without_pieces(recipe, lessons, watch);
    fmt::print("  {:>4} steps each, without  bits a character  more than with everything\n", recipe.steps);
    for (const WithoutPiece& row : rows) {
        fmt::print("~ {:>24}  {:>16.3f}  {:>25.3f}\n", name_of(row.piece), row.bits, row.bits - rows.front().bits);
    }
}

/// The same with single characters as tokens, where each step is faster and attention has more to do: a fifth of the steps.
inline void without_by_characters(WriterRecipe recipe, std::string_view text, std::string_view held_out)
{
    recipe.shape.vocabulary = bytes;
    recipe.steps /= 5;
    without(recipe, lessons_of(text, held_out, bytes));
}

/// One model for each seed.
inline void seeds(WriterRecipe recipe, int count, const Lessons& lessons)
{
    fmt::print("  seed  learned  held out  seconds\n");
    double sum = 0.0;
    for (int seed = 1; seed <= count; ++seed) {
        recipe.seed = static_cast<std::uint64_t>(seed);
        const auto start = Clock::now();
        const Writer<float> model =
            learned_to_write(recipe, lessons.to_learn, progress(fmt::format("seed {}", seed), recipe.steps));
        const double seconds = seconds_since(start);
        const Stage stage = stage_of(recipe.steps, {model, lessons.pairs}, lessons);
        fmt::print("~ {:>4}  {:>7.3f}  {:>8.3f}  {:>7.1f}\n", seed, stage.learned, stage.held_out, seconds);
        sum += stage.held_out;
    }
    fmt::print("~ mean            {:>8.3f}\n", sum / count);
}

/// A model that has learned before.
inline void saved(const Lessons& lessons, const Rivals& tables)
{
    if (!std::filesystem::exists(usual_weights)) {
        fmt::print("  No weights are saved yet: a full run without --saved leaves them.\n");
        return;
    }
    const SavedWriter writer = load_writer(usual_weights);
    const Stage stage = stage_of(0, writer, lessons);
    two_lines(stage.written);
    fmt::print("~ bits a character on held-out lessons: {:.3f}; a table, 5 characters: {:.3f}\n", stage.held_out,
               tables.five);
}

/// What is asked for instead of all else.
struct Instead {
    int seeds = 0;         ///< a table of so many models
    bool saved = false;    ///< what the latest run has saved
    bool without = false;  ///< what each piece is good for
};

/// Show that. \return whether anything was asked for
inline bool instead(const Instead& asked, const WriterRecipe& recipe, const Lessons& lessons, const Rivals& tables)
{
    if (asked.seeds > 0) seeds(recipe, asked.seeds, lessons);
    if (asked.saved) saved(lessons, tables);
    if (asked.without) without(recipe, lessons);
    return asked.seeds > 0 || asked.saved || asked.without;
}

/// All pictures of the lesson.
inline void draw(const GrownWriter& grown, const Rivals& tables, const common::Pictures& pictures)
{
    pictures.save("map.svg", common::map_svg({common::Step::words, common::Step::vectors, common::Step::output},
                                             "chapter 23: attention in a whole model, from words to the next word"));
    pictures.save("block.svg", block_picture());
    pictures.save("merges.svg", merges_picture(shown_merges(merged_sentence)));
    pictures.save("growth.svg", growth_plot(grown.stages, tables).svg());
}

}  // namespace attention::show
