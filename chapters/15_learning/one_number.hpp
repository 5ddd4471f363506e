/// \file
/// Chapter 15: training steps that a pencil can follow, because there is a single number to learn.
#pragma once

#include "02_softmax/softmax.hpp"

#include "common/tensor.hpp"

#include <vector>

namespace attention
{

/// The head before a training step, and what it gets wrong.
struct OneNumber {
    double w = 0.0;         ///< what is learned: the score of the right key
    double weight = 0.0;    ///< on the right key
    double output = 0.0;    ///< should be 4
    double loss = 0.0;      ///< (output - 4)^2
    double gradient = 0.0;  ///< of the loss with respect to w
};

/// Two keys with the scores w and 0 and the values 4 and 0; the right answer is 4. Forward, and back to w.
///
/// \param w  what has been learned so far
inline OneNumber one_number(double w)
{
    const Vector weights = softmax(Vector{w, 0.0});
    const double output = 4.0 * weights(0);
    const double d_output = 2.0 * (output - 4.0);
    const double d_first = d_output * 4.0;  // how the loss changes with the first weight; with the second, by 0
    const double mean = weights(0) * d_first;
    return {.w = w,
            .weight = weights(0),
            .output = output,
            .loss = (output - 4.0) * (output - 4.0),
            .gradient = weights(0) * (d_first - mean)};
}

/// Some training steps in a row, starting from w = 0.
///
/// \param rate   the learning rate
/// \param steps  how many
/// \return       the head before the first step, and after each
inline std::vector<OneNumber> learn_one_number(double rate, int steps)
{
    std::vector<OneNumber> seen = {one_number(0.0)};
    for (int step = 0; step < steps; ++step) seen.push_back(one_number(seen.back().w - rate * seen.back().gradient));
    return seen;
}

}  // namespace attention
