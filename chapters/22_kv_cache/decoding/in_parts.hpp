/// \file
/// Chapter 22: a long cache cut into parts. What the query knows of each is a partial result of chapter 19, and threads can make
/// them at the same time.
#pragma once

#include "19_online_softmax/online_attention.hpp"
#include "19_online_softmax/partial.hpp"

#include "common/parallel.hpp"
#include "common/require.hpp"
#include "common/tensor.hpp"

#include <cstddef>
#include <vector>

namespace attention
{

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
        known[part] = over_keys(q, K, V, part * n / parts, (part + 1) * n / parts);
    });
    Partial all = nothing_seen(V.shape(1));
    for (const Partial& part : known) all = merged(all, part);
    return finished(all);
}

}  // namespace attention
