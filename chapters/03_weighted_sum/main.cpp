// Chapter 3: weights and values become one output.   o = sum_j A_j v_j

#include "03_weighted_sum/bank_values.hpp"
#include "03_weighted_sum/cat_sat_mat.hpp"
#include "03_weighted_sum/show.hpp"
#include "03_weighted_sum/symmetries.hpp"
#include "03_weighted_sum/weighted_sum.hpp"

#include "01_similarity/bank.hpp"
#include "01_similarity/similarity.hpp"
#include "02_softmax/softmax.hpp"
#include "common/map.hpp"
#include "common/pictures.hpp"
#include "common/print.hpp"
#include "common/tensor.hpp"

using namespace attention;

int main(int argc, char** argv)
{
    const common::Pictures pictures(argc, argv);
    pictures.save("map.svg", common::map_svg({common::Step::output}, "chapter 3: the weights mix the values"));

    common::heading("\"the river bank\": what bank takes from each word");
    const Vector weights = softmax(score_row(bank::q, bank::river.K));
    const Vector from_river = weighted_sum(weights, bank::river_V);
    show::mixing(bank::river.words, weights, bank::river_V);
    pictures.save("bank.svg", show::in_the_plane(bank::river.words, bank::river_V, from_river, bank::before).svg());

    common::heading("The output is added to what bank was");
    const Vector money_weights = softmax(score_row(bank::q, bank::money.K));
    const Vector from_money = weighted_sum(money_weights, bank::money_V);
    show::before_and_after(bank::before, from_river, from_money);

    common::heading("cat [1, 0], sat [0, 1], mat [1, 1]: the row of cat, by hand");
    show::row_of_cat();

    common::heading("All three rows as Tsugrii prints them");
    show::printed(cat_sat_mat::printed_weights);

    common::heading("Two symmetries, no calculator");
    show::symmetries(cat_sat_mat::printed_weights, symmetries_of(cat_sat_mat::printed_weights));

    common::heading("The same three rows, computed");
    show::computed();
    pictures.save("hull.svg", show::hull().svg());

    common::heading("Inside the hull, and outside");
    show::edges();
}
