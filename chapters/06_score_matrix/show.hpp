/// \file
/// Chapter 6: what the program prints and draws; nothing to learn here.
#pragma once

#include "02_softmax/softmax.hpp"
#include "06_score_matrix/score_matrix.hpp"
#include "06_score_matrix/softmax_columns.hpp"

#include "common/blas.hpp"
#include "common/print.hpp"
#include "common/svg.hpp"
#include "common/tensor.hpp"

#include <fmt/core.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace attention::show
{

using common::number;

inline std::string shape(const Matrix& M) { return fmt::format("({}, {})", M.shape(0), M.shape(1)); }

/// Every matrix between queries and output, with its shape.
inline void shapes(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    const Matrix scores = score_matrix(Q, K);
    const Matrix weights = softmax_rows(scores);
    common::Table table({"matrix", "shape", "here", "one row is"});
    table.add_row({"Q", "(n, d_k)", shape(Q), "a query"});
    table.add_row({"K", "(m, d_k)", shape(K), "a key"});
    table.add_row({"V", "(m, d_v)", shape(V), "a value"});
    table.add_row({"Q K^T", "(n, m)", shape(scores), "a query's scores"});
    table.add_row({"softmax", "(n, m)", shape(weights), "a query's weights"});
    table.add_row({"weights V", "(n, d_v)", shape(common::product(weights, V)), "a query's output"});
    table.print();
}

/// The weights of one query, by softmax in the right direction and in the wrong one.
inline void both_directions(const Matrix& scores, const std::vector<std::string>& words, std::size_t query)
{
    const auto line = [&](std::string_view direction, const Matrix& weights) {
        const Vector row = row_of(weights, query);
        fmt::print("  {:<18}  {}'s weights {}, sum {}\n", direction, words[query], common::numbers(row, 3),
                   number(xt::sum(row)(), 3));
    };
    line("along each row", softmax_rows(scores));
    line("down each column", softmax_columns(scores));
}

/// A matrix as a grid of numbers, one row or column of it darker than the rest.
struct Grid {
    std::string_view kind;
    Matrix M;
    double x;
    double y;
    std::size_t marked_row;     ///< M.shape(0) for none
    std::size_t marked_column;  ///< M.shape(1) for none

    static constexpr double width = 50;
    static constexpr double height = 34;

    void draw(common::Svg& svg) const
    {
        for (std::size_t i = 0; i < M.shape(0); ++i) {
            for (std::size_t j = 0; j < M.shape(1); ++j) {
                const double left = x + width * static_cast<double>(j);
                const double top = y + height * static_cast<double>(i);
                const bool marked = (marked_row == M.shape(0) || i == marked_row) &&
                                    (marked_column == M.shape(1) || j == marked_column);
                svg.rectangle(left + 1, top + 1, width - 2, height - 2, kind, marked ? 0.3 : 0.08);
                svg.text(left + width / 2, top + 22, number(M(i, j), 1), marked ? "ink strong" : "ink",
                         common::Anchor::middle, 15);
            }
        }
        svg.box(x, y, width * static_cast<double>(M.shape(1)), height * static_cast<double>(M.shape(0)), kind);
    }
};

/// Q to the left of its scores, K^T above them: row and column meet in an entry.
inline std::string row_meets_column(const Matrix& Q, const Matrix& K, const std::vector<std::string>& words)
{
    common::Svg svg(400, 406, "A row of Q meets a column of K transposed",
                    "Q, three rows of two numbers, is to the left of the scores, and K transposed, two rows of three "
                    "numbers, is above them. The row of bank in Q and the column of river in K transposed are marked. "
                    "They meet in one entry of the scores, the third in the second column: 2.");
    svg.paragraph(20, 28, 364, "Where the row of bank meets the column of river", "ink", 15);
    const Matrix K_transposed = xt::transpose(K);
    const Grid q = {"query", Q, 66, 200, 2, 2};
    const Grid k = {"key", K_transposed, 224, 96, 2, 1};
    const Grid s = {"ink", score_matrix(Q, K), 224, 200, 2, 1};
    for (const Grid& grid : {q, k, s}) grid.draw(svg);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto at = static_cast<double>(i);
        svg.text(q.x - 10, q.y + Grid::height * at + 22, words[i], i == 2 ? "ink strong" : "muted",
                 common::Anchor::end);
        svg.text(k.x + Grid::width * (at + 0.5), k.y - 8, words[i], i == 1 ? "ink strong" : "muted",
                 common::Anchor::middle);
    }
    svg.text(k.x - 14, k.y + 39, "K^T", "key strong", common::Anchor::end, 17);
    svg.text(q.x + Grid::width, q.y - 12, "Q", "query strong", common::Anchor::middle, 17);
    svg.text(k.x, k.y - 30, "m keys, one per column", "key", common::Anchor::start, 12);
    svg.text(q.x, q.y + 122, "n queries, one per row", "query", common::Anchor::start, 12);
    svg.text(s.x, s.y + 122, "scores: n rows, m columns", "ink", common::Anchor::start, 12);
    svg.text(s.x, s.y + 148,
             fmt::format("{} · {} + {} · {} = {}", number(Q(2, 0), 0), number(K(1, 0), 0), number(Q(2, 1), 0),
                         number(K(1, 1), 0), number(s.M(2, 1), 0)),
             "ink strong", common::Anchor::start, 15);
    svg.paragraph(20, 372, 364, "A query and a key have the same number of entries, d_k: here two.", "muted");
    return svg.document();
}

}  // namespace attention::show
