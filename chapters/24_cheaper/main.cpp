// Chapter 24: what each shortcut saves, and what it loses. Far keys are left out, then small weights, then softmax itself.
// What does a trained model notice, what does a memory of fixed size still know, and what does the clock say?

#include "24_cheaper/linear/recall_by_pairs.hpp"
#include "24_cheaper/measured/clock.hpp"
#include "24_cheaper/measured/cost_table.hpp"
#include "24_cheaper/show/costs.hpp"
#include "24_cheaper/show/draw.hpp"
#include "24_cheaper/show/progress.hpp"
#include "24_cheaper/show/trained.hpp"
#include "24_cheaper/sinks/first_token.hpp"
#include "24_cheaper/windows/cliff.hpp"

#include "common/pictures.hpp"
#include "common/print.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

using namespace attention;

int main(int argc, char** argv)
{
    int seed = 1;
    int seeds = 0;
    int n = 100000;
    show::Steps steps;
    const common::Pictures pictures(
        argc, argv,
        {{"--seed", "of the trained models", 0, &seed},
         {"--steps", "that a model learns at most", 0, &steps.most},
         {"--seeds", "instead of all else, the trained models with so many seeds", 0, &seeds, 1000},
         {"--n", "tokens of the longest text that is timed", 32, &n, 100000}});
    if (seeds > 0) {
        show::seeds(seeds, steps);
        return 0;
    }
    const auto number = static_cast<std::uint64_t>(seed);

    common::heading("Leave out far keys: chapter 17's model, accuracy by length of block");
    const Cliff cliff = show::learned_cliff(number, steps);
    show::cliff_table(cliff);
    show::copies_table(learned_window, number, steps);
    common::heading("Drop the first token: windows of 9 keys, layer 2 from place 9 on");
    const Sinks sinks = show::learned_sinks(number, steps);
    show::sinks_table(sinks);
    common::heading("Leave out small weights: what is left of 1 where 1024 keys share it");
    show::sparse();
    common::heading("Leave out softmax: share of pairs recalled, d = 64");
    show::recall(recall_by_pairs());
    show::features();
    common::heading("The clock, and one table: causal, d = 64, float, one thread");
    const auto longest = static_cast<std::size_t>(n);
    const Clock clock = chapters_clock(longest, show::clock_progress);
    show::clock(clock);
    const std::size_t pairs = std::min<std::size_t>(1000, longest);
    show::costs(cost_table(std::min<std::size_t>(3000, longest), {}, 3, pairs), equal_time(pairs));
    show::draw(pictures, cliff, sinks, clock);
}
