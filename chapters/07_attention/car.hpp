/// \file
/// Chapter 7: "Is this a car?", the example of an answer on Mathematics Stack Exchange, with its numbers.
#pragma once

#include "07_attention/attention.hpp"

#include "common/tensor.hpp"

#include <string>
#include <vector>

namespace attention::car
{

/// The eight features that a car is judged by.
inline const std::vector<std::string> features = {"headlights", "wipers",     "< 3 wheels", "3 wheels",
                                                  "4 wheels",   "> 4 wheels", "grill",      "handlebars"};

/// Which features go together: row i says what else you should find where you find feature i. The answer calls it Q; it is
/// read here as the keys, one per row. Its first entry is 1. In the page's source the matrix begins with 11, but LaTeX takes
/// the first 1 for a description of the columns, and shows the second.
inline const Matrix related = {{1, 0, 0.5, 1, 1, 0, 1, 0}, {0, 1, 0, 1, 1, 1, 0, 0}, {0.5, 0, 0.5, 0, 0, 0, 0, 1},
                               {1, 1, 0, 1, 0, 0, 1, 0},   {1, 1, 0, 0, 1, 0, 1, 0}, {0, 1, 0, 0, 0, 1, 0, 0},
                               {1, 0, 0, 0, 1, 0, 1, 0},   {0, 0, 1, 0, 0, 0, 0, 1}};

/// What was seen, a somewhat battered car. The answer calls it K; it is what asks, so it is read here as the query.
inline const Matrix seen = {{0.8, 0.66, 0.07, 0.35, 0.96, 0.05, 0.75, 0.00}};

/// How strongly each feature speaks for a car: one value for each.
inline const Matrix speaks_for_a_car = {{0.6}, {0.9}, {0.05}, {0.25}, {0.95}, {0.01}, {0.5}, {0.01}};

/// Something seen, by name.
struct Vehicle {
    std::string name;  ///< as it is printed
    Matrix seen;       ///< how strongly each feature was seen, shape (1, 8)
};

/// What to compare the battered car with.
inline const std::vector<Vehicle> others = {{"a perfect car", {{1, 1, 0, 0, 1, 0, 1, 0}}},
                                            {"a motorcycle", {{1, 0, 1, 0, 0, 0, 0, 1}}},
                                            {"a bicycle", {{0.2, 0, 1, 0, 0, 0, 0, 1}}},
                                            {"nothing at all", {{0, 0, 0, 0, 0, 0, 0, 0}}}};

/// The answer to one observation: a blend of `speaks_for_a_car`, a single number.
///
/// \param observation  how strongly each feature was seen, shape (1, 8)
inline double answer(const Matrix& observation)
{
    return dot_product_attention(observation, related, speaks_for_a_car).output(0, 0);
}

}  // namespace attention::car
