/// \file
/// Chapter 24: a key gets a new value. Which of the two does a memory remember?
#pragma once

#include "24_cheaper/linear/fast_weights.hpp"
#include "24_cheaper/linear/unit_rows.hpp"

#include "01_similarity/similarity.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"

#include <cstddef>

namespace attention
{

/// How near answers are to a key's second value and to its first: mean cosines.
struct Overwriting {
    double sum_new = 0.0;    ///< plain sum, to the second value
    double sum_old = 0.0;    ///< to the first
    double delta_new = 0.0;  ///< delta rule, to the second
    double delta_old = 0.0;  ///< to the first
};

/// Write pairs, write other values to the same keys, then ask for every key.
///
/// \param d      coordinates of keys and values
/// \param keys   how many, at least 1
/// \param draws  how often, with other random numbers
inline Overwriting overwriting(std::size_t d = 32, std::size_t keys = 8, std::size_t draws = 20)
{
    common::Random random(24);
    Overwriting found;
    const double share = 1.0 / static_cast<double>(keys * draws);
    for (std::size_t draw = 0; draw < draws; ++draw) {
        const Matrix K = unit_rows(keys, d, random);
        const Matrix first = unit_rows(keys, d, random);
        const Matrix second = unit_rows(keys, d, random);
        FastWeights sum(d, d);
        FastWeights delta(d, d);
        for (const Matrix* V : {&first, &second}) {
            for (std::size_t j = 0; j < keys; ++j) {
                sum.add(row_of(K, j), row_of(*V, j));
                delta.correct(row_of(K, j), row_of(*V, j));
            }
        }
        for (std::size_t j = 0; j < keys; ++j) {
            const Vector k = row_of(K, j);
            found.sum_new += share * cosine(sum.answer(k), row_of(second, j));
            found.sum_old += share * cosine(sum.answer(k), row_of(first, j));
            found.delta_new += share * cosine(delta.answer(k), row_of(second, j));
            found.delta_old += share * cosine(delta.answer(k), row_of(first, j));
        }
    }
    return found;
}

}  // namespace attention
