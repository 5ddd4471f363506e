/// \file
/// Chapter 10: "Is this a car?" under other scores, and how far apart they keep cars and cycles.
#pragma once

#include "07_attention/car.hpp"
#include "10_other_scores/attention_from_scores.hpp"
#include "10_other_scores/matched_sharpness.hpp"

#include "common/tensor.hpp"

#include <string>
#include <vector>

namespace attention::car
{

/// What was seen.
inline const std::vector<std::string> observed = {"battered car", "perfect car", "motorcycle", "bicycle"};

/// The features of each, one per row, shape (4, 8).
inline const Matrix features_of_each = {{0.8, 0.66, 0.07, 0.35, 0.96, 0.05, 0.75, 0},
                                        {1, 1, 0, 0, 1, 0, 1, 0},
                                        {1, 0, 1, 0, 0, 0, 0, 1},
                                        {0.2, 0, 1, 0, 0, 0, 0, 1}};

/// The answers for the four, shape (4), from the scores of their features with the keys of chapter 7.
inline Vector answers(const Matrix& scores)
{
    return column_of(attention_from_scores(scores, speaks_for_a_car).output, 0);
}

/// How far the mean answer for the two cars is above that for the two cycles.
inline double gap(const Matrix& scores)
{
    const Vector answer = answers(scores);
    return (answer(0) + answer(1) - answer(2) - answer(3)) / 2.0;
}

/// The same, with the scores multiplied so that their weights have a given mean entropy.
inline double gap_at_entropy(const Matrix& scores, double nats)
{
    return gap(factor_for_entropy(scores, nats) * scores);
}

}  // namespace attention::car
