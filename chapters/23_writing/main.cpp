// Chapter 23: a small model learns from the lessons of this tutorial, word by word, and writes. How good is it, honestly, and
// which of its pieces does it need?

#include "23_writing/by_hand.hpp"
#include "23_writing/growing.hpp"
#include "23_writing/lessons.hpp"
#include "23_writing/model/training.hpp"
#include "23_writing/rivals.hpp"
#include "23_writing/saved.hpp"
#include "23_writing/show/growth.hpp"
#include "23_writing/show/merges.hpp"
#include "23_writing/show/show.hpp"
#include "23_writing/text/corpus.hpp"
#include "23_writing/text/merges_shown.hpp"

#include "common/pictures.hpp"
#include "common/print.hpp"

#include <cstdint>
#include <string>

using namespace attention;

int main(int argc, char** argv)
{
    WriterRecipe recipe;
    int seed = 1;
    show::Instead instead;
    const common::Pictures pictures(
        argc, argv,
        {{"--seed", "what is random", 0, &seed},
         {"--steps", "how long the model learns", 1, &recipe.steps, 100000},
         {"--seeds", "instead of all else, a table of this many models", 0, &instead.seeds, 100}},
        {{"--saved", "instead of all else, what the latest run has saved", &instead.saved},
         {"--without", "instead of all else, what each piece is good for", &instead.without}});
    recipe.seed = static_cast<std::uint64_t>(seed);
    const std::string text = corpus();
    const std::string kept = held_out();
    const Lessons lessons = lessons_of(text, kept);
    Rivals all = rivals_of(text, kept, 0.0);
    if (show::instead(instead, recipe, lessons, all)) return 0;

    common::heading("Merge the pair that is seen most often, again and again");
    show::merges(shown_merges(merged_sentence));
    common::heading("Half a block, by hand");
    show::by_hand(row_by_hand({{7, 1}}));
    common::heading("A text, a model, and its gradient");
    show::sizes(recipe.shape, lessons, text.size());
    common::heading("It learns: bits a character; \"the query\" goes on, T = 0.8, k = 10");
    GrownWriter grown = grown_writer(recipe, lessons, show::progress("learning", recipe.steps));
    if (recipe.steps >= WriterRecipe().steps) save_writer(usual_weights, grown.writer);  // not what knows too little
    show::growth(grown.stages);
    common::heading("Beside tables that remember a few characters");
    all.model = grown.stages.back().held_out;
    show::rivals(with_little_text(recipe, text, kept, show::progress("little text", recipe.steps / 4)), all,
                 show::characters_a_token(lessons));
    common::heading("Built without a piece, single characters as tokens");
    show::without_by_characters(recipe, text, kept);
    show::draw(grown, all, pictures);
}
