/// \file
/// Chapter 2, an experiment: four ways to turn scores into weights, and where three of them break.
#pragma once

#include "02_softmax/softmax.hpp"

#include "common/tensor.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace attention
{

/// What can be wrong with weights.
enum class Flaw { none, not_a_number, negative, order_lost };

/// One attempt to turn scores into weights.
struct Attempt {
    std::string recipe;  ///< what is divided by its sum
    Vector scores;       ///< shape (m)
    Vector weights;      ///< shape (m)
    Flaw flaw;           ///< the first thing that is wrong with them
};

/// Numbers divided by their sum.
inline Vector shares(const Vector& numbers)
{
    const double sum = xt::sum(numbers)();
    return numbers / sum;
}

/// Look for a flaw: weights should be numbers, none negative, and the higher score should have the larger weight.
///
/// \param scores   shape (m)
/// \param weights  shape (m)
/// \return         the first flaw found
inline Flaw flaw_of(const Vector& scores, const Vector& weights)
{
    if (std::ranges::any_of(weights, [](double w) { return std::isnan(w); })) return Flaw::not_a_number;
    if (std::ranges::any_of(weights, [](double w) { return w < 0; })) return Flaw::negative;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        for (std::size_t j = 0; j < scores.size(); ++j) {
            if (scores(i) > scores(j) && weights(i) <= weights(j)) return Flaw::order_lost;
        }
    }
    return Flaw::none;
}

/// Try four recipes on bank's scores, on scores of which one is negative, and on bank's scores moved down by 10.
///
/// \return  recipe after recipe, three attempts each
inline std::vector<Attempt> why_exp()
{
    using Recipe = std::function<Vector(const Vector&)>;
    const std::vector<std::pair<std::string, Recipe>> recipes = {
        {"the score", [](const Vector& s) -> Vector { return shares(s); }},
        {"its square", [](const Vector& s) -> Vector { return shares(s * s); }},
        {"ReLU: max(score, 0)", [](const Vector& s) -> Vector { return shares(xt::maximum(s, 0.0)); }},
        {"e to the score", [](const Vector& s) -> Vector { return softmax(s); }}};

    std::vector<Attempt> attempts;
    for (const auto& [recipe, weigh] : recipes) {
        for (const Vector& scores : {Vector{0, 2, 1}, Vector{-2, 2, 1}, Vector{-10, -8, -9}}) {
            const Vector weights = weigh(scores);
            attempts.push_back({recipe, scores, weights, flaw_of(scores, weights)});
        }
    }
    return attempts;
}

}  // namespace attention
