/// \file
/// Chapter 4: a dictionary that answers with a blend.
#pragma once

#include "01_similarity/similarity.hpp"
#include "02_softmax/softmax.hpp"
#include "03_weighted_sum/weighted_sum.hpp"

#include "common/require.hpp"
#include "common/tensor.hpp"

#include <cstddef>
#include <stdexcept>

namespace attention
{

/// What a soft lookup found, and where it came from.
struct Lookup {
    Vector output;   ///< the blend of the values, shape (d_v)
    Vector weights;  ///< how much of each value is in it, shape (m)
};

/// An ordinary dictionary: the value whose key equals the query, number by number.
///
/// \param q  the query, shape (d)
/// \param K  the keys, one per row, shape (m, d)
/// \param V  the values, one per row, shape (m, d_v)
/// \return   the value of the first key that equals q, shape (d_v)
/// \throws std::out_of_range      where no key equals q
/// \throws std::invalid_argument  unless keys and query have as many coordinates, and there is a value for each key
inline Vector hard_lookup(const Vector& q, const Matrix& K, const Matrix& V)
{
    common::require(q.size() == K.shape(1),
                    "hard_lookup: q has {} coordinates but the keys have {}; "
                    "a query and its keys need the same number",
                    q.size(), K.shape(1));
    common::require(K.shape(0) == V.shape(0), "hard_lookup: there are {} keys but {} values; each key needs a value",
                    K.shape(0), V.shape(0));
    for (std::size_t j = 0; j < K.shape(0); ++j) {
        const Vector k = row_of(K, j);
        if (k == q) return row_of(V, j);
    }
    throw std::out_of_range("hard_lookup: no key equals the query");
}

/// A dictionary that blends: the better a key agrees with the query, the more of its value goes into the answer.
///
/// \param q     the query, shape (d)
/// \param K     the keys, one per row, shape (m, d)
/// \param V     the values, one per row, shape (m, d_v)
/// \param beta  how sharply it chooses: 0 averages all values; towards infinity only the best-scoring key counts, or all
///              that share the best score
/// \return      output, shape (d_v), and weights, shape (m); both 0 where there are no keys
/// \throws std::invalid_argument  unless keys and query have as many coordinates, and there is a value for each key
inline Lookup soft_lookup(const Vector& q, const Matrix& K, const Matrix& V, double beta = 1.0)
{
    const Vector scores = beta * score_row(q, K);    // (m)
    const Vector weights = softmax(scores);          // (m)
    const Vector output = weighted_sum(weights, V);  // (d_v)
    return {output, weights};
}

}  // namespace attention
