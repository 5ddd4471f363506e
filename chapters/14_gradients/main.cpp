// Chapter 14: from a loss back to every number it came from. The chain rule on one value, then on two queries and two keys;
// then the same formulas against a thousand random cases, and where a check or a gradient can fail.

#include "14_gradients/graph.hpp"
#include "14_gradients/layer_check.hpp"
#include "14_gradients/show.hpp"
#include "14_gradients/wrong_backward.hpp"

#include "common/map.hpp"
#include "common/pictures.hpp"

#include <vector>

using namespace attention;

int main(int argc, char** argv)
{
    const common::Pictures pictures(argc, argv);
    pictures.save("map.svg", common::map_svg({common::Step::roles, common::Step::scores, common::Step::weights,
                                              common::Step::output},
                                             "chapter 14: the same boxes, walked from right to left"));
    pictures.save("graph.svg", show::graph_svg());

    show::one_value(0.5, 4, 3);

    const RandomCase c = two_by_two();
    const WayBack back = way_back(c);
    show::the_way_back(c, back, error_of(c, right_way));
    show::means(c, back, farthest_means(1000, 14));
    pictures.save("slope.svg", show::nudged(c, back).svg());

    show::checked({{"the formulas", right_way},
                   {"the diagonal of softmax only", diagonal_only},
                   {"the mean in softmax forgotten", without_mean},
                   {"1 / sqrt(d_k) forgotten", without_scale},
                   {"zeros and nothing else", zeros_only}});
    show::factor_and_layer(factor_without_scale(5, 16), worst_error_in_a_layer(15));
    show::inexact(seems_wrong(100));
    show::hidden(broken_by_hidden_nan(18));

    const std::vector<double> factors = {0.25, 0.5, 1, 2, 4, 8, 16};
    pictures.save("saturation.svg", show::saturation(factors, passed_back_at(factors, 17)).svg());
}
