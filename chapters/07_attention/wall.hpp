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
    std::string title;                 ///< what it is called; the letter after `^` is small and raised
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

/// A word or a letter, with a small raised letter after `^`, in bold.
/// \return  where it ends, roughly
inline double formula(common::Svg& svg, double x, double y, const std::string& text, std::string_view kind)
{
    const std::string strong = std::string(kind) + " strong";
    const std::size_t mark = text.find('^');
    const std::string base = text.substr(0, mark);
    svg.text(x, y, base, strong, common::Anchor::start, 15);
    x += base == "W" ? 16 : base.size() == 1 ? 12 : 9 * static_cast<double>(base.size());
    if (mark == std::string::npos) return x;
    svg.text(x, y - 6, text.substr(mark + 1), strong, common::Anchor::start, 11);
    return x + 9;
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

/// The left half: words, projections, and the three roles.
inline void draw_roles(common::Svg& svg, const bank::WordVectors& sentence, const Projections& W, const Roles& roles)
{
    const auto& words = sentence.words;
    const Grid X = {"X", "what each word is", "ink", sentence.X, words, bank::features, 1, 66, 296};
    draw(svg, X);
    const std::vector<std::string> about = {"water", "money"};
    const auto lane = [&](const std::string& name, const std::string& note, std::string_view kind, const Matrix& W_role,
                          const Matrix& role, const std::vector<std::string>& columns, double middle, int decimals) {
        const Grid projection = {"W^" + name, "written by hand", kind, W_role, bank::features, columns, 1,
                                 352,         middle - 44};
        const Grid result = {name, note, kind, role, words, columns, decimals, 640, middle - 33};
        draw(svg, projection);
        draw(svg, result);
        svg.arrow(X.right() + 8, X.middle() + (middle - X.middle()) * 0.08, 298, middle, kind);
        svg.arrow(projection.right() + 8, middle, 598, middle, kind);
        const double after_X = formula(svg, (projection.right() + 598) / 2 - 24, middle - 9, "X", "ink");
        formula(svg, after_X + 4, middle - 9, "W^" + name, kind);
    };
    lane("Q", "what it asks", "query", W.W_Q, roles.Q, bank::questions, 139, 1);
    lane("K", "what it answers", "key", W.W_K, roles.K, about, 329, 1);
    lane("V", "what it hands over", "value", W.W_V, roles.V, bank::features, 519, 2);
}

/// The right half: scores and weights.
inline void draw_choices(common::Svg& svg, const std::vector<std::string>& words, const Steps& steps)
{
    const Grid scores = {"scores", "who matches whom", "ink", steps.scores, words, words, 1, 876, 201};
    const Grid weights = {"weights", "how much of whom", "accent", steps.weights, words, words, 3, 876, 390};
    draw(svg, scores);
    draw(svg, weights);
    svg.arrow(736, 139, 830, 214, "query");
    svg.arrow(736, 329, 830, 254, "key");
    const double after_Q = formula(svg, 768, 239, "Q", "query");
    formula(svg, after_Q + 3, 239, "K^T", "key");
    svg.arrow(scores.centre(), scores.bottom() + 8, scores.centre(), weights.y - 46, "accent");
    svg.text(scores.centre() + 12, 301, "softmax,", "accent strong", common::Anchor::start, 13);
    svg.text(scores.centre() + 12, 317, "row by row", "accent strong", common::Anchor::start, 13);
    svg.text(scores.x, weights.bottom() + 18, "each row sums to 1", "muted", common::Anchor::start, 12);
}

/// The bottom: what each word gathers, and what it becomes.
inline void draw_outputs(common::Svg& svg, const std::vector<std::string>& words, const Steps& steps)
{
    const Grid output = {"output", "what it gathers", "ink", steps.output, words, bank::features, 3, 640, 662};
    const Grid after = {"X + output", "what each word is now", "ink", steps.after, words, bank::features, 3, 66, 662};
    draw(svg, output);
    draw(svg, after);
    svg.arrow(output.centre(), 560, output.centre(), output.y - 46, "value");
    svg.line(945, 482, 945, output.middle(), "accent", 2.2);
    svg.arrow(945, output.middle(), output.right() + 8, output.middle(), "accent");
    const double end = formula(svg, output.right() + 22, output.middle() - 9, "weights", "accent");
    formula(svg, end + 9, output.middle() - 9, "V", "value");
    svg.arrow(598, output.middle(), after.right() + 12, output.middle(), "ink");
    svg.text(424, output.middle() - 10, "added to what the word was", "ink", common::Anchor::middle, 13);
    svg.arrow(after.centre(), 370, after.centre(), after.y - 46, "ink");
    svg.text(after.centre() + 10, 472, "X is kept:", "ink", common::Anchor::start, 13);
    svg.text(after.centre() + 10, 489, "the residual", "ink strong", common::Anchor::start, 13);
    svg.text(after.centre() + 10, 506, "connection", "ink strong", common::Anchor::start, 13);
}

/// All of a sentence on one sheet: every matrix of a sentence with its numbers, and what leads from one to the next.
inline std::string wall_picture(const bank::WordVectors& sentence, const Projections& W, const Steps& steps)
{
    common::Svg svg(
        1080, 764, "From words to new vectors, with every number: the river bank",
        "Nine steps as grids of numbers. On the left X, one row for each of the, river and bank. Three arrows "
        "lead through the projections W^Q, W^K and W^V, written by hand, to the queries, keys and values. Queries and keys "
        "meet in the scores, a square of three by three; softmax makes weights of each row. Weights and "
        "values meet in the output, and the output is added to X. The row of bank is marked throughout: its "
        "weights are small on the, large on river and middling on bank, and water is what it gains.");
    svg.text(24, 36, "From words to new vectors, with every number: \"the river bank\"", "ink strong",
             common::Anchor::start, 19);
    svg.text(24, 60, "In bold: the row of bank.", "muted", common::Anchor::start, 13);
    svg.text(24, 78, "It asks all keys, and takes from all values.", "muted", common::Anchor::start, 13);
    draw_roles(svg, sentence, W, steps.roles);
    draw_choices(svg, sentence.words, steps);
    draw_outputs(svg, sentence.words, steps);
    return svg.document();
}

}  // namespace attention::show
