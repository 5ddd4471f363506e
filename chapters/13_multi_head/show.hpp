/// \file
/// What the program prints and draws; nothing to learn here.
#pragma once

#include "13_multi_head/chase.hpp"
#include "13_multi_head/cost.hpp"
#include "13_multi_head/heads.hpp"
#include "13_multi_head/multi_head.hpp"
#include "13_multi_head/reversal.hpp"

#include "common/heat_map.hpp"
#include "common/print.hpp"
#include "common/random.hpp"
#include "common/svg.hpp"
#include "common/tensor.hpp"

#include <fmt/core.h>
#include <fmt/format.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace attention::show
{

using common::Anchor;
using common::number;
using common::numbers;
using common::Svg;

/// Where "chased" looks.
inline void weights()
{
    common::heading("The weights of \"chased\" over dog, chased, cat");
    const MultiHeadAttention two = chase::by_two_heads(chase::dog_chased_cat);
    const MultiHeadAttention one = chase::by_one_head(chase::dog_chased_cat);
    fmt::print("  head 1, who chases?     {}\n", numbers(row_of(two.weights[0], chase::verb), 2));
    fmt::print("  head 2, who is chased?  {}\n", numbers(row_of(two.weights[1], chase::verb), 2));
    fmt::print("  one head asking both    {}\n", numbers(row_of(one.weights[0], chase::verb), 2));
}

/// What "chased" finds, in both sentences.
inline void answers()
{
    common::heading("What \"chased\" finds: dog, cat. Through W_O: dog, cat, verb, first, last");
    fmt::print("  {:<22}{:<29}{}\n", "", "dog chased cat", "cat chased dog");
    const auto row = [](const std::string& name, const Matrix& here, const Matrix& there) {
        fmt::print("  {:<22}{:<29}{}\n", name, numbers(row_of(here, chase::verb), 1),
                   numbers(row_of(there, chase::verb), 1));
    };
    const auto heads = [&](const std::string& name, const Matrix& here, const Matrix& there) {
        for (std::size_t h = 0; h < 2; ++h)
            row(fmt::format("{} {}", name, h + 1), split_heads(here, 2)[h], split_heads(there, 2)[h]);
    };
    const Matrix& here = chase::dog_chased_cat;
    const Matrix& there = chase::cat_chased_dog;
    row("one head asking both", chase::by_one_head(here).output, chase::by_one_head(there).output);
    heads("head", chase::found_by_two_heads(here), chase::found_by_two_heads(there));
    row("both, through W_O", chase::by_two_heads(here).output, chase::by_two_heads(there).output);
    heads("shared keys, head", chase::by_shared_keys(here), chase::by_shared_keys(there));
}

/// The row of "chased", the one word that asks, in each of two heads and in one head that asks both, as a picture.
inline common::HeatMap rows_of_chased(const MultiHeadAttention& two, const MultiHeadAttention& one)
{
    constexpr std::size_t chased = 1;
    common::HeatMap map{.title = "Where \"chased\" looks",
                        .description =
                            "Three rows of weights. Head 1, who chases, looks at dog alone; head 2, who is chased, at "
                            "cat alone; one head that asks both looks at dog and cat, half each.",
                        .values = xt::zeros<double>({std::size_t{3}, chase::words.size()}),
                        .rows = {"head 1, who chases?", "head 2, who is chased?", "one head asking both"},
                        .columns = chase::words,
                        .row_title = "who asks"};
    set_row(map.values, 0, row_of(two.weights[0], chased));
    set_row(map.values, 1, row_of(two.weights[1], chased));
    set_row(map.values, 2, row_of(one.weights[0], chased));
    return map;
}

/// Two words, every number of which says where it was.
inline const Matrix two_words = {{0, 1, 2, 3}, {4, 5, 6, 7}};

/// The two words cut into two heads, rightly and wrongly.
inline void cuts()
{
    common::heading("Two words, two heads: the right cut and the wrong one");
    common::print_matrix("X", two_words, {.decimals = 0});
    const auto show_cut = [&](const std::string& name, const std::vector<Matrix>& parts) {
        fmt::print("  {:<29}", name);
        for (std::size_t h = 0; h < 2; ++h) {
            fmt::print("head {} {} {}{}", h, numbers(row_of(parts[h], 0), 0), numbers(row_of(parts[h], 1), 0),
                       h == 0 ? "   " : "\n");
        }
    };
    show_cut("cut:", split_heads(two_words, 2));
    show_cut("reshaped without transpose:", reshaped_without_transpose(two_words, 2));
}

/// The test that tells the cuts apart.
inline void reversal()
{
    common::heading("Six random words of 8 numbers, reversed: are the outputs only reversed?");
    common::Random random(13);
    const Matrix X = random.normal_matrix(6, 8);
    const auto change = [&](std::size_t heads, const CutIntoHeads& cut) {
        const double largest = change_when_reversed(X, heads, cut);
        return largest < 1e-12 ? std::string("none") : number(largest, 2);
    };
    common::Table table({"heads", "cut: largest change", "reshaped: largest change"});
    for (const std::size_t heads : {1U, 2U, 4U})
        table.add_row({std::to_string(heads), change(heads, split_heads), change(heads, reshaped_without_transpose)});
    table.print();
}

/// What heads cost.
inline void costs()
{
    common::heading("What heads cost: n = 1000, d_model = 512, in double; operations in millions");
    common::Table table({"heads", "d_k", "1/sqrt(d_k)", "numbers learned", "products", "softmax", "weights, MB"});
    const auto millions = [](std::uint64_t count) { return number(static_cast<double>(count) / 1e6, 1); };
    for (const std::uint64_t heads : {1U, 8U, 16U}) {
        const HeadsCost cost = cost_of_heads(1000, 512, heads);
        table.add_row({std::to_string(heads), std::to_string(cost.d_k),
                       number(1.0 / std::sqrt(static_cast<double>(cost.d_k)), 3), std::to_string(cost.learned),
                       millions(cost.products), millions(cost.softmax), millions(cost.weight_bytes)});
    }
    table.print();
}

/// What generation keeps.
inline void groups()
{
    common::heading("Keys and values kept for 1000 words: 8 heads of queries, d_k = d_v = 64");
    common::Table table({"heads of K and V", "numbers kept", "called"});
    for (const std::uint64_t groups : {8U, 4U, 2U, 1U}) {
        const std::string name = groups == 8 ? "multi-head" : groups == 1 ? "multi-query" : "grouped";
        table.add_row({std::to_string(groups), std::to_string(numbers_kept(1000, groups, 64)), name});
    }
    table.print();
}

constexpr double box_height = 46;

/// A box with a name and a shape in it, around a middle.
inline void box(Svg& svg, double middle, double y, double width, const std::string& name, const std::string& shape,
                const std::string& kind)
{
    svg.box(middle - width / 2, y, width, box_height, kind);
    svg.text(middle, y + 19, name, kind == "muted" ? "ink strong" : kind + " strong", Anchor::middle, 15);
    svg.text(middle, y + 37, shape, "muted", Anchor::middle, 12);
}

/// An arrow down from the box at one height to that at another, with some room at both ends.
inline void arrow_down(Svg& svg, double x1, double y1, double x2, double y2, const std::string& kind = "muted")
{
    svg.arrow(x1, y1 + box_height + 2, x2, y2 - 2, kind);
}

inline const std::vector<std::string> roles = {"Q", "K", "V"};                 ///< in this order everywhere
inline const std::vector<std::string> role_kinds = {"query", "key", "value"};  ///< their colours

/// How far down the steps are, from the words to the output.
struct Heights {
    static constexpr double words = 48;
    static constexpr double roles = 138;
    static constexpr double cut = 262;
    static constexpr double attention = 340;
    static constexpr double heads = 418;
    static constexpr double together = 526;
    static constexpr double output = 632;
};

/// Where the middle of a role is, for all heads and in one.
inline double middle_of(std::size_t role) { return 66 + 134 * static_cast<double>(role); }
inline double middle_of(std::size_t role, std::size_t head)
{
    return 44 + 58 * static_cast<double>(role) + 196 * static_cast<double>(head);
}

/// Words, and their queries, keys and values for all heads.
inline void draw_projections(Svg& svg)
{
    box(svg, middle_of(1), Heights::words, 96, "X", "(n, d_model)", "muted");
    for (std::size_t r = 0; r < 3; ++r) {
        const double side = static_cast<double>(r) - 1;
        arrow_down(svg, middle_of(1) + 24 * side, Heights::words, middle_of(r), Heights::roles);
        svg.text(middle_of(1) + (r == 1 ? 8 : 96 * side), Heights::roles - 22, "W_" + roles[r], "ink",
                 r == 0 ? Anchor::end : Anchor::start, 14);
        box(svg, middle_of(r), Heights::roles, 96, roles[r], "(n, d_model)", role_kinds[r]);
    }
}

/// One head: its columns of queries, keys and values, its attention, and what it found.
inline void draw_head(Svg& svg, std::size_t head)
{
    const std::string number = std::to_string(head + 1);
    const double middle = middle_of(1, head);
    svg.box(middle - 92, Heights::cut - 26, 184, Heights::heads + box_height - Heights::cut + 54, "elsewhere");
    svg.text(middle, Heights::heads + box_height + 19, "head " + number, "muted", Anchor::middle, 13);
    for (std::size_t r = 0; r < 3; ++r) {
        const double side = static_cast<double>(r) - 1;
        arrow_down(svg, middle_of(r) + 18 * (2 * static_cast<double>(head) - 1), Heights::roles, middle_of(r, head),
                   Heights::cut, role_kinds[r]);
        box(svg, middle_of(r, head), Heights::cut, 54, roles[r] + "_" + number, "(n, d_k)", role_kinds[r]);
        arrow_down(svg, middle_of(r, head), Heights::cut, middle + 30 * side, Heights::attention);
    }
    box(svg, middle, Heights::attention, 110, "attention", "weights (n, n)", "accent");
    arrow_down(svg, middle, Heights::attention, middle, Heights::heads);
    box(svg, middle, Heights::heads, 96, "head_" + number, "(n, d_k)", head == 0 ? "series-2" : "series-3");
}

/// The way from X through two heads to the output.
inline std::string heads_svg()
{
    Svg svg(
        400, 696, "Multi-head attention with two heads",
        "From top to bottom. X is projected to Q, K and V. Each is cut by columns into two halves. Head 1 attends with the "
        "first halves, head 2 with the second. What they found is put side by side and multiplied by W_O.");
    svg.text(20, 28, "Two heads: cut, attend, put side by side, mix", "ink", Anchor::start, 15);
    draw_projections(svg);
    for (const std::size_t head : {0U, 1U}) draw_head(svg, head);
    svg.text(middle_of(1), Heights::roles + box_height + 24, "cut", "ink", Anchor::middle, 13);
    const double left = middle_of(1) - 48;
    const double right = middle_of(1) + 48;
    svg.arrow(middle_of(1, 0), Heights::heads + box_height + 28, left, Heights::together - 2, "muted");
    svg.arrow(middle_of(1, 1), Heights::heads + box_height + 28, right, Heights::together - 2, "muted");
    box(svg, left, Heights::together, 96, "head_1", "first d_k", "series-2");
    box(svg, right, Heights::together, 96, "head_2", "next d_k", "series-3");
    svg.text(right + 56, Heights::together + 20, "side by side:", "muted", Anchor::start, 12);
    svg.text(right + 56, Heights::together + 37, "(n, 2 d_k)", "muted", Anchor::start, 12);
    arrow_down(svg, middle_of(1), Heights::together, middle_of(1), Heights::output);
    svg.text(middle_of(1) + 10, Heights::output - 24, "W_O", "ink", Anchor::start, 14);
    box(svg, middle_of(1), Heights::output, 96, "output", "(n, d_model)", "muted");
    return svg.document();
}

/// One grid of numbers, each cell in the colour of its head.
inline void draw_cut(Svg& svg, double x, const std::string& title, const std::vector<Matrix>& parts)
{
    svg.text(x, 62, title, "ink", Anchor::start, 13);
    for (std::size_t i = 0; i < 2; ++i) {
        for (std::size_t c = 0; c < 4; ++c) {
            const auto value = static_cast<double>(4 * i + c);
            const bool in_first = xt::amin(xt::abs(parts[0] - value))() == 0.0;
            const double left = x + 47 * static_cast<double>(c);
            const double top = 76 + 40 * static_cast<double>(i);
            svg.rectangle(left, top, 45, 38, in_first ? "series-2" : "series-3", 0.3);
            svg.text(left + 22.5, top + 16, number(value, 0), "ink strong", Anchor::middle, 13);
            svg.text(left + 22.5, top + 32, in_first ? "head 0" : "head 1", "muted", Anchor::middle, 12);
        }
    }
}

/// Which head gets which number, by the right cut and by the wrong one.
inline std::string cut_svg()
{
    Svg svg(
        424, 172, "Which head gets which number?",
        "Two grids of two rows and four columns. Cut: head 0 gets the two left columns of both rows. Reshaped: head 0 "
        "gets the whole first row.");
    svg.text(20, 30, "Which head gets which number? A row is a word.", "ink", Anchor::start, 15);
    draw_cut(svg, 20, "cut", split_heads(two_words, 2));
    draw_cut(svg, 222, "reshaped without transpose", reshaped_without_transpose(two_words, 2));
    return svg.document();
}

}  // namespace attention::show
