// Chapter 12: who may look where. Shows a causal mask and why it is worth having, padding, where the queries of a mask belong,
// and masks that are wrong.   softmax(Q K^T / sqrt(d_k), with -infinity where forbidden) V

#include "12_masks/masks.hpp"
#include "12_masks/show.hpp"

#include "common/map.hpp"
#include "common/pictures.hpp"

using namespace attention;
using common::Step;

int main(int argc, char** argv)
{
    const common::Pictures pictures(argc, argv);
    pictures.save("map.svg", common::map_svg({Step::scores, Step::weights},
                                             "chapter 12: some scores are hidden before they become weights"));

    pictures.save("causal.svg", show::causal().svg());
    show::prefixes();
    pictures.save("padding.svg", show::padding().svg());

    show::alignments();
    pictures.save("top_left.svg", show::alignment(Alignment::top_left, "Top left").svg());
    pictures.save("bottom_right.svg", show::alignment(Alignment::bottom_right, "Bottom right").svg());

    show::leaks();
    show::wrong();
    show::nothing_to_see();
}
