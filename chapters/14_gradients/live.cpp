// Chapter 14, live: nudge one number, and compare what the loss does with what a way back says it does.

#include "14_gradients/nudged.hpp"
#include "14_gradients/slope_plot.hpp"
#include "14_gradients/softmax_backward.hpp"
#include "14_gradients/two_by_two.hpp"
#include "14_gradients/wrong_backward.hpp"

#include "common/page.hpp"
#include "common/plot.hpp"
#include "common/tensor.hpp"

#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

namespace attention
{

namespace
{

/// A right way back, and two wrong ones.
enum class Way { formulas, diagonal_only, without_mean };

/// All matrices on the way back, perhaps with a mistake in dS, and so in dQ and dK.
WayBack way_back_by(Way way, const RandomCase& c)
{
    WayBack back = way_back(c);
    if (way == Way::diagonal_only) {
        back.dS = softmax_backward_diagonal_only(back.A, back.dA);
        back.d = diagonal_only(c, back.A);
    } else if (way == Way::without_mean) {
        back.dS = back.A * back.dA;
        back.d = without_mean(c, back.A);
    }
    return back;
}

/// What the chosen number of a matrix is called among the settings.
std::string key_of(In matrix) { return std::string("SQKV").substr(static_cast<std::size_t>(matrix), 1); }

/// A gradient, or a matrix on the way to it. Of the one that a number is nudged of, the number is chosen here.
void show_matrix(common::Page& page, common::Grid grid, bool is_nudged, const Nudged& nudged)
{
    grid.decimals = 2;
    if (is_nudged) {
        grid.caption += ": choose a number";
        grid.picks = key_of(nudged.matrix);
        grid.marked = xt::zeros<bool>(grid.values.shape());
        grid.marked(nudged.i, nudged.j) = true;
    }
    page.show(grid);
}

/// Every matrix on the way back.
void show_way_back(common::Page& page, const WayBack& back, const Nudged& nudged)
{
    using common::Shade;
    const std::vector<std::string> queries = {"query 1", "query 2"};
    const std::vector<std::string> keys = {"key 1", "key 2"};
    const auto show = [&](const common::Grid& grid, bool is_nudged = false) {
        show_matrix(page, grid, is_nudged, nudged);
    };
    show({.caption = "A, the weights", .values = back.A, .rows = queries, .columns = keys, .shade = Shade::weights});
    show({.caption = "dA", .values = back.dA, .rows = queries, .columns = keys, .shade = Shade::both});
    show({.caption = "dS", .values = back.dS, .rows = queries, .columns = keys, .shade = Shade::both},
         nudged.matrix == In::scores);
    show({.caption = "dQ", .values = back.d.dQ, .rows = queries, .shade = Shade::query}, nudged.matrix == In::queries);
    show({.caption = "dK", .values = back.d.dK, .rows = keys, .shade = Shade::key}, nudged.matrix == In::keys);
    show({.caption = "dV", .values = back.d.dV, .rows = {"value 1", "value 2"}, .shade = Shade::value},
         nudged.matrix == In::values);
}

/// The loss against what is added to the number, and the straight line that its gradient promises.
void show_slope(common::Page& page, const RandomCase& c, const Nudged& nudged, double slope, double by)
{
    common::Plot plot = slope_plot(c, nudged, {{"what the gradient says", slope}});
    plot.title = "Does the gradient touch the loss?";
    const common::Words words{.text = "Add {}, and the loss grows by {}. The gradient says {}.",
                              .numbers = {by, growth_with(c, nudged, by), slope * by},
                              .decimals = 2,
                              .in_output = false};
    page.show(plot, {.x_from = -2, .x_to = 2, .here = by, .seen = words});
    page.say(words);
}

/// Whether the gradient is the slope of the loss; and for a score, what it gets along its two paths.
void say_verdict(common::Page& page, const RandomCase& c, const WayBack& back, const Nudged& nudged)
{
    const double says = gradient_in(back, nudged.matrix)(nudged.i, nudged.j);
    const double tried = slope_by_trying(c, nudged);
    const std::string verdict = std::abs(tried - says) < 1e-6 ? "Right." : "Wrong.";
    page.say({.text = "By tiny steps up and down, the slope at 0 is {}. The gradient says {}. " + verdict,
              .numbers = {tried, says},
              .decimals = 2,
              .in_output = false});
    if (nudged.matrix != In::scores) return;
    const double own = softmax_backward_diagonal_only(back.A, back.dA)(nudged.i, nudged.j);
    const double all = softmax_backward(back.A, back.dA)(nudged.i, nudged.j);
    page.say(
        {.text =
             "Two paths lead from this score to the loss. Its own weight brings {}, the other weight {}, together {}.",
         .numbers = {own, all - own, all},
         .decimals = 2,
         .in_output = false});
}

/// The number that is chosen: at first the last one.
Nudged chosen(common::Page& page, In matrix, const WayBack& back)
{
    const Matrix& gradient = gradient_in(back, matrix);
    const auto [i, j] =
        page.cell(key_of(matrix), gradient.shape(0), gradient.shape(1), {gradient.shape(0) - 1, gradient.shape(1) - 1});
    return {.matrix = matrix, .i = i, .j = j};
}

}  // namespace

void live_page(common::Page& page)
{
    page.allow(1e-6);  // slopes by trying
    const auto matrix = static_cast<In>(page.choice("matrix", "Nudge", {"a score", "a query", "a key", "a value"}));
    const double by = page.slider("by", "Add to it", {.from = -2, .to = 2, .step = 0.1, .start = 1});
    RandomCase c = two_by_two();
    c.Q *= page.slider("factor", "Make the queries louder, times", {.from = 0, .to = 6, .step = 0.5, .start = 1});
    const auto way = static_cast<Way>(page.choice(
        "way", "The way back", {"the formulas", "softmax's diagonal only", "the mean in softmax forgotten"}));

    const WayBack back = way_back_by(way, c);
    const Nudged nudged = chosen(page, matrix, back);
    show_way_back(page, back, nudged);
    show_slope(page, c, nudged, gradient_in(back, matrix)(nudged.i, nudged.j), by);
    say_verdict(page, c, back, nudged);
}

}  // namespace attention
