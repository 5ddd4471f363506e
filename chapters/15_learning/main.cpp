// Chapter 15: nobody writes W_Q, W_K and W_V any more. One number learns by hand, then one head learns to look things up, and
// then eighteen heads do so side by side, with scores divided by nothing, by the root of d_k, or by d_k itself.

#include "15_learning/pace_and_rate.hpp"
#include "15_learning/recall.hpp"
#include "15_learning/show.hpp"
#include "15_learning/side_by_side.hpp"
#include "15_learning/tuned.hpp"
#include "15_learning/watched.hpp"

#include "common/map.hpp"
#include "common/pictures.hpp"
#include "common/random.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

using namespace attention;

int main(int argc, char** argv)
{
    int steps = 1500;
    int seed_given = 15;
    const common::Pictures pictures(argc, argv,
                                    {{"--steps", "how many steps each head learns", 1, &steps},
                                     {"--seed", "of the random numbers", 0, &seed_given}});
    const auto seed = static_cast<std::uint64_t>(seed_given);
    const int few = std::min(steps, 100);
    pictures.save("map.svg", common::map_svg({common::Step::roles},
                                             "chapter 15: nobody writes W_Q, W_K and W_V; they are learned"));

    show::one_number(learn_one_number(0.25, 3));

    const Watched watched = show::one_head(steps, seed);
    show::progress(watched, worst_error_of_recall(15));
    show::mistakes(with_rates({0.3, 0.3 * 64, -0.3}, few, seed), few);
    common::Random random(16);
    show::learned(watched, random_questions(1000, random));
    show::draw_head(pictures, watched, steps);

    const std::vector<Run> runs = show::side_by_side(steps, seed);
    show::compared(runs, six_starts(few, seed));
    show::draw_compared(pictures, runs);

    show::pace_and_rate(paces_and_rates(std::min(steps, 200), 100, seed), std::min(steps, 200),
                        undivided_apart_from_root(512, few, seed));
}
