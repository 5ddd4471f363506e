// The live page of chapter 22: write word by word and see what is new in each step; then what a longer text saves, and what a
// cache must hold and be read at.

#include "22_kv_cache/by_hand.hpp"
#include "22_kv_cache/decoding/eight_bits.hpp"
#include "22_kv_cache/decoding/grouped_heads.hpp"
#include "22_kv_cache/multiplications.hpp"

#include "common/page.hpp"
#include "common/plot.hpp"
#include "common/tensor.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

namespace attention
{

namespace
{

/// A row of weights for each step; the newest is framed, and all others are forgotten.
common::Grid weights_grid(const std::vector<pencil::Step>& steps)
{
    const std::size_t n = steps.size();
    common::Grid grid{.caption = "Weights, a row for each step; framed: this step's",
                      .values = xt::zeros<double>({n, n}),
                      .shade = common::Shade::weights,
                      .masked = xt::zeros<bool>({n, n}),
                      .marked = xt::zeros<bool>({n, n}),
                      .in_output = false};
    for (std::size_t i = 0; i < n; ++i) {
        grid.rows.push_back(steps[i].word.name);
        grid.columns.push_back(steps[i].word.name);
        for (std::size_t j = 0; j < n; ++j) {
            if (j <= i) grid.values(i, j) = steps[i].weights(j);
            grid.masked(i, j) = j > i;
            grid.marked(i, j) = i + 1 == n;
        }
    }
    return grid;
}

/// One number of each word; that of the newest is framed.
common::Grid kept_grid(const std::string& caption, const Matrix& column, common::Shade shade, int decimals)
{
    const std::size_t n = column.shape(0);
    common::Grid grid{.caption = caption,
                      .values = xt::transpose(column),
                      .decimals = decimals,
                      .shade = shade,
                      .marked = xt::zeros<bool>({std::size_t{1}, n})};
    for (std::size_t i = 0; i < n; ++i) grid.columns.push_back(pencil::words[i].name);
    grid.marked(0, n - 1) = true;
    return grid;
}

/// Millions of multiplications, for d = 64.
double millions(Redone again, std::size_t n)
{
    return 1e-6 * static_cast<double>(multiplications(again, n, 64).total());
}

/// What the three ways take, for texts of up to 4096 words.
common::Plot growth_plot()
{
    common::Plot plot{.title = "What it takes to write n words, d = 64",
                      .description = "",
                      .x_title = "words written, n",
                      .y_title = "millions of multiplications",
                      .curves = {{"all again", {}, {}}, {"K and V again", {}, {}}, {"with a cache", {}, {}}},
                      .log_x = true,
                      .log_y = true};
    for (std::size_t n = 1; n <= 4096; n *= 2) {
        for (std::size_t way = 0; way < ways.size(); ++way) {
            plot.curves[way].x.push_back(static_cast<double>(n));
            plot.curves[way].y.push_back(millions(ways[way], n));
        }
    }
    return plot;
}

void write_words(common::Page& page)
{
    const auto count = static_cast<std::size_t>(page.slider(
        "words", "Words written", {.from = 1, .to = static_cast<double>(pencil::words.size()), .step = 1, .start = 3}));
    const std::vector<pencil::Step> steps = pencil::steps(count);
    page.show(weights_grid(steps));
    page.show(kept_grid("Keys kept; framed: the new one", steps.back().K, common::Shade::key, 3));
    page.show(kept_grid("Values kept; framed: the new one", steps.back().V, common::Shade::value, 0));
    page.say({"The newest word's output: {}.", {steps.back().output}});
}

void count_multiplications(common::Page& page)
{
    const double power =
        page.slider("length", "Words to write, as a power of 2", {.from = 0, .to = 12, .step = 1, .start = 10});
    const auto n = static_cast<std::size_t>(std::exp2(power));
    const std::array<double, 3> counts = {millions(ways[0], n), millions(ways[1], n), millions(ways[2], n)};
    page.show(growth_plot(),
              {.here = static_cast<double>(n),
               .seen = {"All again {}, K and V again {}, with a cache {}.", {counts[0], counts[1], counts[2]}}});
    page.say({"Millions of multiplications: all again {}, K and V again {}, with a cache {}.",
              {counts[0], counts[1], counts[2]}});
    page.say({"{} words: the cache takes one multiplication where all again takes {}.",
              {static_cast<double>(n), counts[0] / counts[2]},
              0,
              false});
}

void size_the_cache(common::Page& page)
{
    const std::vector<std::size_t> heads = {8, 4, 2, 1};
    const std::vector<int> bits = {32, 16, 8, 4};
    const std::size_t key_heads =
        heads[page.choice("heads", "Heads of keys and values, for 8 of queries", {"8", "4", "2", "1"})];
    const int width = bits[page.choice("bits", "Bits of each number", {"32", "16", "8", "4"})];
    const double power =
        page.slider("kept", "Words in the cache, as a power of 2", {.from = 10, .to = 20, .step = 1, .start = 15});
    const double speed =
        page.slider("speed", "GB per second from memory", {.from = 10, .to = 200, .step = 10, .start = 30});
    const GroupedHeads cache{
        .heads = 8, .key_heads = key_heads, .tokens = static_cast<std::size_t>(std::exp2(power)), .d = 64};
    const double bytes = width < 16 ? static_cast<double>(key_heads) * bytes_in_steps(cache.tokens, cache.d, width)
                                    : cache.bytes() * width / 32;
    page.say({"Heads of keys and values: {}. In 32 bits, bytes for each word: {}, and for all words, in MB: {}.",
              {static_cast<double>(key_heads), cache.bytes_a_token(), 1e-6 * cache.bytes()},
              0});
    page.say({"In {} bits that is {} MB. This layer cannot take more than {} steps a second, however fast it computes.",
              {static_cast<double>(width), 1e-6 * bytes, 1e9 * speed / bytes},
              0,
              false});
}

}  // namespace

void live_page(common::Page& page)
{
    page.column();
    write_words(page);
    page.column();
    count_multiplications(page);
    page.across();
    size_the_cache(page);
}

}  // namespace attention
