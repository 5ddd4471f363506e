// Chapter 18: a model of eight heads learns a toy language with four kinds of questions. Which head looks where, which
// of them are needed, and are the two the same?

#include "18_head_zoo/claims.hpp"
#include "18_head_zoo/importance.hpp"
#include "18_head_zoo/learning_curve.hpp"
#include "18_head_zoo/sentences.hpp"
#include "18_head_zoo/show.hpp"
#include "18_head_zoo/structure.hpp"
#include "18_head_zoo/zoo.hpp"

#include "common/pictures.hpp"
#include "common/print.hpp"
#include "common/random.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

using namespace attention;

int main(int argc, char** argv)
{
    ZooTraining training;
    int seed = 1;
    int another = 9;
    int count = 300;
    int seeds = 0;
    const common::Pictures pictures(argc, argv,
                                    {{"--seed", "of the first numbers and of the sentences", 0, &seed},
                                     {"--another", "of a second model", 0, &another},
                                     {"--steps", "training steps", 0, &training.steps},
                                     {"--sentences", "to measure with", 20, &count},
                                     {"--seeds", "instead of all else, a table of this many models", 0, &seeds, 1000}});
    common::Random random(1000000007);  // sentences that no training has seen
    const std::vector<Sentence> sentences = toy_sentences(static_cast<std::size_t>(count), random);
    if (seeds > 0) {
        show::seeds(seeds, training, sentences);
        return 0;
    }

    common::heading("A toy language, and a model that learns to answer its questions");
    const Sentence shown = where_nouns_differ(sentences)[0];
    show::questions(shown);
    const Grown grown = grown_and_measured(static_cast<std::uint64_t>(seed), training, sentences,
                                           show::progress("first model", training.steps));
    common::heading("Where each head looks, and what is lost without it");
    const HeadTable table = head_table(grown.model, sentences);
    show::mass_and_cost(table);
    show::best_heads(table);
    common::heading("Does it go by structure? Words exchanged, and paths from layer 1 cut");
    show::structure(grown.model, sentences);
    common::heading("All heads of a kind taken away, and every other choice of that number");
    show::controls(table, grown.model, sentences);
    show::claims(claims_of(grown.model, table, sentences));
    common::heading("A second model: layer 2 when an ending is asked for");
    show::subject_looks(grown_zoo(static_cast<std::uint64_t>(another), training), sentences);
    show::draw(grown, table, shown, pictures);
}
