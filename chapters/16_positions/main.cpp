// Chapter 16: attention is blind to order. Here are four ways to tell it where its words are, each with what it
// changes: shuffle the words, and see whether the outputs do more than shuffle along.

#include "16_positions/four_parts.hpp"
#include "16_positions/linear_bias.hpp"
#include "16_positions/looking_back.hpp"
#include "16_positions/scheme_changes.hpp"
#include "16_positions/schemes.hpp"
#include "16_positions/show.hpp"
#include "16_positions/wrong_positions.hpp"

#include "05_queries_keys_values/bank_projections.hpp"
#include "05_queries_keys_values/projections.hpp"

#include "common/pictures.hpp"
#include "common/print.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"

using namespace attention;

int main(int argc, char** argv)
{
    const common::Pictures pictures(argc, argv);

    common::heading("Shuffle the words: the outputs shuffle along");
    show::two_orders(bank::the_river_bank, bank::W, {2, 0, 1});
    show::counting_mask();

    common::heading("Learned: a table of 12 positions learns to look one word back");
    common::Random random(18);
    LookingBack model = looking_back(12, random);
    show::learned_table(watch_looking_back(model, random, 750, 50), 50, model);

    common::heading("Sinusoidal: a rule for rows of 16 numbers; then all words moved by 5");
    show::products_of_positions();
    const Matrix X = random.normal_matrix(7, 16);
    const PositionedHead head = random_head(16, 12, random);
    show::four_parts(parts_moved(X, head.W, 5));

    common::heading("Rotary: one pair of coordinates, turned by 1 radian per place");
    show::turned_pairs({{1, 0}}, {{1, 1}}, {{3, 1}, {103, 101}, {1, 3}});

    common::heading("Linear bias: a slope for each of eight heads");
    show::slope_of_first(slopes(8));

    common::heading("Seven words of 16 numbers, one head, six ways: the largest change");
    show::schemes(changes_of_schemes(head, X, {3, 0, 6, 1, 5, 2, 4}, 5));

    common::heading("A head that looks one word back, by hand, among 16 places");
    show::heads_built_by_hand();

    common::heading("Rotary positions, right and wrong: the largest change, moved by 5");
    const Roles roles = roles_of(X, head.W);
    show::mistakes(mistakes_moved(roles.Q, roles.K, roles.V, 5));
    show::draw(pictures);
}
