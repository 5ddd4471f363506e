/// \file
/// Chapter 17: how far a single layer gets, and how far distances alone would get.
#pragma once

#include "17_induction/distances.hpp"
#include "17_induction/forward.hpp"
#include "17_induction/scores.hpp"
#include "17_induction/sequences.hpp"
#include "17_induction/training.hpp"

namespace attention
{

/// One layer, and the best it could do without ever comparing tokens.
struct OneLayer {
    double accuracy = 0;      ///< of one layer, trained
    double induction = 0;     ///< its score
    double by_distances = 0;  ///< accuracy of votes by distances alone
};

/// Train one layer of one head, and measure it.
///
/// \param recipe     for two layers; one layer gets twice the steps
/// \param sequences  to measure with
/// \param watch      called at every step, to show progress
inline OneLayer one_layer(Recipe recipe, const Sequences& sequences, const Watch<float>& watch)
{
    recipe.shape.layers = 1;
    recipe.steps *= 2;
    const Parameters<float> model = train<float>(recipe, watch);
    const Trace<float> trace = forward(model, sequences);
    return {result_of(trace, sequences).accuracy, head_scores(trace, sequences, first_head).induction,
            accuracy_by_distances(recipe.task, sequences)};
}

}  // namespace attention
