/// \file
/// Chapter 23: a model as it learns, printed and drawn; nothing to learn here.
#pragma once

#include "23_writing/growing.hpp"
#include "23_writing/rivals.hpp"

#include "common/plot.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace attention::show
{

/// A text on one line, with a dot for what a terminal could not show.
inline std::string on_one_line(const std::string& text)
{
    std::string line;
    for (const char c : text) line += c == '\n' ? " / " : std::string(1, c >= ' ' && c <= '~' ? c : '.');
    return line;
}

/// What was written, in two lines of whole words.
inline void two_lines(const std::string& written)
{
    constexpr std::size_t widest = 70;
    std::string text = on_one_line(written);
    for (const char* mark : {"", "..."}) {
        std::size_t end = std::min(widest, text.size());
        if (end < text.size() && text.rfind(' ', end) != std::string::npos) end = text.rfind(' ', end);
        fmt::print("~ \"{}{}\"\n", text.substr(0, end), mark);
        text = text.substr(std::min(text.size(), end + 1));
    }
}

/// Bits and what was written, at the start, early, halfway and at the end.
inline void growth(const std::vector<Stage>& stages)
{
    fmt::print("  step   on what it learns from   on held-out lessons\n");
    const std::size_t last = stages.size() - 1;
    for (const std::size_t at : {std::size_t{0}, last / 20, last / 4, last}) {
        const Stage& stage = stages[at];
        fmt::print("~ {:>4}  {:>23.3f}  {:>20.3f}\n", stage.step, stage.learned, stage.held_out);
        two_lines(stage.written);
    }
}

/// Bits over steps, beside two tables.
inline common::Plot growth_plot(const std::vector<Stage>& stages, const Rivals& rivals)
{
    common::Plot plot{
        .title = "A model passes two tables as it learns",
        .description =
            "Measured: bits a character on held-out lessons fall from above 3 within a tenth of the steps to below "
            "2, pass the line of a table that remembers three characters, then that of one that remembers five, "
            "and flatten. On the text it learns from the curve goes further down.",
        .x_title = "steps",
        .y_title = "bits a character",
        .curves = {{"on held-out lessons", {}, {}},
                   {"on what it learns from", {}, {}},
                   {"table, 3 characters", {}, {}},
                   {"table, 5 characters", {}, {}}}};
    for (const Stage& stage : stages) {
        const std::vector<double> y = {stage.held_out, stage.learned, rivals.three, rivals.five};
        for (std::size_t c = 0; c < y.size(); ++c) {
            plot.curves[c].x.push_back(stage.step);
            plot.curves[c].y.push_back(y[c]);
        }
    }
    return plot;
}

}  // namespace attention::show
