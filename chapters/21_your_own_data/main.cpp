// Chapter 21 attends over data from outside. First arrays, of any rank and with any mask, as ./learn attend reads them from
// NumPy's files; then the words of a text, whose vectors come from counting which words are near each other.

#include "21_your_own_data/little_text.hpp"
#include "21_your_own_data/sentence.hpp"
#include "21_your_own_data/show.hpp"
#include "21_your_own_data/word_vectors.hpp"
#include "21_your_own_data/words.hpp"

#include "common/heat_map.hpp"
#include "common/map.hpp"
#include "common/pictures.hpp"
#include "common/print.hpp"
#include "common/tensor.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

using namespace attention;

int main(int argc, char** argv)
{
    const common::Pictures pictures(argc, argv);
    pictures.save("map.svg", common::map_svg({common::Step::words, common::Step::vectors, common::Step::roles},
                                             "chapter 21: words, vectors, queries, keys and values of your own"));

    common::heading("Arrays with 2, 3 and 4 axes");
    show::shapes();
    common::heading("One mask, many shapes: 2 sequences, 4 heads, 5 queries, 7 keys");
    show::masks();
    show::options();

    common::heading("Company, counted and compared with chance");
    show::pencil({{6, 3, 1, 2}, {3, 0, 3, 0}, {1, 3, 0, 0}, {2, 0, 0, 0}});
    const std::vector<std::string> text = words_of(little_text);
    const Vocabulary known(text, 1000, 2);
    const Matrix ppmi = positive_information(counts_together(text, known, 5));
    fmt::print("\n  A text of {} words; {} occur at least twice. Distances from their PPMI:\n", text.size(),
               known.words.size());
    show::two_vectors_or_one(known, ppmi);

    const WordVectors vectors = factored(known, ppmi, known.words.size());
    common::heading("A sentence that attends to itself");
    const common::HeatMap map = show::map_of(attend_sentence(vectors, "the fish swims in the cold water"));
    fmt::print("{}", map.text());
    pictures.save("sentence.svg", map.svg());
    common::heading("One bank, two sentences");
    show::bank(vectors);
    pictures.save("bank.svg", show::drawn_bank(vectors).svg());
}
