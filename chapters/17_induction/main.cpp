// Chapter 17: two layers of attention learn to continue what repeats itself. When do they get it, what have the two
// heads learned, which of them is needed for what, and would a shortcut have looked the same?

#include "17_induction/forward.hpp"
#include "17_induction/hand_in_hand.hpp"
#include "17_induction/heads_shown.hpp"
#include "17_induction/one_layer.hpp"
#include "17_induction/paths.hpp"
#include "17_induction/phase_change.hpp"
#include "17_induction/repeated.hpp"
#include "17_induction/show.hpp"
#include "17_induction/training.hpp"
#include "17_induction/trap.hpp"

#include "common/pictures.hpp"
#include "common/print.hpp"

#include <cstdint>

using namespace attention;

int main(int argc, char** argv)
{
    int seed = 1;
    Recipe recipe;
    int seeds = 0;
    const common::Pictures pictures(argc, argv,
                                    {{"--seed", "what is random", 0, &seed},
                                     {"--steps", "how long the two layers learn", 0, &recipe.steps, 100000},
                                     {"--seeds", "instead of all else, a table of this many models", 0, &seeds, 1000}});
    recipe.seed = static_cast<std::uint64_t>(seed);
    if (seeds > 0) {
        show::seeds(recipe, seeds);
        return 0;
    }

    common::heading("A block of random tokens, and again from its start; a model to read it");
    show::task();
    show::model_and_gradient(recipe.shape);
    common::heading("It learns: 32 new sequences a step, scores on 64 that it never learns from");
    const PhaseChange change =
        phase_change(recipe, fresh_sequences(64), 20, show::progress("two layers", recipe.steps));
    show::snapshots(change.snapshots);
    common::heading("Where the two heads look, and what place 15 is torn between");
    const Trace<float> trace = forward(change.model, shown());
    show::looks(trace, shown());
    show::candidates(two_best_keys(change.model, trace, 15), shown(), 15);
    common::heading("Read from the matrices alone: in how many rows does the right one lead?");
    show::composition(change.before, change.model);
    common::heading("Take a head away, or cut a path from layer 1: 256 new sequences");
    show::ablations(without_heads(change.model, fresh_sequences(256)), cut_paths(change.model, fresh_sequences(256)));
    common::heading("A rule, or a shortcut?");
    show::shorter_blocks(change.model);
    show::single_layer(one_layer(recipe, fresh_sequences(256), show::progress("one layer", 2 * recipe.steps)));
    common::heading("The trap: train on blocks of 12 only, as long as before");
    show::traps(traps(recipe, show::progress("blocks of 12", recipe.steps)));
    show::draw(change, pictures);
}
