/// \file
/// Chapter 22: a long cache cut into parts. What the query knows of each is a partial result of chapter 19, and threads can make
/// them at the same time.
#pragma once

#include "19_online_softmax/partial.hpp"

#include "common/parallel.hpp"
#include "common/require.hpp"
#include "common/tensor.hpp"

#include <cmath>
#include <cstddef>
#include <vector>

namespace attention
{

/// What a query knows after some of the keys.
///
/// \param q      the query, shape (d_k)
/// \param K      all keys, shape (n, d_k)
/// \param V      all values, shape (n, d_v)
/// \param first  the first key of the part
/// \param last   the key after its last one
/// \return       m, l and o of these keys
inline Partial known_of_part(const Vector& q, const Matrix& K, const Matrix& V, std::size_t first, std::size_t last)
{
    const double scale = 1.0 / std::sqrt(std::fmax(1.0, static_cast<double>(q.size())));
    Partial known = nothing_seen(V.shape(1));
    for (std::size_t j = first; j < last; ++j) {
        double score = 0.0;
        for (std::size_t c = 0; c < q.size(); ++c) score += q(c) * K(j, c);
        absorb(known, scale * score, row_of(V, j));
    }
    return known;
}

/// One decoding step over a cache in parts.
///
/// \param q        the query, shape (d_k)
/// \param K        keys, shape (n, d_k)
/// \param V        values, shape (n, d_v)
/// \param parts    into how many the keys are cut, at least 1
/// \param threads  how many work at a time; they change no bit, for partial results are merged in the order of their keys
/// \return         shape (d_v)
/// \throws std::invalid_argument  where there are no parts, or q, K and V do not fit
inline Vector attend_in_parts(const Vector& q, const Matrix& K, const Matrix& V, std::size_t parts, int threads)
{
    common::require(parts > 0, "attend_in_parts: no parts were asked for; at least 1 is needed");
    common::require(q.size() == K.shape(1) && K.shape(0) == V.shape(0),
                    "attend_in_parts: the query has {} numbers, K is ({}, {}) and V has {} rows; a key needs as many "
                    "numbers as the query, and a value of its own",
                    q.size(), K.shape(0), K.shape(1), V.shape(0));
    std::vector<Partial> known(parts);
    const std::size_t n = K.shape(0);
    common::in_parallel(parts, threads, [&](std::size_t part) {
        known[part] = known_of_part(q, K, V, part * n / parts, (part + 1) * n / parts);
    });
    Partial all = nothing_seen(V.shape(1));
    for (const Partial& part : known) all = merged(all, part);
    return finished(all);
}

}  // namespace attention
