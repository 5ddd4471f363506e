#include "tests/exercises/08_patterns/two_back/task.hpp"

#include "05_queries_keys_values/projections.hpp"
#include "07_attention/attention.hpp"

#include "tests/exercises/check.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <optional>
#include <string>

using namespace attention;

namespace
{

/// Who attends to whom on the circle, given W_Q; shape (6, 6).
Matrix weights_with(const Matrix& W_Q)
{
    Matrix X = xt::zeros<double>({6, 2});
    for (std::size_t p = 0; p < 6; ++p) {
        const double angle = static_cast<double>(p) * std::numbers::pi / 3.0;
        set_row(X, p, {std::cos(angle), std::sin(angle)});
    }
    return dot_product_attention(project_rows(X, W_Q), X, X).weights;
}

/// How many places ahead position p looks most, 0 to 5; nothing where two keys are alike.
std::optional<std::size_t> places_ahead(const check::Value& weights, std::size_t p)
{
    std::optional<std::size_t> best;
    double largest = 0.0;
    for (std::size_t ahead = 0; ahead < 6; ++ahead) {
        const double weight = weights.cells[p * 6 + (p + ahead) % 6];
        if (std::abs(weight - largest) < 1e-9) best.reset();
        if (weight > largest + 1e-9) best = ahead;
        largest = std::max(largest, weight);
    }
    return best;
}

bool all_look(const check::Value& weights, std::size_t ahead)
{
    for (std::size_t p = 0; p < 6; ++p) {
        if (places_ahead(weights, p) != ahead) return false;
    }
    return true;
}

check::Property not_all(const std::string& key, std::size_t ahead, const std::string& sentence)
{
    return check::property(key, sentence, [=](const check::Value& weights) { return !all_look(weights, ahead); });
}

bool all_finite(const check::Value& weights)
{
    return std::all_of(weights.cells.begin(), weights.cells.end(), [](double x) { return std::isfinite(x); });
}

/// Whether the query of position 0 was turned by 120 or -120 taken for radians. The scores are a cosine around the circle, so
/// the logarithms of the weights give its phase.
bool turned_by_120_radians(const check::Value& weights)
{
    double along = 0.0;
    double across = 0.0;
    for (std::size_t k = 0; k < 6; ++k) {
        const double angle = static_cast<double>(k) * std::numbers::pi / 3.0;
        along += std::log(weights.cells[k]) * std::cos(angle);
        across += std::log(weights.cells[k]) * std::sin(angle);
    }
    const double difference =
        std::abs(std::atan2(across, along)) - std::abs(std::remainder(120.0, 2.0 * std::numbers::pi));
    return std::abs(difference) < 1e-3;
}

double smallest_weight_two_back(const check::Value& weights)
{
    double smallest = 1.0;
    for (std::size_t p = 0; p < 6; ++p) smallest = std::min(smallest, weights.cells[p * 6 + (p + 4) % 6]);
    return smallest;
}

}  // namespace

TEST_CASE("every position attends to the one two places before it")
{
    check::ask(
        {.call = "the weights of six positions with W_Q_two_back()",
         .answer = [] { return weights_with(W_Q_two_back()); },
         .mistakes = {{"queries_as_rows", check::throws("std::invalid_argument", "W has"),
                       "W_Q needs a row for each coordinate of x_p, so two. One matrix serves all six positions."},
                      {"queries_too_long_or_short", check::throws("std::invalid_argument", "Q has d_k"),
                       "The queries do not have the size of the keys: W_Q needs two columns."},
                      {"even_weights", Matrix(xt::ones<double>({6, 6}) / 6.0),
                       "Every position attends equally to all six. Is W_Q all 0?"}},
         .properties = {
             check::property("not_finite", "The weights come out as NaN. Is every number in W_Q finite?",
                             [](const check::Value& weights) { return all_finite(weights); }),
             check::property("degrees_for_radians",
                             "Every position is turned by 120 radians, which is 19 full turns and a bit. std::cos and "
                             "std::sin expect radians: degrees times pi / 180.",
                             [](const check::Value& weights) { return !turned_by_120_radians(weights); }),
             not_all(
                 "looks_ahead", 2,
                 "Every position looks two places ahead. In x W the rows of W say where [1, 0] and [0, 1] go; yours "
                 "is turned the other way, or transposed."),
             not_all("looks_at_itself", 0, "Every position looks at itself: W_Q does not turn its arrow at all."),
             not_all("looks_opposite", 3, "Every position looks straight across the circle, three places away."),
             not_all("one_place_back", 5,
                     "Every position looks one place back. One place on this circle is 60 degrees."),
             not_all("one_place_ahead", 1,
                     "Every position looks one place ahead. Which way do the hours go, and how far is two of them?"),
             check::property("no_rotation",
                             "The positions do not all look equally far back. A rotation turns every arrow by the same "
                             "angle: its second row is its first row turned by 90 degrees. Angles are in radians.",
                             [](const check::Value& weights) { return all_look(weights, 4); }),
             check::property("too_weak",
                             "Every position looks in the right direction, but not firmly enough: its weight there is "
                             "not above 0.9. What makes a softmax sharper?",
                             [](const check::Value& weights) { return smallest_weight_two_back(weights) > 0.9; })}});
}
