// Chapter 3, live: move the weights and the values, and see where the output goes.

#include "03_weighted_sum/cat_sat_mat.hpp"
#include "03_weighted_sum/weighted_sum.hpp"

#include "01_similarity/similarity.hpp"
#include "02_softmax/softmax.hpp"
#include "common/page.hpp"
#include "common/plane.hpp"
#include "common/tensor.hpp"

#include <cstddef>
#include <string>

namespace attention
{

namespace
{

using cat_sat_mat::words;

/// The weights that cat gives, unless the reader has moved them, shape (3). Mat gets what the others leave.
Vector weights_on(common::Page& page)
{
    const Vector of_cat = softmax(score_row(row_of(cat_sat_mat::X, 0), cat_sat_mat::X));
    const double cat = page.slider("cat", "Weight of cat", {.from = -1, .to = 2, .step = 0.05, .start = of_cat(0)});
    const double sat = page.slider("sat", "Weight of sat", {.from = -1, .to = 2, .step = 0.05, .start = of_cat(1)});
    return {cat, sat, 1 - cat - sat};
}

/// The values, shape (3, 2), with each corner where the reader has dragged it.
Matrix values_on(common::Page& page)
{
    Matrix V = cat_sat_mat::X;
    for (std::size_t j = 0; j < V.shape(0); ++j) {
        const std::string& word = words[j];
        set_row(
            V, j,
            page.point("v_" + word, "Value of " + word, row_of(V, j), {.from = -1, .to = 2, .step = 0.25}, "value"));
    }
    return V;
}

/// The values, and each of them times its weight, laid end to end: they lead to the output.
common::Plane drawn(const Vector& weights, const Matrix& V)
{
    common::Plane plane{.title = "Drag the corners", .description = "", .x_title = "first number", .y_title = "second"};
    Vector reached = {0, 0};
    for (std::size_t j = 0; j < V.shape(0); ++j) {
        plane.outline.push_back({words[j], V(j, 0), V(j, 1), "value"});
        const Vector next = reached + weights(j) * row_of(V, j);
        plane.arrows.push_back({"", next(0), next(1), "accent", reached(0), reached(1)});
        reached = next;
    }
    plane.points = {{"output", reached(0), reached(1), "accent"}};
    return plane;
}

std::string verdict(const Vector& weights)
{
    std::string below_zero;
    for (std::size_t j = 0; j < weights.size(); ++j) {
        if (weights(j) < -1e-9) below_zero += (below_zero.empty() ? "" : " and of ") + words[j];
    }
    if (below_zero.empty()) return "No weight is negative: the output is in the hull of the values.";
    return "The sum of the weights is still 1, but the weight of " + below_zero +
           " is negative: nothing keeps the output in the hull.";
}

}  // namespace

void live_page(common::Page& page)
{
    page.say({.text =
                  "Can you push the output out of the triangle? What does it take? Then drag a corner: do the weights "
                  "care?"});
    page.column();
    const Vector weights = weights_on(page);
    page.show({.caption = "The weights; mat gets what the others leave",
               .labels = words,
               .values = weights,
               .full = 1.5,
               .from = -1});
    const Matrix V = values_on(page);
    const Vector output = weighted_sum(weights, V);

    page.column();
    const common::Words place{.text = "output = [{}, {}]", .numbers = {output(0), output(1)}};
    page.show(drawn(weights, V), {.from = -1.2, .to = 2.2, .handles = {"v_cat", "v_sat", "v_mat"}, .seen = place});
    page.say(place);
    page.say({.text = verdict(weights)});
}

}  // namespace attention
