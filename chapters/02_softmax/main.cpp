// Chapter 2: scores become weights.   softmax(s)_j = e^(s_j) / sum_l e^(s_l)

#include "02_softmax/show.hpp"
#include "02_softmax/softmax.hpp"
#include "02_softmax/why_exp.hpp"

#include "01_similarity/bank.hpp"
#include "01_similarity/similarity.hpp"
#include "common/map.hpp"
#include "common/pictures.hpp"
#include "common/print.hpp"
#include "common/tensor.hpp"

#include <cmath>
#include <numbers>

using namespace attention;

int main(int argc, char** argv)
{
    const common::Pictures pictures(argc, argv);
    pictures.save("map.svg", common::map_svg({common::Step::weights}, "chapter 2: scores become weights"));

    const Vector scores = score_row(bank::q, bank::river.K);
    common::heading("\"the river bank\": from bank's scores to its weights");
    show::by_pencil(bank::river.words, scores);
    pictures.save("exp.svg", show::curve_of_exp(scores).svg());

    common::heading("Why e to the score? Four recipes, each divided by its sum");
    show::attempts(why_exp());

    common::heading("Raise river's score a little: what each weight does");
    show::slopes(bank::river.words, scores, 1);

    common::heading("Temperature: divide the scores by T first");
    const double half = 1 / std::log(std::numbers::phi);  // where river's weight is one half
    pictures.save("temperature.svg", show::temperatures(bank::river.words, scores, {0.5, 1, 2, half, 100}));

    common::heading("Overflow: the formula as it is, and with the largest score subtracted");
    show::limits_of_exp();
    common::print_vector("naive  softmax([1000, 1002, 1001])", naive_softmax({1000, 1002, 1001}), 3);
    common::print_vector("stable softmax([1000, 1002, 1001])", softmax({1000, 1002, 1001}), 3);

    common::heading("A matrix, row by row: bank asks, and asks half as loudly");
    const Matrix rows = {{0, 2, 1}, {0, 1, 0.5}};
    common::print_matrix("scores", rows, {.columns = bank::river.words, .decimals = 1});
    common::print_matrix("softmax_rows(scores)", softmax_rows(rows), {.columns = bank::river.words, .decimals = 3});

    common::heading("One word leads, all others score 0");
    show::crowded({3, 100, 1000});
}
