// Chapter 6: all queries with all keys.   S = Q K^T,  S_ij = q_i . k_j
// First "the river bank", where every word asks; then shapes, speed, and softmax in the wrong direction.

#include "06_score_matrix/loops_and_blas.hpp"
#include "06_score_matrix/score_matrix.hpp"
#include "06_score_matrix/show.hpp"

#include "05_queries_keys_values/bank_projections.hpp"
#include "common/map.hpp"
#include "common/pictures.hpp"
#include "common/print.hpp"
#include "common/tensor.hpp"

#include <fmt/core.h>

using namespace attention;
using common::number;

int main(int argc, char** argv)
{
    const common::Pictures pictures(argc, argv);
    pictures.save("map.svg",
                  common::map_svg({common::Step::scores}, "chapter 6: every query with every key, in one product"));

    common::heading("The river bank: every word asks every word");
    const auto& [words, X] = bank::the_river_bank;
    const Roles roles = roles_of(X, bank::W);
    const Matrix scores = score_matrix(roles.Q, roles.K);
    common::print_matrix("Q", roles.Q, {.rows = words, .columns = bank::questions, .decimals = 1});
    common::print_matrix("K", roles.K, {.rows = words, .columns = {"water", "money"}, .decimals = 1});
    common::print_matrix("Q K^T", scores, {.rows = words, .columns = words, .decimals = 1});
    pictures.save("shapes.svg", show::row_meets_column(roles.Q, roles.K, words));

    common::heading("Two queries, three keys, five coordinates");
    const Matrix Q = {{1, 0, 2, -1, 1}, {0, 1, -1, 2, 0}};
    const Matrix K = {{1, 1, 0, 0, 2}, {0, 2, 1, -1, 0}, {2, -1, 0, 1, -1}};
    common::print_matrix("Q", Q, {.rows = {"q_1", "q_2"}, .decimals = 0});
    common::print_matrix("K", K, {.rows = {"k_1", "k_2", "k_3"}, .decimals = 0});
    common::print_matrix("Q K^T", score_matrix(Q, K),
                         {.rows = {"q_1", "q_2"}, .columns = {"k_1", "k_2", "k_3"}, .decimals = 0});
    fmt::print("  row 2, column 3 is q_2 . k_3 = {}\n", number(dot(row_of(Q, 1), row_of(K, 2)), 0));

    common::heading("Shapes: n = 4 queries, m = 6 keys, d_k = 3, d_v = 2");
    show::shapes(xt::ones<double>({4, 3}), xt::ones<double>({6, 3}), xt::ones<double>({6, 2}));

    common::heading("Loops and BLAS: 256 queries, 384 keys, d_k = 64");
    const Comparison found = compare_loops_and_blas(256, 384, 64);
    fmt::print("  the three agree to within 1e-12: {}\n", found.apart < 1e-12 ? "yes" : "no");
    fmt::print("~ loops as above     {:6.2f} ms\n", 1e3 * found.loops_seconds);
    fmt::print("~ loops, no copies   {:6.2f} ms\n", 1e3 * found.in_place_seconds);
    fmt::print("~ BLAS               {:6.2f} ms\n", 1e3 * found.blas_seconds);

    common::heading("Softmax in two directions: \"the river bank\"");
    show::both_directions(scores, words, 2);
}
