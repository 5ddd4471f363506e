/// \file
/// Chapter 7: the picture of all of attention, with its numbers; nothing to learn here.
#pragma once

#include "05_queries_keys_values/bank_projections.hpp"
#include "05_queries_keys_values/projections.hpp"
#include "07_attention/step_by_step.hpp"

#include "common/print.hpp"
#include "common/svg.hpp"
#include "common/tensor.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace attention::show
{

inline constexpr double cell_width = 46;
inline constexpr double cell_height = 22;

/// A matrix on the wall: a grid of numbers below its title.
struct Grid {
    std::string title;                 ///< what it is called
    std::string note;                  ///< what it says, after the title
    std::string_view kind;             ///< its colour
    Matrix M;                          ///< the numbers
    std::vector<std::string> rows;     ///< names
    std::vector<std::string> columns;  ///< names
    int decimals;
    double x;  ///< of the left edge of the numbers
    double y;  ///< of their upper edge

    double right() const { return x + cell_width * static_cast<double>(M.shape(1)); }
    double bottom() const { return y + cell_height * static_cast<double>(M.shape(0)); }
    double centre() const { return (x + right()) / 2; }
    double middle() const { return (y + bottom()) / 2; }
};

/// Words or letters in bold.
/// \return  where they end, roughly
inline double formula(common::Svg& svg, double x, double y, const std::string& text, std::string_view kind)
{
    svg.text(x, y, text, std::string(kind) + " strong", common::Anchor::start, 15);
    return x + 1.08 * common::text_width(text, 15);
}

/// The cells of a grid: the row of "bank" darker than the others, and weights as dark as they are large.
inline void draw_cells(common::Svg& svg, const Grid& grid)
{
    const std::size_t n = grid.M.shape(0);
    for (std::size_t i = 0; i < n; ++i) {
        const double y = grid.y + cell_height * static_cast<double>(i);
        const bool is_bank = grid.rows[i] == "bank";
        svg.text(grid.x - 8, y + 15.5, grid.rows[i], is_bank ? "ink strong" : "muted", common::Anchor::end, 12);
        for (std::size_t j = 0; j < grid.M.shape(1); ++j) {
            const double x = grid.x + cell_width * static_cast<double>(j);
            const double shade = grid.kind == "accent" ? 0.45 * grid.M(i, j) : is_bank ? 0.24 : 0.08;
            svg.rectangle(x + 1, y + 1, cell_width - 2, cell_height - 2, grid.kind, shade);
            svg.text(x + cell_width / 2, y + 15.5, common::number(grid.M(i, j), grid.decimals),
                     is_bank ? "ink strong" : "ink", common::Anchor::middle, 12);
        }
    }
}

inline void draw(common::Svg& svg, const Grid& grid)
{
    const double end = formula(svg, grid.x, grid.y - 25, grid.title, grid.kind);
    svg.text(end + 8, grid.y - 25, grid.note, "muted", common::Anchor::start, 12);
    for (std::size_t j = 0; j < grid.columns.size(); ++j) {
        svg.text(grid.x + cell_width * (static_cast<double>(j) + 0.5), grid.y - 7, grid.columns[j], "muted",
                 common::Anchor::middle, 11);
    }
    draw_cells(svg, grid);
    svg.box(grid.x, grid.y, grid.right() - grid.x, grid.bottom() - grid.y, grid.kind);
}

/// Where the matrices are: X on top, below it the three lanes from projections to roles, then what is made of those.
struct Place {
    static constexpr double X_x = 276;
    static constexpr double query_x = 100;
    static constexpr double key_x = 276;
    static constexpr double value_x = 446;
    static constexpr double X_y = 140;
    static constexpr double projections_y = 300;
    static constexpr double roles_y = 478;
    static constexpr double choices_y = 642;
    static constexpr double outputs_y = 818;
};

/// How far above its numbers a grid begins, and how far from them an arrow stays.
constexpr double head_room = 44;
constexpr double margin = 8;

/// The upper half: words, projections, and the three roles.
inline void draw_roles(common::Svg& svg, const bank::WordVectors& sentence, const Projections& W, const Roles& roles)
{
    const auto& words = sentence.words;
    const Grid X = {"X", "what each word is", "ink", sentence.X, words, bank::features, 1, Place::X_x, Place::X_y};
    draw(svg, X);
    const std::vector<std::string> about = {"water", "money"};
    const auto lane = [&](const std::string& name, const std::string& note, std::string_view kind, const Matrix& W_role,
                          const Matrix& role, const std::vector<std::string>& columns, double x, int decimals) {
        const Grid projection = {"W^" + name, "written by hand",   kind, W_role, bank::features, columns, 1,
                                 x,           Place::projections_y};
        const Grid result = {name, note, kind, role, words, columns, decimals, x, Place::roles_y};
        draw(svg, projection);
        draw(svg, result);
        const double middle = projection.centre();
        svg.arrow(X.centre() + (middle - X.centre()) * 0.3, X.bottom() + margin, middle, projection.y - head_room,
                  kind);
        svg.arrow(middle, projection.bottom() + margin, middle, result.y - head_room, kind);
        const double after_X = formula(svg, middle + 12, (projection.bottom() + result.y) / 2 - 13, "X", "ink");
        formula(svg, after_X + 4, (projection.bottom() + result.y) / 2 - 13, "W^" + name, kind);
    };
    lane("Q", "what it asks", "query", W.W_Q, roles.Q, bank::questions, Place::query_x, 1);
    lane("K", "what it answers", "key", W.W_K, roles.K, about, Place::key_x, 1);
    lane("V", "what it hands over", "value", W.W_V, roles.V, bank::features, Place::value_x, 2);
}

/// Below the queries and the keys: scores, and to the right of them weights.
inline void draw_choices(common::Svg& svg, const std::vector<std::string>& words, const Steps& steps)
{
    const Grid scores = {"scores", "who matches whom", "ink", steps.scores, words, words, 1, 150, Place::choices_y};
    const Grid weights = {"weights", "how much of whom", "accent", steps.weights, words, words, 3,
                          412,       Place::choices_y};
    draw(svg, scores);
    draw(svg, weights);
    const double from = Place::roles_y + 3 * cell_height + margin;
    svg.arrow(Place::query_x + cell_width, from, scores.centre() - 20, scores.y - head_room, "query");
    svg.arrow(Place::key_x + cell_width, from, scores.centre() + 20, scores.y - head_room, "key");
    const double after_Q = formula(svg, scores.centre() - 21, from + 20, "Q", "query");
    formula(svg, after_Q + 3, from + 20, "K^T", "key");
    svg.arrow(scores.right() + margin, scores.middle(), weights.x - 46, scores.middle(), "accent");
    const double between = (scores.right() + weights.x - 38) / 2;
    svg.text(between, scores.middle() - 25, "softmax,", "accent strong", common::Anchor::middle, 12);
    svg.text(between, scores.middle() - 10, "row by row", "accent strong", common::Anchor::middle, 12);
    svg.text(weights.x, weights.bottom() + 18, "each row sums to 1", "muted", common::Anchor::start, 12);
}

/// The bottom: what each word gathers, and what it becomes.
inline void draw_outputs(common::Svg& svg, const std::vector<std::string>& words, const Steps& steps)
{
    const Grid output = {"output", "what it gathers", "ink",           steps.output, words, bank::features,
                         3,        Place::value_x,    Place::outputs_y};
    const Grid after = {"X + output",   "what each word is now", "ink", steps.after, words, bank::features, 3,
                        Place::query_x, Place::outputs_y};
    draw(svg, output);
    draw(svg, after);
    const double top = output.y - head_room;
    svg.arrow(output.right() - 9, Place::roles_y + 3 * cell_height + margin, output.right() - 9, top, "value");
    const double from_weights = 412 + 1.5 * cell_width;
    svg.arrow(from_weights, Place::choices_y + 3 * cell_height + 26, from_weights, top, "accent");
    const double end = formula(svg, from_weights + 12, top - 16, "weights", "accent");
    formula(svg, end + 4, top - 16, "V", "value");
    svg.arrow(output.x - 46, output.middle(), after.right() + margin, output.middle(), "ink");
    const double between = (after.right() + output.x - 38) / 2;
    svg.text(between, output.middle() - 26, "added to what", "ink", common::Anchor::middle, 13);
    svg.text(between, output.middle() - 10, "the word was", "ink", common::Anchor::middle, 13);
}

/// The way of X past everything, down the left edge.
inline void draw_residual(common::Svg& svg)
{
    constexpr double edge = 28;
    const double from = Place::X_y + 1.5 * cell_height;
    const double to = Place::outputs_y + 1.5 * cell_height;
    svg.line(Place::X_x - 46, from, edge, from, "ink", 2.2);
    svg.line(edge, from, edge, to, "ink", 2.2);
    svg.arrow(edge, to, Place::query_x - 46, to, "ink");
    svg.text(edge + 8, from - 25, "X is kept:", "ink", common::Anchor::start, 13);
    svg.text(edge + 8, from - 9, "the residual connection", "ink strong", common::Anchor::start, 13);
}

/// All of a sentence on one sheet: every matrix of a sentence with its numbers, and what leads from one to the next.
inline std::string wall_picture(const bank::WordVectors& sentence, const Projections& W, const Steps& steps)
{
    common::Svg svg(
        650, 904, "From words to new vectors, with every number: the river bank",
        "Nine steps as grids of numbers. On top X, one row for each of the, river and bank. Three arrows "
        "lead down through the projections W^Q, W^K and W^V, written by hand, to the queries, keys and values. Queries and "
        "keys meet in the scores, a square of three by three; softmax makes weights of each row. Weights and "
        "values meet in the output, and the output is added to X. The row of bank is marked throughout: its "
        "weights are small on the, large on river and middling on bank, and water is what it gains.");
    svg.text(24, 34, "From words to new vectors, with every number: \"the river bank\"", "ink strong",
             common::Anchor::start, 16);
    svg.text(24, 58, "In bold: the row of bank. It asks all keys, and takes from all values.", "muted",
             common::Anchor::start, 13);
    draw_roles(svg, sentence, W, steps.roles);
    draw_choices(svg, sentence.words, steps);
    draw_outputs(svg, sentence.words, steps);
    draw_residual(svg);
    return svg.document();
}

}  // namespace attention::show
