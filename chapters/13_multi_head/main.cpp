// Chapter 13: several heads. Shows two questions that one head cannot answer and two can, how a matrix is cut into heads and how
// not, and what heads cost.   Concat(head_1, ..., head_h) W_O,   head_i = Attention(X W_Q_i, X W_K_i, X W_V_i)

#include "13_multi_head/chase.hpp"
#include "13_multi_head/show.hpp"

#include "common/map.hpp"
#include "common/pictures.hpp"

using namespace attention;
using common::Step;

int main(int argc, char** argv)
{
    const common::Pictures pictures(argc, argv);
    pictures.save("map.svg", common::map_svg({Step::roles, Step::scores, Step::weights, Step::output},
                                             "chapter 13: these four run several times side by side"));
    pictures.save("heads.svg", show::heads_svg());

    show::weights();
    pictures.save("chased.svg", show::rows_of_chased(chase::by_two_heads(chase::dog_chased_cat),
                                                     chase::by_one_head(chase::dog_chased_cat))
                                    .svg());
    show::answers();

    show::cuts();
    pictures.save("cut.svg", show::cut_svg());
    show::reversal();

    show::costs();
    show::groups();
}
