/// \file
/// Chapter 17: pictures of the two heads; nothing to learn here.
#pragma once

#include "17_induction/forward.hpp"
#include "17_induction/heads_shown.hpp"
#include "17_induction/scores.hpp"

#include "common/heat_map.hpp"
#include "common/pictures.hpp"

#include <fmt/core.h>

#include <string>

namespace attention
{

/// Draw where both heads look, before training or after.
inline void draw_heads(const Parameters<float>& model, const std::string& when, const std::string& first_says,
                       const std::string& second_says, const common::Pictures& pictures)
{
    const Trace<float> trace = forward(model, shown());
    common::HeatMap first = map_of(weights_of(trace, 0, first_head), 0, 9, 9);
    first.title = fmt::format("The head of layer 1 {} training: the first block", when);
    first.description = "Measured: " + first_says;
    pictures.save(fmt::format("layer_1_{}.svg", when), first.svg());
    common::HeatMap second = map_of(weights_of(trace, 0, second_head), 9, 18, 18);
    second.title = fmt::format("The head of layer 2 {} training: the second block", when);
    second.description = "Measured: " + second_says;
    pictures.save(fmt::format("layer_2_{}.svg", when), second.svg());
}

}  // namespace attention
