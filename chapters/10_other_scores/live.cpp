// The live page of chapter 10: attention guesses a curve from ten of its points, by one of four scores.

#include "10_other_scores/contenders.hpp"
#include "10_other_scores/gaussian_features.hpp"
#include "10_other_scores/gaussian_process.hpp"
#include "10_other_scores/one_curve.hpp"
#include "10_other_scores/regression.hpp"

#include "common/page.hpp"
#include "common/plot.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

namespace attention
{

namespace
{

/// The four scores, in the order of the page's choice.
enum class Kind { dot, laplace, gaussian, features };

/// One of the scores; `size` is its width, or for the dot product what the queries are multiplied by.
Score score_of(Kind kind, double size)
{
    if (kind == Kind::laplace) return contenders::laplace(size);
    if (kind == Kind::gaussian) return contenders::gaussian(size);
    if (kind == Kind::dot) return [size](const Matrix& Q, const Matrix& K) { return score_matrix(size * Q, K); };
    return [size](const Matrix& Q, const Matrix& K) { return score_matrix(query_features(Q), key_features(K, size)); };
}

/// The lesson's curve with its known points from left to right, their heights with two decimals.
const OneCurve& from_left_to_right()
{
    static const OneCurve sorted = [] {
        const OneCurve drawn = one_curve();
        std::vector<std::size_t> order(drawn.x_known.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::sort(order, [&](std::size_t a, std::size_t b) { return drawn.x_known(a) < drawn.x_known(b); });
        OneCurve curve = drawn;
        for (std::size_t k = 0; k < order.size(); ++k) {
            curve.x_known(k) = drawn.x_known(order[k]);
            curve.y_known(k) = std::round(100 * drawn.y_known(order[k])) / 100;
        }
        return curve;
    }();
    return sorted;
}

/// The known places, as names: `-1.93`.
std::vector<std::string> names_of(const Vector& places)
{
    std::vector<std::string> names;
    for (const double place : places) {
        const std::string text = std::to_string(std::round(100 * place) / 100);
        names.push_back(text.substr(0, text.find('.') + 3));
    }
    return names;
}

/// What is known: the lesson's places, with heights that can be changed.
OneCurve known_points(common::Page& page)
{
    OneCurve curve = from_left_to_right();
    const std::size_t count = curve.x_known.size();
    Matrix heights = xt::zeros<double>({std::size_t{1}, count});
    set_row(heights, 0, curve.y_known);
    heights = page.entries("heights", "Heights of the ten known points", heights, {.from = -2, .to = 2, .step = 0.1},
                           {}, names_of(curve.x_known), common::Shade::value);
    curve.y_known = row_of(heights, 0);
    return curve;
}

/// The plot: the curve, what is known of it, and two guesses.
void show_guesses(common::Page& page, const OneCurve& curve, const Score& score, double here)
{
    const auto points = [](const Vector& v) { return std::vector<double>(v.begin(), v.end()); };
    const auto height_at = [&](const auto& guess_at) {
        const Vector place = {here};
        return guess_at(place)(0);
    };
    const auto by_attention = [&](const Vector& x) { return guess(score, curve.x_known, curve.y_known, x); };
    const auto by_process = [&](const Vector& x) { return gaussian_process_mean(curve.x_known, curve.y_known, x); };
    common::Plot plot{.title = "A curve is known at ten places. How high is it elsewhere?",
                      .description = "",
                      .x_title = "place x: queries and keys",
                      .y_title = "height: values and outputs"};
    plot.curves = {{"attention", points(curve.x), points(by_attention(curve.x))},
                   {"best possible guess", points(curve.x), points(by_process(curve.x))},
                   {"known points", points(curve.x_known), points(curve.y_known), true, "key"},
                   {"what attention answers", {here}, {height_at(by_attention)}, true, "query"}};
    if (curve.y_known == from_left_to_right().y_known)  // once a height is changed, nobody knows the curve
        plot.curves.push_back({"the curve itself", points(curve.x), points(curve.y)});
    const common::Words guesses = {.text = "At x = {} attention guesses {}; the best possible guess is {}.",
                                   .numbers = {here, height_at(by_attention), height_at(by_process)},
                                   .decimals = 2,
                                   .in_output = false};
    page.show(plot, {.x_from = -2,
                     .x_to = 2,
                     .y_from = -2,
                     .y_to = 2,
                     .here = here,
                     .along = "here",
                     .heights = "heights",
                     .seen = guesses});
    page.say(guesses);
}

/// What there is to see about a score.
common::Words finding(Kind kind, double size, const OneCurve& curve)
{
    if (kind == Kind::dot) return {.text = "The dot product can say which way to look, but not where."};
    if (kind == Kind::features) {
        const Vector by_product = guess(score_of(kind, size), curve.x_known, curve.y_known, curve.x);
        const Vector by_distance = guess(contenders::gaussian(size), curve.x_known, curve.y_known, curve.x);
        return {.text = "On the whole curve its guesses differ from the Gaussian's by at most {}.",
                .numbers = {xt::amax(xt::abs(by_product - by_distance))()},
                .in_output = false};
    }
    if (size <= 0.1) return {.text = "A narrow score copies the height of the nearest known point."};
    if (size >= 1) return {.text = "A wide score averages over nearly all known points."};
    return {.text = "Near known points count, distant ones hardly do."};
}

/// Which known points the guess is a blend of.
void show_weights(common::Page& page, const OneCurve& curve, const Score& score, double here)
{
    const Matrix scores = score({{here}}, as_column(curve.x_known));
    const Attention found = attention_from_scores(scores, as_column(curve.y_known));
    page.show({.caption = "How much each known point counts there",
               .labels = names_of(curve.x_known),
               .values = row_of(found.weights, 0),
               .in_output = false});
}

/// How far the guesses are off on the curves of the lesson's table; measured anew only where the score is another one.
const std::vector<Errors>& errors_of(Kind kind, double size)
{
    static std::vector<Errors> errors;
    static std::pair<Kind, double> measured;
    if (errors.empty() || measured != std::pair{kind, size}) {
        // The program's numbers from where its curves with ten points begin. The 400 with five points, and 40 places to
        // guess at, took three each: one for the place, two for the height.
        common::Random random(10);
        random.skip(std::uint64_t{400} * (5 + 40) * 3);
        errors = compare({{"chosen", score_of(kind, size)}}, 10, 400, random);
        measured = {kind, size};
    }
    return errors;
}

}  // namespace

void live_page(common::Page& page)
{
    const auto kind = static_cast<Kind>(page.choice(
        "score", "Score", {"dot product", "Laplace", "Gaussian", "dot product of [q, 1] and [k, -k²/2] / w²"}, 2));
    const double size =
        kind == Kind::dot ? page.slider("times", "Queries multiplied by", {.from = 1, .to = 16, .step = 1, .start = 1})
                          : page.slider("width", "Width", {.from = 0, .to = 1.5, .step = 0.05, .start = 0.25});
    const double here =
        page.slider("here", "The place you ask about", {.from = -2, .to = 2, .step = 0.05, .start = -1});
    const OneCurve curve = known_points(page);
    const Score score = score_of(kind, size);
    page.column();
    show_guesses(page, curve, score, here);
    page.column();
    show_weights(page, curve, score, here);
    page.across();
    page.say(finding(kind, size, curve));
    const std::vector<Errors>& errors = errors_of(kind, size);
    page.say({.text = "On 400 curves, each known at ten places, its mean squared error is {}.",
              .numbers = {errors[0].target}});
    page.say({.text = "That of the best possible guess is {}.", .numbers = {errors[1].target}});
}

}  // namespace attention
