/// \file
/// Chapter 7: "Is this a car?", the example of an answer on Mathematics Stack Exchange, with its numbers.
#pragma once

#include "common/tensor.hpp"

#include <string>
#include <vector>

namespace attention::car
{

/// The eight features that a car is judged by.
inline const std::vector<std::string> features = {"headlights", "wipers",     "< 3 wheels", "3 wheels",
                                                  "4 wheels",   "> 4 wheels", "grill",      "handlebars"};

/// Which features go together: row i says what else matters when feature i is looked at. The answer calls it Q; it is read
/// here as the keys, one a row. Its first entry is 1: the 11 that the page shows is a slip of its typesetting, where the
/// first 1 was meant for the number of columns.
inline const Matrix related = {{1, 0, 0.5, 1, 1, 0, 1, 0}, {0, 1, 0, 1, 1, 1, 0, 0}, {0.5, 0, 0.5, 0, 0, 0, 0, 1},
                               {1, 1, 0, 1, 0, 0, 1, 0},   {1, 1, 0, 0, 1, 0, 1, 0}, {0, 1, 0, 0, 0, 1, 0, 0},
                               {1, 0, 0, 0, 1, 0, 1, 0},   {0, 0, 1, 0, 0, 0, 0, 1}};

/// What was seen, a somewhat battered car. The answer calls it K; it is what asks, so it is read here as the query.
inline const Matrix seen = {{0.8, 0.66, 0.07, 0.35, 0.96, 0.05, 0.75, 0.00}};

/// How strongly each feature speaks for a car, one value a feature.
inline const Matrix speaks_for_a_car = {{0.6}, {0.9}, {0.05}, {0.25}, {0.95}, {0.01}, {0.5}, {0.01}};

}  // namespace attention::car
