// The live page of chapter 9: how long the vectors are, what their scores are divided by, and what becomes of weights and
// gradients.

#include "09_scaling/gradient_lengths.hpp"
#include "09_scaling/saturation.hpp"
#include "09_scaling/scale_sweep.hpp"

#include "02_softmax/softmax.hpp"
#include "common/page.hpp"
#include "common/plot.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace attention
{

namespace
{

using scale_sweep::divisors;
using scale_sweep::keys;
using scale_sweep::sizes;

/// What the scores are divided by, as a reader is to see it.
constexpr std::array<const char*, 3> names = {"nothing", "√dₖ", "dₖ"};

constexpr std::size_t draws = 125;  ///< of random scores, as in the program

/// How many random bits, by 64, go into the scores of one size: two for each normal number.
std::uint64_t bits_for(std::size_t d_k) { return 2 * draws * (16 + keys) * d_k; }

/// The program's random numbers, from a place on: before the scores of a size, or after all scores and gradients.
common::Random before_scores(std::size_t size)
{
    common::Random random(9);
    for (std::size_t s = 0; s < size; ++s) random.skip(bits_for(sizes[s]));
    return random;
}

/// The scores of a size, made when they are first asked for.
const Matrix& scores_of(std::size_t size)
{
    static std::array<std::optional<Matrix>, 6> made;
    if (!made[size]) {
        common::Random random = before_scores(size);
        made[size] = random_scores(sizes[size], keys, draws, random);
    }
    return *made[size];
}

/// What can be chosen, each as the index of an option.
struct Chosen {
    std::size_t size;     ///< of d_k
    std::size_t divisor;  ///< nothing, the root, or d_k
    std::size_t spread;   ///< of the queries' coordinates

    /// The standard deviation of the queries' coordinates.
    double stretch() const { return std::array{0.5, 1.0, 2.0}[spread]; }
    /// What the scores are divided by; to stretch the queries is to divide by less.
    double number() const { return divisors(sizes[size])[divisor] / stretch(); }
    /// One number for all three.
    std::size_t index() const { return (size * 3 + divisor) * 3 + spread; }
};

/// What is measured for each choice, when it is first asked for.
template <typename Measured>
using Kept = std::array<std::optional<Measured>, 54>;

/// What softmax makes of the scores.
const Saturation& saturation_of(const Chosen& chosen)
{
    static Kept<Saturation> kept;
    std::optional<Saturation>& found = kept[chosen.index()];
    if (!found) {
        common::Random random = before_scores(sizes.size());
        random.skip(2 * chosen.size * draws * 16 * keys);
        const Matrix upstream = random.normal_matrix(draws * 16, keys);
        found = saturation(scores_of(chosen.size) / chosen.number(), upstream);
    }
    return *found;
}

/// How long a gradient is on its way back.
const GradientLengths& lengths_of(const Chosen& chosen)
{
    static Kept<GradientLengths> kept;
    std::optional<GradientLengths>& found = kept[chosen.index()];
    if (!found) {
        common::Random random = before_scores(sizes.size());
        random.skip(2 * sizes.size() * draws * 16 * keys);
        found = gradient_lengths(sizes[chosen.size], keys, chosen.number(), 40, random);
    }
    return *found;
}

/// The first 16 queries with their 64 keys.
void show_weights(common::Page& page, const Chosen& chosen)
{
    const Matrix first = xt::view(scores_of(chosen.size), xt::range(0, 16), xt::all());
    const Matrix weights = softmax_rows(first / chosen.number());  // (16, 64)
    page.show({.caption = "Weights of 64 random keys, for 16 random queries",
               .values = weights,
               .shade = common::Shade::weights,
               .in_output = false,
               .dense = {.text = "The largest of these weights is {}, the smallest {}.",
                         .numbers = {xt::amax(weights)(), xt::amin(weights)()},
                         .in_output = false}});
}

/// How sure of their keys the queries are.
void show_sharpness(common::Page& page, const Chosen& chosen)
{
    const Saturation& found = saturation_of(chosen);
    const double effective = std::exp(found.entropy);
    const std::string what = effective < 8    ? "Nothing is learned yet, and a query is already sure"
                             : effective > 60 ? "Whatever a query asks, it gets nearly the plain mean"
                                              : "A query prefers some keys, and is sure of none";
    page.say({.text = what + ": {} effective keys of 64.", .numbers = {effective}, .decimals = 1});
    page.say(
        {.text = "The largest weight is {}. (Both are means over 2000 queries.)", .numbers = {found.largest_weight}});
}

/// How large the scores are.
void show_scores(common::Page& page, const Chosen& chosen)
{
    const Matrix scores = chosen.stretch() * scores_of(chosen.size);
    const double variance = score_variance(scores);
    const auto d = static_cast<double>(sizes[chosen.size]);
    page.say(
        {.text =
             "q · k has the standard deviation {} and the variance {}; divided by √dₖ the variance is {}, by dₖ {}.",
         .numbers = {std::sqrt(variance), variance, score_variance(scores / std::sqrt(d)),
                     score_variance(scores / d)}});
}

/// How long the gradient is, in numbers.
void show_gradient(common::Page& page, const Chosen& chosen)
{
    const GradientLengths& found = lengths_of(chosen);
    page.show({.caption = "At the weights the gradient is about 8 long. And further back? (Medians of 640 queries)",
               .values = {{found.at_softmax, found.at_scores, found.at_query}},
               .columns = {"at softmax's input", "at q · k", "at q"},
               .decimals = 5});
}

/// For each divisor and size the lengths for a tenth of the program's queries, which is quick and shows the same.
const scale_sweep::Lengths& quick_lengths()
{
    static const scale_sweep::Lengths found = scale_sweep::lengths(4, common::Random(9));
    return found;
}

/// One end of the gradient's way, for all sizes and divisors.
void show_curves(common::Page& page, const std::string& title, double GradientLengths::* what, std::size_t size)
{
    common::Plot plot{
        .title = title, .description = "", .x_title = "dₖ", .y_title = "length, compared with dₖ = 1; variance 1"};
    plot.log_x = true;
    plot.log_y = true;
    for (std::size_t c = 0; c < 3; ++c) {
        common::Curve curve{.name = std::string("divided by ") + names[c], .x = {}, .y = {}};
        for (std::size_t s = 0; s < sizes.size(); ++s) {
            curve.x.push_back(static_cast<double>(sizes[s]));
            curve.y.push_back(quick_lengths()[c][s].*what / (quick_lengths()[c][0].*what));
        }
        plot.curves.push_back(curve);
    }
    const auto length = [&](std::size_t c) { return plot.curves[c].y[size]; };
    page.show(
        plot,
        {.here = static_cast<double>(sizes[size]),
         .seen = {.text =
                      "Compared with dₖ = 1 the gradient is {} times as long divided by nothing, {} by √dₖ, {} by dₖ.",
                  .numbers = {length(0), length(1), length(2)},
                  .in_output = false}});
}

}  // namespace

void live_page(common::Page& page)
{
    std::vector<std::string> options;
    for (const std::size_t size : sizes) options.push_back(std::to_string(size));
    page.column();
    const std::size_t size = page.choice("d_k", "dₖ, the numbers in a query", options, 3);
    const std::size_t divisor = page.choice("divisor", "Divide the scores by", {names.begin(), names.end()});
    const std::size_t spread = page.choice("spread", "Variance of the queries' numbers", {"1/4", "1", "4"}, 1);
    const Chosen chosen = {size, divisor, spread};
    show_weights(page, chosen);
    page.column();
    show_sharpness(page, chosen);
    show_scores(page, chosen);
    show_gradient(page, chosen);
    page.across();
    page.say({.text = "At softmax's input it is shorter than 0.001 for a share of {} of 2000 queries.",
              .numbers = {saturation_of(chosen).vanished},
              .in_output = false});
    page.column();
    show_curves(page, "The gradient at softmax's input", &GradientLengths::at_softmax, size);
    page.column();
    show_curves(page, "The gradient at the query", &GradientLengths::at_query, size);
}

}  // namespace attention
