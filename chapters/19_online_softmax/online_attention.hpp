/// \file
/// Chapter 19: attention in one pass over the keys, without a row of scores anywhere.
#pragma once

#include "19_online_softmax/partial.hpp"

#include "01_similarity/similarity.hpp"

#include "common/require.hpp"
#include "common/tensor.hpp"

#include <cmath>
#include <cstddef>

namespace attention
{

/// One query over some of the keys.
///
/// \param q      the query, shape (d_k)
/// \param K      keys, one per row, shape (keys, d_k)
/// \param V      values, one for each key, shape (keys, d_v)
/// \param begin  the first key to look at
/// \param end    the key to stop before, at most `keys`
/// \return       what is known after them; scores are divided by the square root of d_k
inline Partial over_keys(const Vector& q, const Matrix& K, const Matrix& V, std::size_t begin, std::size_t end)
{
    const double scale = 1.0 / std::sqrt(std::fmax(1.0, static_cast<double>(q.size())));
    Partial seen = nothing_seen(V.shape(1));
    for (std::size_t j = begin; j < end; ++j) absorb(seen, scale * dot(q, row_of(K, j)), row_of(V, j));
    return seen;
}

/// Scaled dot-product attention, one key at a time: all that stays of a score is its share in m, l and o.
///
/// \param Q  queries, one per row, shape (n, d_k)
/// \param K  keys, one per row, shape (keys, d_k)
/// \param V  values, one for each key, shape (keys, d_v)
/// \return   output, shape (n, d_v); without keys every output is 0
/// \throws std::invalid_argument  unless queries and keys have the same d_k, and each key has one value
inline Matrix online_attention(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    common::require(Q.shape(1) == K.shape(1),
                    "online_attention: Q has d_k = {} columns but K has {}; queries and keys must have the same d_k",
                    Q.shape(1), K.shape(1));
    common::require(K.shape(0) == V.shape(0),
                    "online_attention: there are {} keys but {} values; each key needs one value", K.shape(0),
                    V.shape(0));
    Matrix output = xt::zeros<double>({Q.shape(0), V.shape(1)});
    for (std::size_t i = 0; i < Q.shape(0); ++i) {
        const Partial seen = over_keys(row_of(Q, i), K, V, 0, K.shape(0));
        set_row(output, i, finished(seen));  // (d_v)
    }
    return output;
}

}  // namespace attention
