/// \file
/// Chapter 23: a sentence whose pairs are merged, printed and drawn; nothing to learn here.
#pragma once

#include "23_writing/text/merges_shown.hpp"

#include "common/svg.hpp"

#include <fmt/core.h>

#include <cstddef>
#include <string>
#include <vector>

namespace attention::show
{

/// A token with its blanks as dots, so that they can be seen.
inline std::string with_dots(const std::string& token)
{
    std::string shown;
    for (const char c : token) shown += c == ' ' ? "·" : std::string(1, c);
    return shown;
}

/// How many merges are shown.
inline constexpr std::size_t merges_shown = 6;

/// What was merged, and what the sentence looks like then.
inline void merges(const std::vector<MergeShown>& shown)
{
    fmt::print("  merged      seen  tokens then\n");
    for (std::size_t i = 1; i <= merges_shown; ++i) {
        const PairShown& pair = shown[i].merged;
        const std::string name = with_dots(pair.left) + " + " + with_dots(pair.right);
        fmt::print("  {:<10}  {:>4}  {:>11}\n", name, pair.times, shown[i].tokens.size());
    }
    std::string tokens;
    for (const std::string& token : shown[merges_shown].tokens)
        tokens += (tokens.empty() ? "" : " ") + with_dots(token);
    fmt::print("  {}\n", tokens);
}

/// A row of boxes, one for each token, as wide as its letters.
inline void draw_tokens(common::Svg& svg, double y, const std::vector<std::string>& tokens, const std::string& latest)
{
    constexpr double letter = 12;
    double x = 8;
    for (const std::string& token : tokens) {
        const double width = letter * static_cast<double>(token.size());
        svg.box(x + 1, y, width - 2, 24, token == latest ? "here" : "elsewhere");
        for (std::size_t i = 0; i < token.size(); ++i) {
            const double middle = x + letter * (static_cast<double>(i) + 0.5);
            svg.text(middle, y + 17, with_dots(token.substr(i, 1)), "ink", common::Anchor::middle);
        }
        x += width;
    }
}

/// The sentence in bytes, and after each of the merges.
inline std::string merges_picture(const std::vector<MergeShown>& shown)
{
    constexpr double row = 52;
    common::Svg svg(
        416, 14 + row * (merges_shown + 1), "The pair that is seen most often becomes a token",
        "The sentence \"the river bank and the money bank\" as a row of boxes, one for each character. In each row "
        "below, one more pair of neighbours has become one box, wherever it stands. After six merges both banks, "
        "each with the blank before it, are one token.");
    for (std::size_t i = 0; i <= merges_shown; ++i) {
        const PairShown& pair = shown[i].merged;
        const double y = 14 + row * static_cast<double>(i);
        const std::string what = i == 0 ? "characters" : with_dots(pair.left) + " and " + with_dots(pair.right);
        svg.text(8, y + 8, fmt::format("{}: {} tokens", what, shown[i].tokens.size()), "muted");
        draw_tokens(svg, y + 14, shown[i].tokens, pair.left + pair.right);
    }
    return svg.document();
}

}  // namespace attention::show
