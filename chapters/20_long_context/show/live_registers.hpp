/// \file
/// Chapter 20's live page: a tile of rung 5, and the registers that it takes.
#pragma once

#include "20_long_context/fast/register_tile.hpp"

#include "common/page.hpp"
#include "common/plot.hpp"
#include "common/tensor.hpp"

#include <cstddef>
#include <limits>
#include <string>
#include <vector>

namespace attention::show
{

/// How many keys can be tried.
inline constexpr std::size_t most_keys = 16;

/// A tile in the registers of a processor.
struct Fitting {
    Registers processor{};  ///< what there is
    RegisterTile tile;      ///< what is to go in

    /// Whether all sums stay in registers.
    bool fits() const { return tile.left_over(processor.count) == 0; }

    /// Numbers moved for each multiply-add.
    double moved() const
    {
        return static_cast<double>(tile.moved(processor.count)) / static_cast<double>(tile.multiply_adds());
    }
};

/// The tile that the reader has set.
inline Fitting fitting_from(common::Page& page)
{
    const std::vector<std::string> names = {"SSE", "NEON", "AVX2", "AVX-512"};
    const Registers processor = kinds_of_registers[page.choice("registers", "Kind of registers", names, 3)];
    const double keys = page.slider("keys_in_registers", "Keys", {1, most_keys, 1, 12});
    const double packs = page.slider("packs", "Packs of queries, a register each", {1, 4, 1, 2});
    return {processor, {static_cast<std::size_t>(keys), static_cast<std::size_t>(packs), processor.floats}};
}

/// Each register of sums; those that find no place are hidden.
inline common::Grid tile_grid(const Fitting& set)
{
    const RegisterTile& tile = set.tile;
    common::Grid grid{.caption = "Sums: a row for each key, a column for each pack of queries",
                      .values = xt::ones<double>({tile.keys, tile.packs}) * 0.6,
                      .shade = common::Shade::weights,
                      .masked = xt::zeros<bool>({tile.keys, tile.packs}),
                      .in_output = false};
    const std::size_t left_over = tile.left_over(set.processor.count);
    for (std::size_t i = tile.sums() - left_over; i < tile.sums(); ++i)
        grid.masked(i / tile.packs, i % tile.packs) = true;
    for (std::size_t key = 0; key < tile.keys; ++key) grid.rows.push_back(std::to_string(key));
    for (std::size_t first = 0; first < tile.queries(); first += tile.lanes)
        grid.columns.push_back(std::to_string(first) + " to " + std::to_string(first + tile.lanes - 1));
    grid.dense = {"{} registers full of sums; {} of them find no place.",
                  {static_cast<double>(tile.sums()), static_cast<double>(left_over)},
                  0};
    return grid;
}

/// What takes a register, against how many there are.
inline common::Bars registers_bars(const Fitting& set)
{
    const auto packs = static_cast<double>(set.tile.packs);
    return {.caption = "There are " + std::to_string(set.processor.count) + " registers of " +
                       std::to_string(set.processor.floats) + " floats",
            .labels = {"sums", "queries", "a key's number", "together"},
            .values = {static_cast<double>(set.tile.sums()), packs, 1, static_cast<double>(set.tile.registers())},
            .full = static_cast<double>(set.processor.count),
            .decimals = 0,
            .in_output = false};
}

/// What is moved for each multiply-add, against the number of keys.
inline common::Plot moved_plot(const Fitting& set)
{
    constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
    common::Plot plot{
        .title = "Numbers moved for each multiply-add", .description = "", .x_title = "keys", .y_title = ""};
    plot.curves = {{"all sums in registers", {}, {}}, {"some in memory", {}, {}}};
    for (std::size_t keys = 1; keys <= most_keys; ++keys) {
        const Fitting now{set.processor, {keys, set.tile.packs, set.tile.lanes}};
        const Fitting next{set.processor, {keys + 1, set.tile.packs, set.tile.lanes}};
        for (common::Curve& curve : plot.curves) curve.x.push_back(static_cast<double>(keys));
        plot.curves[0].y.push_back(now.fits() ? now.moved() : nothing);
        plot.curves[1].y.push_back(next.fits() ? nothing : now.moved());  // from the last key that fits
    }
    return plot;
}

/// What that means.
inline void say_fitting(common::Page& page, const Fitting& set)
{
    const RegisterTile& tile = set.tile;
    const auto count = [](std::size_t number) { return static_cast<double>(number); };
    page.say({.text = std::string("{} keys by {} queries, {} numbers ") +
                      (set.fits() ? "fetched" : "fetched or put away") + " for {} multiply-adds.",
              .numbers = {count(tile.keys), count(tile.queries()), count(tile.moved(set.processor.count)),
                          count(tile.multiply_adds())},
              .decimals = 0});
    if (set.fits()) {
        page.say({.text = "That is {} for each. The tile takes {} of {} registers, so every sum stays where it is "
                          "until it is done.",
                  .numbers = {set.moved(), count(tile.registers()), count(set.processor.count)},
                  .decimals = common::as_needed,
                  .in_output = false});
    } else {
        page.say(
            {.text =
                 "That is {} for each. The tile would take {} registers, and there are {}: for every "
                 "coordinate, at least {} packs of sums (hatched) go to memory and come back, as all of them did on rung 4.",
             .numbers = {set.moved(), count(tile.registers()), count(set.processor.count),
                         count(tile.left_over(set.processor.count))},
             .decimals = common::as_needed,
             .in_output = false});
    }
}

/// The third part of the page: a tile to be chosen.
inline void show_registers(common::Page& page)
{
    page.across();
    page.say(
        {.text =
             "Rung 5: a tile whose cells are registers full of sums. How large can it get, and why should it be large?"});
    page.column();
    const Fitting set = fitting_from(page);
    page.show(registers_bars(set));
    page.column();
    page.show(tile_grid(set));
    page.across();
    page.column();
    page.show(moved_plot(set),
              {.y_from = 0,
               .here = static_cast<double>(set.tile.keys),
               .along = "keys_in_registers",
               .seen = {.text = "{} numbers for each multiply-add.", .numbers = {set.moved()}, .in_output = false}});
    page.column();
    say_fitting(page, set);
}

}  // namespace attention::show
