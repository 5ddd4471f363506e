// Chapter 7: the whole formula.   Attention(Q, K, V) = softmax(Q K^T) V
// One sentence from words to new vectors, with every matrix; then cat, sat and mat; then a car.

#include "07_attention/attention.hpp"
#include "07_attention/car.hpp"
#include "07_attention/poor_test.hpp"
#include "07_attention/show.hpp"
#include "07_attention/step_by_step.hpp"
#include "07_attention/wall.hpp"

#include "05_queries_keys_values/bank_projections.hpp"
#include "common/map.hpp"
#include "common/pictures.hpp"
#include "common/print.hpp"
#include "common/tensor.hpp"

#include <fmt/core.h>

using namespace attention;
using common::number;
using common::numbers;

int main(int argc, char** argv)
{
    const common::Pictures pictures(argc, argv);
    using common::Step;
    pictures.save("map.svg",
                  common::map_svg({Step::words, Step::vectors, Step::roles, Step::scores, Step::weights, Step::output},
                                  "chapter 7: all of it, from words to new vectors"));

    common::heading("The river bank: from words to new vectors");
    const Steps steps = step_by_step(bank::the_river_bank.X, bank::W);
    show::every_matrix(bank::the_river_bank, steps);
    pictures.save("attention.svg", show::wall_picture(bank::the_river_bank, bank::W, steps));

    const Steps with_money = step_by_step(bank::the_money_bank.X, bank::W);
    show::both_ends(bank::the_river_bank, steps, bank::the_money_bank, with_money);

    common::heading("cat sat mat: each word its own query, key and value");
    show::cat_sat_mat_together();

    common::heading("By hand, and what that cannot see");
    const Attention found = dot_product_attention(by_hand.Q, by_hand.K, by_hand.V);
    fmt::print("  query 2: weights {}, output {}\n", numbers(row_of(found.weights, 1), 3),
               numbers(row_of(found.output, 1), 3));
    show::what_tests_notice();

    common::heading("Is this a car?");
    show::car_by_features();
    fmt::print("  output  {}: one query, values of one number\n", number(car::answer(car::seen), 3));
    show::other_vehicles();
    show::slips();
}
