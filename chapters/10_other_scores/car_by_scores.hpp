/// \file
/// Chapter 10: "Is this a car?" under other scores, and how far apart they keep cars and cycles.
#pragma once

#include "07_attention/car.hpp"
#include "10_other_scores/attention_from_scores.hpp"
#include "10_other_scores/matched_sharpness.hpp"

#include "common/tensor.hpp"

namespace attention::car
{

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
