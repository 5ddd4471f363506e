/// \file
/// Chapter 15: which parts of the learned matrices are large.
#pragma once

#include "15_learning/recall.hpp"

#include "common/require.hpp"
#include "common/tensor.hpp"

#include <cmath>
#include <cstddef>

namespace attention
{

/// How large the numbers of a pairing are, on average, in three places.
struct PairingParts {
    double same = 0.0;   ///< number c of the query with number c of the key
    double other = 0.0;  ///< the query with some other number of the key
    double value = 0.0;  ///< the query with the value
};

/// The mean size of a pairing's numbers, place by place.
///
/// \param P  shape (8, 12)
inline PairingParts parts_of_pairing(const Matrix& P)
{
    common::require(P.shape(0) == key_size && P.shape(1) == token_size,
                    "parts_of_pairing: P is ({}, {}); it needs to be ({}, {})", P.shape(0), P.shape(1), key_size,
                    token_size);
    PairingParts sum;
    for (std::size_t r = 0; r < key_size; ++r) {
        for (std::size_t c = 0; c < token_size; ++c) {
            double& part = c >= key_size ? sum.value : c == r ? sum.same : sum.other;
            part += std::abs(P(r, c));
        }
    }
    return {.same = sum.same / key_size,
            .other = sum.other / (key_size * (key_size - 1)),
            .value = sum.value / (key_size * value_size)};
}

/// How large the numbers of W_V are, on average, in two places.
struct ValueParts {
    double same = 0.0;   ///< number c of the value to number c of the answer
    double other = 0.0;  ///< everything else, the key above all
};

/// The mean size of the numbers of W_V, place by place.
///
/// \param W_V  shape (12, 4)
inline ValueParts parts_of_values(const Matrix& W_V)
{
    common::require(W_V.shape(0) == token_size && W_V.shape(1) == value_size,
                    "parts_of_values: W_V is ({}, {}); it needs to be ({}, {})", W_V.shape(0), W_V.shape(1), token_size,
                    value_size);
    ValueParts sum;
    for (std::size_t r = 0; r < token_size; ++r) {
        for (std::size_t c = 0; c < value_size; ++c) {
            double& part = r == key_size + c ? sum.same : sum.other;
            part += std::abs(W_V(r, c));
        }
    }
    return {.same = sum.same / value_size, .other = sum.other / ((token_size - 1) * value_size)};
}

}  // namespace attention
