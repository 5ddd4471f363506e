// Chapter 3: weights and values become one output.   o = sum_j A_j v_j

#include "03_weighted_sum/cat_sat_mat.hpp"
#include "03_weighted_sum/weighted_sum.hpp"

#include "01_similarity/similarity.hpp"
#include "02_softmax/softmax.hpp"
#include "common/pictures.hpp"
#include "common/plane.hpp"
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

void show_cat()
{
    const Vector scores = score_row(row_of(X, 0), X);
    const Vector weights = softmax(scores);
    common::heading("The row of \"cat\", by hand");
    common::print_vector("scores ", scores, 0);
    common::print_vector("weights", weights, 6);
    fmt::print("  output  = {0}*[1, 0] + {1}*[0, 1] + {0}*[1, 1]\n          = {2}\n", number(weights(0)),
               number(weights(1)), numbers(weighted_sum(weights, X), 6));
}

void show_seed(const Matrix& seed)
{
    common::heading("Three rows as printed in a textbook");
    common::print_matrix("its weights", seed, {.rows = words, .columns = words, .decimals = 2});
    common::Table table({"word", "output from its weights"});
    for (std::size_t i = 0; i < 3; ++i) table.add_row({words[i], numbers(weighted_sum(row_of(seed, i), X), 2)});
    table.print();

    common::heading("Two symmetries, no calculator");
    fmt::print("  1. Swap the coordinates: cat and sat change places, mat stays. So sat's row\n"
               "     must be cat's with its first two weights swapped.\n"
               "       must be {}    printed {}\n",
               numbers({seed(0, 1), seed(0, 0), seed(0, 2)}, 2), numbers(row_of(seed, 1), 2));
    fmt::print("  2. Softmax depends only on differences, and the two scores in cat's row differ\n"
               "     by 1, as those in mat's row do. So the ratio of weights must be the same.\n"
               "       cat {:.2f}/{:.2f} = {:.1f}    mat {:.2f}/{:.2f} = {:.1f}\n",
               seed(0, 0), seed(0, 1), seed(0, 0) / seed(0, 1), seed(2, 2), seed(2, 0), seed(2, 2) / seed(2, 0));
}

void show_right()
{
    common::heading("The same three rows, computed");
    common::Table table({"word", "scores", "weights", "output"});
    for (std::size_t i = 0; i < 3; ++i) {
        const Vector scores = score_row(row_of(X, i), X);
        const Vector weights = softmax(scores);
        table.add_row({words[i], numbers(scores, 0), numbers(weights, 6), numbers(weighted_sum(weights, X), 6)});
    }
    table.print();
}

void show_hull(const common::Pictures& pictures)
{
    common::heading("Every output lies within its values");
    common::Plane plane{.title = "Outputs lie in the hull of the values",
                        .description = "A triangle with the values cat (1, 0), sat (0, 1) and mat (1, 1) as corners. "
                                       "The three outputs all lie inside it.",
                        .outline = {{"cat [1, 0]", 1, 0}, {"sat [0, 1]", 0, 1}, {"mat [1, 1]", 1, 1}}};
    for (std::size_t i = 0; i < 3; ++i) {
        const Vector output = weighted_sum(softmax(score_row(row_of(X, i), X)), X);
        plane.points.push_back({words[i] + "'s output", output(0), output(1)});
    }
    fmt::print("{}", plane.text());
    pictures.save("hull.svg", plane.svg());

    const Vector alike = {1.0 / 3, 1.0 / 3, 1.0 / 3};
    const Vector one = {0, 0, 1};
    fmt::print("  equal weights give the mean:     {}\n", numbers(weighted_sum(alike, X), 6));
    fmt::print("  weight 1 on mat gives its value: {}\n", numbers(weighted_sum(one, X), 6));
    fmt::print("  weights [2, -1, 0] leave the triangle: {}\n", numbers(weighted_sum({2, -1, 0}, X), 6));
}

}  // namespace

int main(int argc, char** argv)
{
    const common::Pictures pictures(argc, argv);
    show_cat();
    show_seed({{0.42, 0.16, 0.42}, {0.18, 0.33, 0.49}, {0.18, 0.18, 0.64}});
    show_right();
    show_hull(pictures);
}
