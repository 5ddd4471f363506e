/// \file
/// Chapter 15: why even a perfect pairing is sometimes wrong.
#pragma once

#include "15_learning/recall.hpp"

#include <cmath>
#include <cstddef>

namespace attention
{

/// How many questions the key with the largest score answers correctly, if the pairing is the identity.
///
/// A long key has large products with many queries, and may beat the one that was meant.
///
/// \param asked   questions
/// \param cosine  divide each product by the length of the key
/// \return        from 0 to the number of questions
inline std::size_t rightly_answered(const Questions& asked, bool cosine)
{
    std::size_t right = 0;
    for (std::size_t b = 0; b < asked.slots.size(); ++b) {
        std::size_t best = 0;
        double largest = 0.0;
        for (std::size_t j = 0; j < pairs; ++j) {
            double product = 0.0;
            double square = 0.0;
            for (std::size_t c = 0; c < key_size; ++c) {
                const double k = asked.tokens(pairs * b + j, c);
                product += asked.queries(b, c) * k;
                square += k * k;
            }
            const double score = cosine ? product / std::sqrt(square) : product;
            if (j == 0 || score > largest) {
                best = j;
                largest = score;
            }
        }
        right += best == asked.slots[b] ? 1 : 0;
    }
    return right;
}

}  // namespace attention
