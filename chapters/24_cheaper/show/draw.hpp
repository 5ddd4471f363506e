/// \file
/// Chapter 24: the pictures of the lesson.
#pragma once

#include "17_induction/forward.hpp"
#include "24_cheaper/measured/clock.hpp"
#include "24_cheaper/measured/curve.hpp"
#include "24_cheaper/sinks/doubled.hpp"
#include "24_cheaper/sinks/first_token.hpp"
#include "24_cheaper/windows/cliff.hpp"
#include "24_cheaper/windows/reach.hpp"

#include "common/heat_map.hpp"
#include "common/map.hpp"
#include "common/pictures.hpp"
#include "common/plot.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"

#include <cstddef>
#include <string>

namespace attention::show
{

/// Who reaches whom with windows of 8, in one layer, two and three.
inline common::HeatMap reach_map()
{
    constexpr std::size_t n = 24;
    common::HeatMap map{.title = "Windows of 8: one layer, two, three",
                        .description = "A band of 8 dark cells along the diagonal, then 7 paler ones, then 7 paler "
                                       "still. Beyond, nothing.",
                        .values = layers_to_reach(window_mask(n, learned_window), 3),
                        .rows = {},
                        .columns = {},
                        .decimals = 0};
    map.masked = BoolMatrix::from_shape({n, n});
    for (std::size_t i = 0; i < n; ++i) {
        map.rows.push_back(std::to_string(i));
        map.columns.push_back(std::to_string(i));
        for (std::size_t j = 0; j < n; ++j) {
            map.masked(i, j) = j > i;
            map.values(i, j) = map.values(i, j) == 0 ? 0 : 1.25 - 0.35 * map.values(i, j);  // 0.9, 0.55, 0.2
        }
    }
    return map;
}

/// Accuracy for each window and each length of a block.
inline common::HeatMap cliff_map(const Cliff& cliff)
{
    common::HeatMap map{.title = "Accuracy when only the latest keys are seen",
                        .description = "Measured: stairs. Above them zeros: no block is continued that is longer than "
                                       "the window. Below them accuracies of 0.75 and more.",
                        .values = xt::zeros<double>({cliff_windows.size(), cliff_blocks.size()}),
                        .rows = {},
                        .columns = {},
                        .row_title = "keys seen",
                        .column_title = "length of a block"};
    for (std::size_t w = 0; w < cliff_windows.size(); ++w) {
        map.rows.push_back(std::to_string(cliff_windows[w]));
        set_row(map.values, w, cliff.cut_off[w].accuracy);
    }
    for (const std::size_t block : cliff_blocks) map.columns.push_back(std::to_string(block));
    return map;
}

/// The first letters of one sequence, as the model with `<s>` in sight reads it: layer 2.
inline common::HeatMap sink_map(const Sinks& sinks)
{
    common::Random random(0);
    const Sequences sequences = doubled_sequences({Next::known}, 0, 1, random);
    const Matrix weights = weights_of(forward(sinks.model, sequences), 0, HeadName{1, 0});
    constexpr std::size_t drawn = 19;  // two blocks of 4 and 5, each twice
    common::HeatMap map{.title = "Layer 2 of a model with <s> always in sight",
                        .description = "Measured: wherever a block is new, the whole weight is on <s>; wherever it "
                                       "comes again, on the place after the earlier letter.",
                        .values = xt::view(weights, xt::range(0, drawn), xt::range(0, drawn)),
                        .rows = {},
                        .columns = {},
                        .decimals = 0,
                        .masked = !window_mask(drawn, sink_window, 1)};
    for (std::size_t i = 0; i < drawn; ++i) {
        const int token = sequences.token(0, i);
        map.rows.push_back(token == start_token ? "<s>" : std::string(1, static_cast<char>('a' + token)));
    }
    map.columns = map.rows;
    map.columns[0].clear();  // its name would make all cells as wide as itself
    return map;
}

/// Time against length, for all that was timed.
inline common::Plot clock_plot(const Clock& clock)
{
    common::Plot plot{.title = "Time against length",
                      .description = "Measured: five curves, both axes logarithmic. The two of softmax rise twice as "
                                     "steeply as the other three, and lie above them for long texts.",
                      .x_title = "tokens",
                      .y_title = "milliseconds",
                      .log_x = true,
                      .log_y = true};
    for (const TimeCurve& curve : clock.curves) {
        plot.curves.push_back({curve.name, curve.n, {}});
        for (const double seconds : curve.seconds) plot.curves.back().y.push_back(1e3 * seconds);
    }
    return plot;
}

/// All of them.
inline void draw(const common::Pictures& pictures, const Cliff& cliff, const Sinks& sinks, const Clock& clock)
{
    pictures.save("map.svg", common::map_svg({common::Step::scores, common::Step::weights, common::Step::output},
                                             "chapter 24: some of this is left out"));
    pictures.save("reach.svg", reach_map().svg());
    pictures.save("cliff.svg", cliff_map(cliff).svg());
    pictures.save("sink.svg", sink_map(sinks).svg());
    pictures.save("clock.svg", clock_plot(clock).svg());
}

}  // namespace attention::show
