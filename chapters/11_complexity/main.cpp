// Chapter 11: what attention costs. Counts its operations, compares them with the projections, adds up the memory and the bytes
// that move, and then times all of it.   about 4 n^2 d operations, n^2 scores

#include "11_complexity/measure.hpp"
#include "11_complexity/show.hpp"

#include "common/map.hpp"
#include "common/pictures.hpp"

#include <fmt/core.h>

#include <cstddef>
#include <vector>

using namespace attention;
using common::Step;

int main(int argc, char** argv)
{
    int max_n = 1024;
    int d = 64;
    bool json = false;
    bool timing_picture = false;
    // At 16384 words the matrix of scores takes 2 GB, and there are three of its size at once.
    const common::Pictures pictures(
        argc, argv,
        {{"--max-n", "time up to this many words", 512, &max_n, 16384},
         {"--d", "coordinates of queries, keys and values", 1, &d, 4096}},
        {{"--json", "print the times as JSON, and nothing else", &json},
         {"--timing-picture", "with --pictures, draw the times as well, as timing.svg", &timing_picture}});
    pictures.save("map.svg", common::map_svg({Step::scores, Step::weights, Step::output},
                                             "chapter 11: what these three steps cost"));
    pictures.save("crossover.svg", show::crossover_plot().svg());
    pictures.save("intensity.svg", show::intensity_plot().svg());

    if (!json) {
        show::counts();
        show::growth_of_steps();
        show::crossover();
        show::long_text();
        show::bytes_moved();
        show::word_by_word();
    }
    const std::vector<StepTimes> times = show::measured(max_n, d);
    if (timing_picture) pictures.save("timing.svg", show::timing_plot(times, d).svg());
    if (json) {
        fmt::print("{}\n", times_as_json(times, static_cast<std::size_t>(d)));
    } else {
        show::times(times, d);
        show::equal_operations();
        show::fresh_memory();
        show::one_by_one();
    }
}
