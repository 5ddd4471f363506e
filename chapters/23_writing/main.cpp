// Chapter 23: a small model learns from the lessons of this tutorial, word by word, and writes. How good is it, honestly, and
// which of its pieces does it need?

#include "23_writing/growing.hpp"
#include "23_writing/lessons.hpp"
#include "23_writing/model/training.hpp"
#include "23_writing/show.hpp"
#include "23_writing/text/corpus.hpp"
#include "23_writing/without.hpp"

#include "common/pictures.hpp"
#include "common/print.hpp"

#include <cstdint>
#include <string>

using namespace attention;

int main(int argc, char** argv)
{
    WriterRecipe recipe;
    int seed = 1;
    int seeds = 0;
    const common::Pictures pictures(argc, argv,
                                    {{"--seed", "what is random", 0, &seed},
                                     {"--steps", "how long the model learns", 1, &recipe.steps, 100000},
                                     {"--seeds", "instead of all else, a table of this many models", 0, &seeds, 100}});
    recipe.seed = static_cast<std::uint64_t>(seed);
    const std::string text = corpus();
    const std::string kept = held_out();
    const Lessons lessons = lessons_of(text, kept);
    if (seeds > 0) {
        show::seeds(recipe, seeds, lessons);
        return 0;
    }

    common::heading("A text, a model, and a gradient");
    show::sizes(recipe.shape, lessons, text.size());
    common::heading("It learns");
    const Grown grown = grown_writer(recipe, lessons, show::progress("learning", recipe.steps));
    show::growth(grown.stages);
    common::heading("Beside tables that remember a few characters");
    show::rivals(text, kept, grown.stages.back().held_out);
    common::heading("Built without a piece");
    show::without(recipe, lessons);
}
