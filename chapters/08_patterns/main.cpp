// Chapter 8: reading weights.   H = -sum_j A_j ln A_j

#include "08_patterns/constructed.hpp"
#include "08_patterns/entropy.hpp"
#include "08_patterns/patterns.hpp"

#include "02_softmax/softmax.hpp"
#include "common/bars.hpp"
#include "common/heat_map.hpp"
#include "common/pictures.hpp"
#include "common/print.hpp"
#include "common/tensor.hpp"

#include <fmt/core.h>

#include <cstddef>
#include <string>
#include <vector>

using namespace attention;
using common::number;

namespace
{

const std::vector<std::string> sentence = {"The", "cat", "sat", "on", "the", "mat"};
const Vector sat = {0.05, 0.70, 0.02, 0.03, 0.05, 0.15};  // where "sat" looks, as a textbook has it

void show_sat(const common::Pictures& pictures)
{
    common::heading("Where \"sat\" looks, in proportion");
    fmt::print("{}", common::bars(sentence, sat, 1.0, 2));
    fmt::print("  sum {}\n", number(xt::sum(sat)(), 2));
    pictures.save("sat.svg", common::bars_svg("Where the word sat looks",
                                              "Six bars: cat has by far the longest, then mat; the others are short.",
                                              sentence, {{"sat looks at", sat}}, 1.0, 2));

    common::heading("As the textbook draws it: blocks for each 0.01 of weight");
    const Vector blocks = {3, 8, 1, 1, 2, 4};
    common::Table table({"word", "weight", "blocks drawn", "blocks for each 0.01"});
    for (std::size_t j = 0; j < 6; ++j) {
        table.add_row({sentence[j], number(sat(j), 2), number(blocks(j), 0), number(blocks(j) / sat(j) / 100, 3)});
    }
    table.print();
}

void show_entropy()
{
    common::heading("Entropy: how spread out is a row?");
    const Vector cat = softmax({1, 0, 1});
    const Vector even = xt::ones<double>({6}) / 6.0;
    const Vector one = {0, 1, 0, 0, 0, 0};
    common::Table table({"row", "keys", "nats", "bits", "effective tokens"});
    const auto add = [&](const std::string& name, const Vector& row) {
        table.add_row({name, std::to_string(row.size()), number(entropy(row), 6), number(bits(entropy(row)), 6),
                       number(effective_tokens(row), 6)});
    };
    add("one key has it all", one);
    add("\"sat\" of the textbook", sat);
    add("cat of cat, sat, mat", cat);
    add("mat of cat, sat, mat", softmax({1, 1, 2}));
    add("all six alike", even);
    table.print();
}

void show_shapes(const common::Pictures& pictures)
{
    common::heading("Five shapes to know, each made by queries and keys");
    const std::vector<std::string> files = {"self.svg", "previous.svg", "sink.svg", "block.svg", "induction.svg"};
    for (std::size_t p = 0; p < files.size(); ++p) {
        const Matrix weights = constructed::weights_for(static_cast<Pattern>(p));
        const common::HeatMap map{.title = pattern_names[p],
                                  .description = "The weights of eight positions over themselves, in the shape named.",
                                  .values = weights,
                                  .rows = constructed::words,
                                  .columns = constructed::words,
                                  .decimals = 0};
        fmt::print("  {}\n{}\n", pattern_names[p], map.text());
        pictures.save(files[p], map.svg());
    }
}

void show_recognition()
{
    common::heading("Recognised: the weight that falls on the cells of each shape");
    common::Table table({"made as", "self", "previous", "sink", "block", "induction", "seen as"});
    const auto add = [&](const std::string& name, const Matrix& weights) {
        std::vector<std::string> row = {name};
        for (std::size_t p = 0; p < pattern_names.size(); ++p) {
            const BoolMatrix cells = cells_of(static_cast<Pattern>(p), constructed::tokens, constructed::groups);
            row.push_back(number(weight_on(cells, weights), 2));
        }
        const auto seen = recognise(weights, constructed::tokens, constructed::groups);
        row.push_back(seen ? pattern_names[static_cast<std::size_t>(*seen)] : "none");
        table.add_row(row);
    };
    for (std::size_t p = 0; p < pattern_names.size(); ++p) {
        add(pattern_names[p], constructed::weights_for(static_cast<Pattern>(p)));
    }
    add("even weights", constructed::weights_for(Pattern::self, 0.0));
    table.print();
}

}  // namespace

int main(int argc, char** argv)
{
    const common::Pictures pictures(argc, argv);
    show_sat(pictures);
    show_entropy();
    show_shapes(pictures);
    show_recognition();
}
