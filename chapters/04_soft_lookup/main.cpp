// Chapter 4: a dictionary that answers with a blend.   soft_lookup(q) = sum_j softmax(beta q . k_j) v_j

#include "04_soft_lookup/animals.hpp"
#include "04_soft_lookup/show.hpp"
#include "04_soft_lookup/soft_lookup.hpp"

#include "01_similarity/bank.hpp"
#include "03_weighted_sum/bank_values.hpp"
#include "common/heat_map.hpp"
#include "common/map.hpp"
#include "common/pictures.hpp"
#include "common/print.hpp"
#include "common/tensor.hpp"

#include <string>
#include <utility>
#include <vector>

using namespace attention;

int main(int argc, char** argv)
{
    const common::Pictures pictures(argc, argv);
    pictures.save("map.svg", common::map_svg({common::Step::scores, common::Step::weights, common::Step::output},
                                             "chapter 4: one query, from its scores to its output"));

    common::heading("Ask a hard and a soft dictionary");
    const std::vector<std::pair<std::string, Vector>> questions = {{"it meows", {0, 1, 0}},
                                                                   {"meows, mostly", {0, 0.9, 0.1}},
                                                                   {"meows or swims", {0, 1, 1}},
                                                                   {"nothing", {0, 0, 0}}};
    show::both(questions, 4);

    common::heading("From blend to choice: \"it meows\" as beta grows");
    const Vector it_meows = {0, 1, 0};
    const common::HeatMap map = show::sweep(it_meows, {0, 1, 2, 4, 8, 1000});
    show::text(map);
    pictures.save("beta.svg", map.svg());

    common::heading("The best key need not be the one that equals the query");
    show::equal_or_best({1, 0}, {{1, 0}, {3, 3}}, {{10}, {20}}, 1000);

    common::heading("Two equal keys share; an entry that appears twice counts twice");
    show::two_cats(it_meows, 1);

    common::heading("Ask for a little barking as well");
    show::slopes(it_meows, {1, 1000});

    common::heading("A sentence is a dictionary too");
    common::print_vector("bank asks \"the river bank\", beta 1",
                         soft_lookup(bank::q, bank::river.K, bank::river_V).output, 3);
}
