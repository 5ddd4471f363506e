/// \file
/// Chapter 8: a game of twenty questions, in which the key to be found was drawn by the weights.
#pragma once

#include "common/tensor.hpp"

#include <algorithm>
#include <functional>
#include <vector>

namespace attention
{

/// How many yes-or-no questions find the key, on average over many games, if you ask the best ones.
///
/// The plan is made from its end: the last question tells the two lightest keys apart. From there on they count as one key
/// with both their weights, and the next two lightest are told apart one question earlier. Each question is asked as often
/// as the keys below it are drawn.
///
/// \param weights  the chance of each key, not negative, summing to 1, shape (m)
/// \return         at least the entropy in bits, and less than one question above it; 0 for a single key
/// Huffman 1952, A Method for the Construction of Minimum-Redundancy Codes.
inline double average_questions(const Vector& weights)
{
    std::vector<double> chances(weights.begin(), weights.end());
    std::erase(chances, 0.0);  // a key that is never drawn needs no question
    double questions = 0.0;
    while (chances.size() > 1) {
        std::ranges::sort(chances, std::greater<>());
        const double lightest = chances.back();
        chances.pop_back();
        chances.back() += lightest;
        questions += chances.back();
    }
    return questions;
}

}  // namespace attention
