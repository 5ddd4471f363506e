// Chapter 6: all queries with all keys.   S = Q K^T,  S_ij = q_i . k_j

#include "06_score_matrix/score_matrix.hpp"

#include "common/blas.hpp"
#include "common/pictures.hpp"
#include "common/print.hpp"
#include "common/random.hpp"
#include "common/svg.hpp"
#include "common/tensor.hpp"
#include "common/timing.hpp"

#include <fmt/core.h>

#include <string>
#include <vector>

using namespace attention;
using common::number;

namespace
{

void show_entry()
{
    common::heading("Two queries, three keys, five coordinates");
    const Matrix Q = {{1, 0, 2, -1, 1}, {0, 1, -1, 2, 0}};
    const Matrix K = {{1, 1, 0, 0, 2}, {0, 2, 1, -1, 0}, {2, -1, 0, 1, -1}};
    const Matrix scores = score_matrix(Q, K);
    common::print_matrix("Q", Q, {.rows = {"q_1", "q_2"}, .decimals = 0});
    common::print_matrix("K", K, {.rows = {"k_1", "k_2", "k_3"}, .decimals = 0});
    common::print_matrix("Q K^T", scores, {.rows = {"q_1", "q_2"}, .columns = {"k_1", "k_2", "k_3"}, .decimals = 0});
    fmt::print("  row 2, column 3 is q_2 . k_3 = {}\n", number(dot(row_of(Q, 1), row_of(K, 2)), 0));
}

std::string shape(const Matrix& M) { return fmt::format("({}, {})", M.shape(0), M.shape(1)); }

void show_shapes()
{
    common::heading("Shapes: n = 4 queries, m = 6 keys, d_k = 3, d_v = 2");
    common::Random random(6);
    const Matrix Q = random.normal_matrix(4, 3);
    const Matrix K = random.normal_matrix(6, 3);
    const Matrix V = random.normal_matrix(6, 2);
    const Matrix scores = score_matrix(Q, K);
    common::Table table({"tensor", "shape", "here", "one row is"});
    table.add_row({"Q", "(n, d_k)", shape(Q), "a query"});
    table.add_row({"K", "(m, d_k)", shape(K), "a key"});
    table.add_row({"V", "(m, d_v)", shape(V), "a value"});
    table.add_row({"Q K^T", "(n, m)", shape(scores), "a query's scores"});
    table.add_row({"softmax", "(n, m)", shape(scores), "a query's weights"});
    table.add_row({"weights V", "(n, d_v)", shape(common::product(scores, V)), "a query's output"});
    table.print();
}

void show_agreement()
{
    common::heading("Loops and BLAS: the same numbers, at another speed");
    common::Random random(7);
    const Matrix Q = random.normal_matrix(256, 64);
    const Matrix K = random.normal_matrix(384, 64);
    const Matrix apart = xt::abs(score_matrix(Q, K) - score_matrix_by_loops(Q, K));
    const double largest = xt::amax(apart)();
    fmt::print("  256 queries, 384 keys, d_k = 64: they differ by less than 1e-12: {}\n",
               largest < 1e-12 ? "yes" : "no");
    const double loops = common::median_seconds([&] { score_matrix_by_loops(Q, K); }, 3);
    const double blas = common::median_seconds([&] { score_matrix(Q, K); }, 3);
    fmt::print("~ loops take {:.2f} ms, BLAS takes {:.2f} ms: {:.1f} times as fast\n", 1e3 * loops, 1e3 * blas,
               loops / blas);
}

void show_self()
{
    common::heading("Words that ask each other: n = m, and Q = K");
    const Matrix X = {{1, 0}, {0, 1}, {1, 1}};
    const std::vector<std::string> words = {"cat", "sat", "mat"};
    common::print_matrix("X X^T", score_matrix(X, X), {.rows = words, .columns = words, .decimals = 0});
}

/// A matrix as a rectangle, its sizes at its edges.
void draw_matrix(common::Svg& svg, double x, double y, double width, double height, const std::string& name,
                 const std::string& rows, const std::string& columns)
{
    svg.rectangle(x, y, width, height, "accent", 0.18);
    svg.text(x + width / 2, y + height / 2 + 5, name, "ink", common::Anchor::middle, 15);
    svg.text(x - 8, y + height / 2 + 4, rows, "muted", common::Anchor::end);
    svg.text(x + width / 2, y - 8, columns, "muted", common::Anchor::middle);
}

void draw_shapes(const common::Pictures& pictures)
{
    common::Svg svg(
        560, 250, "Q times K transposed",
        "Q is four rows by three columns, K transposed three rows by six columns; their product has four "
        "rows, one a query, and six columns, one a key. The first row and the fifth column are marked, and the one "
        "entry where they meet.");
    svg.text(20, 28, "Row i of Q meets column j of K^T: entry (i, j)", "ink", common::Anchor::start, 15);
    draw_matrix(svg, 60, 90, 66, 88, "Q", "n", "d_k");
    draw_matrix(svg, 200, 90, 132, 66, "K^T", "d_k", "m");
    draw_matrix(svg, 400, 90, 132, 88, "S", "n", "m");
    svg.rectangle(60, 90, 66, 22, "series-2", 0.45);
    svg.rectangle(288, 90, 22, 66, "series-2", 0.45);
    svg.rectangle(488, 90, 22, 22, "series-2", 0.9);
    svg.text(152, 130, "x", "ink", common::Anchor::middle, 18);
    svg.text(360, 130, "=", "ink", common::Anchor::middle, 18);
    svg.text(60, 215, "query i", "series-2");
    svg.text(262, 215, "key j, a row of K", "series-2");
    svg.text(448, 215, "its score", "series-2");
    pictures.save("shapes.svg", svg.document());
}

}  // namespace

int main(int argc, char** argv)
{
    const common::Pictures pictures(argc, argv);
    show_entry();
    show_shapes();
    show_agreement();
    show_self();
    draw_shapes(pictures);
}
