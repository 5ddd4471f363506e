// Chapter 7: the whole formula.   Attention(Q, K, V) = softmax(Q K^T) V

#include "07_attention/attention.hpp"
#include "07_attention/car.hpp"

#include "03_weighted_sum/cat_sat_mat.hpp"
#include "common/bars.hpp"
#include "common/heat_map.hpp"
#include "common/pictures.hpp"
#include "common/print.hpp"
#include "common/tensor.hpp"

#include <fmt/core.h>

#include <cstddef>

using namespace attention;
using common::number;
using common::numbers;

namespace
{

using cat_sat_mat::words;
using cat_sat_mat::X;

void show_sentence(const common::Pictures& pictures)
{
    common::heading("cat sat mat: one word a row, each its own query, key and value");
    const Attention found = dot_product_attention(X, X, X);
    common::print_matrix("scores Q K^T", score_matrix(X, X), {.rows = words, .columns = words, .decimals = 0});
    common::print_matrix("weights", found.weights, {.rows = words, .columns = words, .decimals = 6});
    common::print_matrix("output", found.output, {.rows = words, .decimals = 6});

    const common::HeatMap map{.title = "Who attends to whom",
                              .description =
                                  "Three rows, three columns. Cat attends to cat and mat alike and little to "
                                  "sat, sat to sat and mat, mat mostly to itself.",
                              .values = found.weights,
                              .rows = words,
                              .columns = words};
    fmt::print("\n{}", map.text());
    pictures.save("weights.svg", map.svg());
}

void show_hand_exercise()
{
    common::heading("By hand: Q = [[1, 0], [0, 1]], K = V = [[1, 1], [1, 0]]");
    const Matrix Q = {{1, 0}, {0, 1}};
    const Matrix K = {{1, 1}, {1, 0}};
    const Attention found = dot_product_attention(Q, K, K);
    common::print_matrix("scores", score_matrix(Q, K), {.decimals = 0});
    common::print_matrix("weights", found.weights, {.decimals = 6});
    common::print_matrix("output", found.output, {.decimals = 6});
}

void show_weak_test()
{
    common::heading("What that exercise cannot see, and an example that can");
    const Matrix Q = {{1, 0}, {0, 1}};
    const Matrix K = {{1, 1}, {1, 0}};
    const Matrix K_transposed = xt::transpose(K);
    const bool same = dot_product_attention(Q, K, K).output == dot_product_attention(Q, K_transposed, K).output;
    fmt::print("  K transposed by mistake: the same output? {}\n", same ? "yes" : "no");

    const Matrix other_Q = {{1, 0, 2, -1, 1}, {0, 1, -1, 2, 0}};
    const Matrix other_K = {{1, 1, 0, 0, 2}, {0, 2, 1, -1, 0}, {2, -1, 0, 1, -1}};
    const Matrix other_V = {{1, 10, 0, 7, -2, 3}, {2, 20, 5, -1, 0, 8}, {4, 40, -3, 2, 6, -5}};
    const Attention found = dot_product_attention(other_Q, other_K, other_V);
    fmt::print("  n = 2, m = 3, d_k = 5, d_v = 6, every size different:\n");
    common::print_matrix("weights", found.weights, {.decimals = 6});
    common::print_matrix("output", found.output, {.decimals = 4});
}

/// The answer of the car's features to one observation, a single number.
double answer(const Matrix& observation)
{
    return dot_product_attention(observation, car::related, car::speaks_for_a_car).output(0, 0);
}

void show_car()
{
    common::heading("Is this a car?");
    const Attention found = dot_product_attention(car::seen, car::related, car::speaks_for_a_car);
    fmt::print("  scores  {}\n", numbers(row_of(score_matrix(car::seen, car::related), 0), 3));
    fmt::print("{}", common::bars(car::features, row_of(found.weights, 0), 1.0, 6));
    fmt::print("  output  {}: one query, values of one number\n", number(found.output(0, 0), 6));

    common::heading("Other things to look at");
    common::Table table({"seen", "output"});
    table.add_row({"the battered car", number(answer(car::seen), 6)});
    table.add_row({"a pristine car", number(answer({{1, 1, 0, 0, 1, 0, 1, 0}}), 6)});
    table.add_row({"a motorcycle", number(answer({{1, 0, 1, 0, 0, 0, 0, 1}}), 6)});
    table.add_row({"a bicycle", number(answer({{0.2, 0, 1, 0, 0, 0, 0, 1}}), 6)});
    table.add_row({"nothing at all", number(answer({{0, 0, 0, 0, 0, 0, 0, 0}}), 6)});
    table.add_row({"the mean of the values", number(xt::mean(car::speaks_for_a_car)(), 6)});
    table.add_row({"the smallest value", number(xt::amin(car::speaks_for_a_car)(), 2)});
    table.add_row({"the largest value", number(xt::amax(car::speaks_for_a_car)(), 2)});
    table.print();
}

void show_slips()
{
    common::heading("Slips in the thread");
    Matrix eleven = car::related;
    eleven(0, 0) = 11;
    const Attention literal = dot_product_attention(car::seen, eleven, car::speaks_for_a_car);
    fmt::print("  11 taken at its word: weight {} on headlights, output {}\n", number(literal.weights(0, 0), 6),
               number(literal.output(0, 0), 6));
    const Matrix& R = car::related;
    for (std::size_t i = 0; i < 8; ++i) {
        for (std::size_t j = i + 1; j < 8; ++j) {
            if (R(i, j) == R(j, i)) continue;
            fmt::print("  not symmetric: {} -> {} is {}, back it is {}\n", car::features[i], car::features[j],
                       number(R(i, j), 0), number(R(j, i), 0));
        }
    }
    const Matrix one_value = {{0.6}};
    const Matrix degenerate = dot_product_attention(R, car::seen, one_value).weights;
    fmt::print("  with the thread's letters, eight queries and one key: every weight is {}\n",
               number(degenerate(3, 0), 0));
}

}  // namespace

int main(int argc, char** argv)
{
    const common::Pictures pictures(argc, argv);
    show_sentence(pictures);
    show_hand_exercise();
    show_weak_test();
    show_car();
    show_slips();
}
