// Chapter 20 on the site: walk over the blocks of a small table of scores, see what a large one would take, and fill the
// registers of rung 5.

#include "20_long_context/fast/tile_kernels.hpp"
#include "20_long_context/measured/memory.hpp"
#include "20_long_context/show/live_registers.hpp"
#include "20_long_context/show/live_walk.hpp"

#include "common/page.hpp"
#include "common/plot.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace attention
{

namespace
{

/// What there is to keep, in MB, in the order of `memory_names`.
std::vector<double> memory_of(std::size_t n)
{
    const Megabytes needs =
        megabytes<float>(n, 64, 1, *usable_kernels<float>().back());  // a browser's registers are narrow
    return {needs.scores, needs.tensors, needs.block};
}

const std::vector<std::string> memory_names = {"all scores", "Q, K, V and O", "a thread's block"};
const std::vector<std::size_t> sizes = {1600, 8000, 32000, 100000, 320000, 1000000};

common::Plot memory_plot()
{
    common::Plot plot{.title = "Memory", .description = "", .x_title = "n, tokens", .y_title = "MB"};
    plot.log_x = plot.log_y = true;
    for (const std::string& name : memory_names) plot.curves.push_back({name, {}, {}});
    for (const std::size_t n : sizes) {
        for (std::size_t what = 0; what < memory_names.size(); ++what) {
            plot.curves[what].x.push_back(static_cast<double>(n));
            plot.curves[what].y.push_back(memory_of(n)[what]);
        }
    }
    return plot;
}

void show_memory(common::Page& page)
{
    page.column();
    std::vector<std::string> options;
    for (const std::size_t n : sizes) options.push_back(std::to_string(n));
    const std::size_t n = sizes[page.choice("size", "Tokens of a long text", options, 3)];
    const std::vector<double> here = memory_of(n);
    page.show(common::Grid{.caption = "What must be kept, in MB",
                           .values = {{here[0]}, {here[1]}},
                           .rows = {memory_names[0], memory_names[1]},
                           .columns = {std::to_string(n)},
                           .decimals = 1});
    page.column();
    page.show(memory_plot(), {.here = static_cast<double>(n),
                              .seen = {.text = "All scores take {} MB, the block of a thread {}.",
                                       .numbers = {here[0], here[2]},
                                       .decimals = 2,
                                       .in_output = false}});
}

}  // namespace

void live_page(common::Page& page)
{
    show::show_walk(page);
    show_memory(page);
    show::show_registers(page);
}

}  // namespace attention
