/// \file
/// Chapter 23: what a block consists of, drawn; nothing to learn here.
#pragma once

#include "common/svg.hpp"

#include <string>

namespace attention::show
{

/// One half of a block: the stream goes straight up, and beside it a norm and what reads it.
inline void draw_half(common::Svg& svg, double y, const std::string& reads, const std::string& says)
{
    constexpr double stream = 90;
    constexpr double beside = 170;
    svg.line(stream, y, beside + 45, y, "muted");
    svg.arrow(beside + 45, y, beside + 45, y - 14, "muted");
    svg.box(beside, y - 44, 90, 28, "elsewhere");
    svg.text(beside + 45, y - 25, "norm", "ink", common::Anchor::middle);
    svg.arrow(beside + 45, y - 45, beside + 45, y - 60, "muted");
    svg.box(beside, y - 90, 90, 28, "here");
    svg.text(beside + 45, y - 71, reads, "ink strong", common::Anchor::middle);
    svg.line(beside + 45, y - 91, beside + 45, y - 110, "muted");
    svg.arrow(beside + 45, y - 110, stream + 13, y - 110, "muted");
    svg.circle(stream, y - 110, 11, "panel");
    svg.text(stream, y - 105, "+", "ink strong", common::Anchor::middle);
    svg.text(beside + 100, y - 71, says, "muted", common::Anchor::start, 12);
}

/// The whole model: words in at the bottom, scores for the next token out at the top.
inline std::string block_picture()
{
    constexpr double stream = 90;
    common::Svg svg(
        400, 430, "One block, and the way through the model",
        "A line goes straight up from the embedding at the bottom to the scores at the top: the residual stream. "
        "Beside it are two loops. In the first a norm, then attention; in the second a norm, then the MLP. What "
        "each says is added to the stream. The two loops together are a block, and there are two of those.");
    svg.box(14, 90, 372, 264, "grid");
    svg.text(374, 342, "two blocks like this", "muted", common::Anchor::end, 12);
    svg.box(stream - 70, 384, 140, 28, "elsewhere");
    svg.text(stream, 403, "embedding", "ink", common::Anchor::middle);
    svg.arrow(stream, 383, stream, 64, "ink");
    draw_half(svg, 340, "attention", "words listen");
    draw_half(svg, 214, "MLP", "each by itself");
    svg.box(stream - 80, 14, 160, 48, "elsewhere");
    svg.text(stream, 34, "norm, then", "ink", common::Anchor::middle);
    svg.text(stream, 51, "the embedding again", "ink", common::Anchor::middle);
    svg.text(stream + 92, 43, "a score for each token", "muted", common::Anchor::start, 12);
    return svg.document();
}

}  // namespace attention::show
