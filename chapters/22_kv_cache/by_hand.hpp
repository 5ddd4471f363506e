/// \file
/// Chapter 22: words that are written one after the other, with numbers that a pencil can follow.
#pragma once

#include "22_kv_cache/cache.hpp"

#include "04_soft_lookup/soft_lookup.hpp"

#include "common/tensor.hpp"

#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

namespace attention::pencil
{

/// A word, and its three roles, of one number each.
struct Word {
    std::string name;  ///< how it is written
    double q = 0;      ///< what it looks for
    double k = 0;      ///< what it can be found by
    double v = 0;      ///< what it hands over
};

/// The program writes the first three. All keys are logarithms, so that exponentials are whole numbers or fractions.
inline const std::vector<Word> words = {{"cat", 1, 0, 6},  {"sat", 1, std::log(2.0), 3},
                                        {"mat", 2, 0, 8},  {"and", 3, std::log(2.0), 1},
                                        {"dog", -1, 0, 9}, {"ran", 1, std::log(4.0), 2}};

/// What the newest word asked, and what it found.
struct Step {
    Word word;          ///< the newest
    Matrix K;           ///< kept keys, its own among them, shape (words so far, 1)
    Matrix V;           ///< kept values, shape (words so far, 1)
    Vector weights;     ///< shape (words so far)
    double output = 0;  ///< the blend of the values
};

/// The first steps, each over the cache that the others have left.
///
/// \param count  how many, at most as many as there are words
inline std::vector<Step> steps(std::size_t count)
{
    KeyValueCache cache(1, 1);
    std::vector<Step> found;
    for (std::size_t i = 0; i < count; ++i) {
        const Word& word = words[i];
        cache.append({word.k}, {word.v});
        const Vector weights = soft_lookup({word.q}, cache.keys(), cache.values()).weights;  // sqrt(d_k) is 1
        found.push_back({word, cache.keys(), cache.values(), weights, attend_to_cache({word.q}, cache)(0)});
    }
    return found;
}

}  // namespace attention::pencil
