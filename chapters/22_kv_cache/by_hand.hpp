/// \file
/// Chapter 22: three words that are written one after the other, with numbers that a pencil can follow.
#pragma once

#include "22_kv_cache/cache.hpp"

#include "04_soft_lookup/soft_lookup.hpp"

#include "common/tensor.hpp"

#include <array>
#include <cmath>
#include <string>
#include <vector>

namespace attention::by_hand
{

/// A word, and its three roles, of one number each.
struct Word {
    std::string name;
    double q = 0;
    double k = 0;
    double v = 0;
};

/// Their keys are logarithms, so that exponentials are whole numbers.
inline const std::array<Word, 3> words = {Word{"cat", 1, 0, 6}, Word{"sat", 1, std::log(2.0), 3}, Word{"mat", 2, 0, 8}};

/// What the newest word asked, and what it found.
struct Step {
    Word word;
    Matrix K;        ///< kept keys, its own among them, shape (words so far, 1)
    Matrix V;        ///< kept values, shape (words so far, 1)
    Vector weights;  ///< shape (words so far)
    double output = 0;
};

/// All three, each over the cache that the others have left.
inline std::vector<Step> steps()
{
    KeyValueCache cache(1, 1);
    std::vector<Step> found;
    for (const Word& word : words) {
        cache.append({word.k}, {word.v});
        const Vector weights = soft_lookup({word.q}, cache.keys(), cache.values()).weights;  // sqrt(d_k) is 1
        found.push_back({word, cache.keys(), cache.values(), weights, attend_to_cache({word.q}, cache)(0)});
    }
    return found;
}

}  // namespace attention::by_hand
