// Chapter 9: why scores are divided by the square root of d_k, measured.   softmax(Q K^T / sqrt(d_k)) V

#include "09_scaling/scale_sweep.hpp"
#include "09_scaling/show.hpp"

#include "common/map.hpp"
#include "common/pictures.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"

#include <vector>

using namespace attention;

int main(int argc, char** argv)
{
    const common::Pictures pictures(argc, argv);
    common::Random random(9);

    // How large scores get, and what softmax makes of them.
    const std::vector<Matrix> scores = scale_sweep::scores_by_size(125, random);
    const scale_sweep::Saturations saturations = scale_sweep::saturations(scores, random);
    show::growth(scores);
    show::sharpness(saturations);

    // What is left to learn from: a gradient followed back to the query.
    const scale_sweep::Lengths lengths = scale_sweep::lengths(40, random);
    show::competing();
    show::gradients(lengths);
    show::vanished(saturations);

    // A place where the recipe needs a second look.
    show::car();

    pictures.save("map.svg",
                  common::map_svg({common::Step::scores}, "chapter 9: scores are divided by the square root of d_k"));
    pictures.save("gradient.svg", show::picture(lengths));
}
