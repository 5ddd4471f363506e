// Chapter 19 on the site: feed four keys in any order, share them between two workers, and forget the correction.

#include "19_online_softmax/corrections.hpp"
#include "19_online_softmax/partial.hpp"
#include "19_online_softmax/trace.hpp"

#include "02_softmax/softmax.hpp"
#include "03_weighted_sum/weighted_sum.hpp"

#include "common/page.hpp"
#include "common/plot.hpp"
#include "common/tensor.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace attention
{

namespace
{

/// Keys in the order in which a query gets to see them.
struct Stream {
    std::vector<std::string> names;  ///< of the keys
    Vector scores;                   ///< one for each
    Matrix V;                        ///< their values, shape (keys, 1)
};

/// Some of the keys, in some order.
///
/// \param keys   scores in row 0, values in row 1, shape (2, keys)
/// \param order  which key comes first, which second, and so on
Stream fed(const Matrix& keys, const std::vector<std::size_t>& order)
{
    Stream stream{{}, xt::zeros<double>({order.size()}), xt::zeros<double>({order.size(), std::size_t{1}})};
    for (std::size_t at = 0; at < order.size(); ++at) {
        stream.names.push_back("key " + std::to_string(order[at]));
        stream.scores(at) = keys(0, order[at]);
        stream.V(at, 0) = keys(1, order[at]);
    }
    return stream;
}

/// A row for each step of the query, framed where old sums were multiplied by less than 1.
common::Grid trace_grid(const Stream& stream, const std::vector<Step>& steps)
{
    common::Grid grid{.caption = "Key after key; framed: old sums times less than 1",
                      .values = xt::zeros<double>({steps.size(), std::size_t{5}}),
                      .rows = stream.names,
                      .columns = {"times", "m", "l", "o", "o / l"},
                      .decimals_of = {3, 0, 3, 3, 3},
                      .marked = xt::zeros<bool>({steps.size(), std::size_t{5}})};
    for (std::size_t j = 0; j < steps.size(); ++j) {
        const auto& [keep, seen] = steps[j];
        set_row(grid.values, j, Vector{keep, seen.maximum, seen.sum, seen.output(0), finished(seen)(0)});
        grid.marked(j, 0) = keep < 1.0;
    }
    return grid;
}

/// What a query would return after each key, corrected and not, beside what the whole row gives.
common::Plot plot_of(const Stream& stream, const std::vector<Step>& steps, double whole_row)
{
    common::Plot plot{.title = "The output so far",
                      .description = "",
                      .x_title = "keys seen so far",
                      .y_title = "o / l",
                      .curves = {{"one pass", {}, {}}, {"never corrected", {}, {}}, {"the whole row", {}, {}}}};
    for (std::size_t j = 0; j < steps.size(); ++j) {
        const Vector scores = xt::view(stream.scores, xt::range(0, j + 1));
        const Matrix V = xt::view(stream.V, xt::range(0, j + 1));
        const std::vector<double> y = {finished(steps[j].seen)(0), never_corrected(scores, V)(0), whole_row};
        for (std::size_t curve = 0; curve < y.size(); ++curve) {
            plot.curves[curve].x.push_back(static_cast<double>(j + 1));
            plot.curves[curve].y.push_back(y[curve]);
        }
    }
    return plot;
}

/// What the query would return now; 0 where it has seen nothing.
double ended(const std::vector<Step>& steps) { return steps.empty() ? 0.0 : finished(steps.back().seen)(0); }

/// Two partial results, and what becomes of them.
common::Grid merge_grid(const Stream& stream, std::size_t cut)
{
    const Partial first = seen_of(stream.scores, stream.V, 0, cut);
    const Partial second = seen_of(stream.scores, stream.V, cut, stream.scores.size());
    common::Grid grid{.caption = "Two workers, and both together",
                      .values = xt::zeros<double>({4, 4}),
                      .rows = {"worker 1", "worker 2", "1 and 2", "2 and 1"},
                      .columns = {"m", "l", "o", "o / l"},
                      .decimals_of = {0, 3, 3, 3}};
    std::size_t row = 0;
    for (const Partial& seen : {first, second, merged(first, second), merged(second, first)})
        set_row(grid.values, row++, Vector{seen.maximum, seen.sum, seen.output(0), finished(seen)(0)});
    return grid;
}

}  // namespace

void live_page(common::Page& page)
{
    page.column();
    const std::vector<std::string> names = {"key 0", "key 1", "key 2", "key 3"};
    Matrix keys = page.entries("keys", "Four keys", {{1, 3, 2, 5}, {10, 20, 30, 40}},
                               {.from = -1000, .to = 1000, .step = 1}, {"score", "value"}, names);
    if (page.toggle("higher", "All scores 1000 higher"))
        for (std::size_t j = 0; j < keys.shape(1); ++j) keys(0, j) += 1000.0;
    const Stream stream = fed(keys, page.presses("order", "Feed them in any order", names, true, {0, 1, 2, 3}));
    const std::vector<Step> steps = trace(stream.scores, stream.V);
    const double whole_row = weighted_sum(softmax(stream.scores), stream.V)(0);
    page.show(
        plot_of(stream, steps, whole_row),
        {.x_from = 1, .x_to = 4, .seen = {"One pass ends at {}, the whole row gives {}.", {ended(steps), whole_row}}});
    page.column();
    page.show(trace_grid(stream, steps));
    const double cut = page.slider("cut", "Keys for worker 1; worker 2 gets the rest", {0, 4, 1, 2});
    page.show(merge_grid(stream, std::min(static_cast<std::size_t>(cut), stream.scores.size())));

    page.across();
    page.say({"The whole row at once, softmax and the weighted sum: {}.", {whole_row}});
    page.say({"In one pass, but never corrected: {}.", {never_corrected(stream.scores, stream.V)(0)}});
    page.say(
        {"The whole row, but no maximum subtracted: {}.", {weighted_sum(naive_softmax(stream.scores), stream.V)(0)}});
}

}  // namespace attention
