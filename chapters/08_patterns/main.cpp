// Chapter 8: how to read a matrix of weights: how spread out a row is, and which shape the whole has.

#include "08_patterns/constructed.hpp"
#include "08_patterns/patterns.hpp"
#include "08_patterns/show.hpp"

#include "02_softmax/softmax.hpp"
#include "common/map.hpp"
#include "common/pictures.hpp"
#include "common/print.hpp"
#include "common/tensor.hpp"

#include <fmt/core.h>

#include <cstddef>
#include <string>
#include <vector>

using namespace attention;

int main(int argc, char** argv)
{
    const common::Pictures pictures(argc, argv);

    const std::vector<std::string> sentence = {"The", "cat", "sat", "on", "the", "mat"};
    const Vector sat = {0.05, 0.70, 0.02, 0.03, 0.05, 0.15};  // where "sat" looks, in Tsugrii's book
    show::sat(sentence, sat, {3, 8, 1, 1, 2, 4});

    const Vector even = xt::ones<double>({6}) / 6.0;
    show::spread({{"one key has it all", {0, 1, 0, 0, 0, 0}},
                  {"bank of \"the river bank\"", softmax({0, 2, 1})},
                  {"1/2, 1/4, 1/8, 1/8", {0.5, 0.25, 0.125, 0.125}},
                  {"\"sat\" of Tsugrii", sat},
                  {"cat of cat, sat, mat", softmax({1, 0, 1})},
                  {"mat of cat, sat, mat", softmax({1, 1, 2})},
                  {"0.98 and 0.02", {0.98, 0.02}},
                  {"six equal weights", even}});

    common::heading("One of the five shapes: induction");
    fmt::print("{}", show::shape(Pattern::induction).text());

    std::vector<std::string> names;
    std::vector<Matrix> maps;
    for (std::size_t p = 0; p < pattern_names.size(); ++p) {
        names.push_back(pattern_names[p]);
        maps.push_back(constructed::weights_for(static_cast<Pattern>(p)));
    }
    names.emplace_back("even weights");
    maps.push_back(constructed::weights_for(Pattern::self, 0.0));
    names.emplace_back("even, not ahead");
    maps.push_back(constructed::weights_for(Pattern::induction, 0.0));
    show::recognition(names, maps);

    pictures.save("map.svg", common::map_svg({common::Step::weights}, "chapter 8: how to read the weights"));
    pictures.save("game.svg", show::game({"river", "bank", "the", "old"}));
    show::save_shapes(pictures);
}
