// Chapter 5: one word in three roles.   q = x W_Q   k = x W_K   v = x W_V
// First what the roles do for "bank" and for "it"; then why queries and keys need a projection each.

#include "05_queries_keys_values/bank_projections.hpp"
#include "05_queries_keys_values/it.hpp"
#include "05_queries_keys_values/projections.hpp"
#include "05_queries_keys_values/show.hpp"

#include "common/map.hpp"
#include "common/pictures.hpp"
#include "common/print.hpp"
#include "common/tensor.hpp"

#include <fmt/core.h>

using namespace attention;
using common::numbers;

int main(int argc, char** argv)
{
    const common::Pictures pictures(argc, argv);
    pictures.save("map.svg", common::map_svg({common::Step::vectors, common::Step::roles},
                                             "chapter 5: each word becomes a query, a key and a value"));

    common::heading("The river money bank: each word and its three roles");
    const Roles roles = roles_of(bank::the_river_money_bank.X, bank::W);
    show::word_by_word(bank::the_river_money_bank, roles);
    fmt::print("\n  bank asks   q = x W_Q = {}   about water? about money?\n", numbers(row_of(roles.Q, 3), 0));
    fmt::print("  river says  k = x W_K = {}   much water, no money\n", numbers(row_of(roles.K, 1), 0));
    fmt::print("  money says  k = x W_K = {}   no water, much money\n", numbers(row_of(roles.K, 2), 0));

    common::heading("The same word, the same query: what does \"bank\" mean?");
    show::meanings({bank::the_river_bank, bank::the_money_bank, bank::the_river_money_bank});
    pictures.save("bank.svg", show::bank_picture());

    common::heading("the cat drank milk because it was thirsty");
    show::who_is_it(it::words, it::features, roles_of(it::features, it::projections), 3);

    common::heading("Rock, paper, scissors: attend to the one you beat");
    show::rock_paper_scissors();

    common::heading("Other questions, other answers, the same scores");
    show::bases();
}
