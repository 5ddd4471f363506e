// Chapter 11, live: a longer text, wider words, queries together or one by one, and what each of these costs.

#include "11_complexity/operations.hpp"
#include "11_complexity/traffic.hpp"

#include "common/page.hpp"
#include "common/plot.hpp"
#include "common/tensor.hpp"

#include <algorithm>
#include <cstdint>
#include <string>

namespace attention
{

namespace
{

/// A text, and the projections before its attention.
struct Text {
    double n = 0;            // words
    double d = 0;            // coordinates of each, of its query, its key and its value
    double projections = 3;  // or 4, with that of the output
};

/// Attention and its projections against n, up to 4096 words.
void show_lines(common::Page& page, const Text& text)
{
    common::Plot plot{.title = "Both lines, for any number of words",
                      .description = "",
                      .x_title = "n, words",
                      .y_title = "billions of operations",
                      .curves = {{"attention", {}, {}, false, "accent"}, {"projections", {}, {}}},
                      .log_x = true,
                      .log_y = true};
    for (double n = 64; n <= 4096; n *= 2) {
        for (common::Curve& curve : plot.curves) curve.x.push_back(n);
        plot.curves[0].y.push_back(attention_rule(n, text.d) / 1e9);
        plot.curves[1].y.push_back(projections_rule(n, text.d, text.projections) / 1e9);
    }
    page.show(plot, {.x_from = 64,
                     .x_to = 4096,
                     .y_from = 1e-3,
                     .y_to = 1e3,
                     .here = text.n,
                     .seen = {.text = "The lines cross at {} words; the text has {}.",
                              .numbers = {words_at_equal_cost(text.d, text.projections), text.n},
                              .decimals = 0}});
}

/// Attention and its projections for this text, and which of the two costs more.
void show_operations(common::Page& page, const Text& text)
{
    const Vector both = {attention_rule(text.n, text.d) / 1e9,
                         projections_rule(text.n, text.d, text.projections) / 1e9};
    const double equal = words_at_equal_cost(text.d, text.projections);
    page.show(common::Bars{.caption = "Billions of operations",
                           .labels = {"attention", "projections"},
                           .values = both,
                           .full = std::max(both(0), both(1))});
    const std::string verdict = text.n < equal   ? "this text is shorter, and its projections cost more."
                                : text.n > equal ? "this text is longer, and attention costs more."
                                                 : "this is just such a text.";
    page.say({.text = "Both cost the same at {} words; " + verdict, .numbers = {equal}, .decimals = 0});
}

/// What each step moves, in float, if its queries come together, or one by one and each has everything read anew.
Traffic moved(std::uint64_t n, std::uint64_t d, bool one_by_one)
{
    if (!one_by_one) return traffic(n, n, d, d, sizeof(float));
    const Traffic one = traffic(1, n, d, d, sizeof(float));
    return {.scores = n * one.scores, .softmax = n * one.softmax, .values = n * one.values};
}

/// Millions of operations, millions of bytes, and operations for each byte, step by step.
Matrix costs(const Operations& count, const Traffic& bytes)
{
    const auto row = [](std::uint64_t operations, std::uint64_t moved_bytes) {
        return Vector{static_cast<double>(operations) / 1e6, static_cast<double>(moved_bytes) / 1e6,
                      intensity(operations, moved_bytes)};
    };
    Matrix rows = xt::zeros<double>({4, 3});
    set_row(rows, 0, row(count.scores, bytes.scores));
    set_row(rows, 1, row(count.softmax, bytes.softmax));
    set_row(rows, 2, row(count.values, bytes.values));
    set_row(rows, 3, row(count.total(), bytes.total()));
    return rows;
}

/// The three steps of attention, and the room that its scores take.
void show_steps(common::Page& page, const Text& text, bool one_by_one)
{
    const auto n = static_cast<std::uint64_t>(text.n);
    const auto d = static_cast<std::uint64_t>(text.d);
    page.show({.caption = "Attention: operations in millions, bytes moved in float, operations per byte",
               .values = costs(operations(n, n, d, d), moved(n, d, one_by_one)),
               .rows = {"Q Kᵀ", "softmax", "A V", "total"},
               .columns = {"millions", "MB", "per byte"},
               .decimals = 2,
               .in_output = false});
    const std::uint64_t rows = one_by_one ? 1 : n;
    page.say({.text = one_by_one ? "At a time, the scores take {} MB. But every query reads all keys and values again."
                                 : "The scores take {} MB, all at once.",
              .numbers = {static_cast<double>(score_bytes(rows, n, sizeof(float))) / 1e6},
              .in_output = false});
}

}  // namespace

void live_page(common::Page& page)
{
    Text text;
    text.n = page.slider("n", "n, words", {.from = 64, .to = 4096, .step = 64, .start = 256});
    text.d = page.slider("d", "d, coordinates of a word", {.from = 64, .to = 1024, .step = 64, .start = 512});
    text.projections = page.choice("projections", "How many projections", {"three", "four"}) == 0 ? 3 : 4;
    const bool one_by_one = page.choice("queries", "Queries come", {"all together", "one by one"}) == 1;
    show_operations(page, text);
    show_lines(page, text);
    show_steps(page, text, one_by_one);
}

}  // namespace attention
