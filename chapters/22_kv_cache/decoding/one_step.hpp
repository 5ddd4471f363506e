/// \file
/// Chapter 22: one decoding step over a cache that is full already, and reading that cache without decoding anything.
#pragma once

#include "22_kv_cache/decoding/filled_cache.hpp"

#include "20_long_context/measured/random_matrix.hpp"

namespace attention
{

/// One step of all heads by chapter 20's fast form.
///
/// \param q        a query for each head, shape (heads, d)
/// \param cache    of as many heads, or fewer that heads of queries share
/// \param o        where the outputs go, shape (heads, d)
/// \param threads  how many
void decode_fast(const MatrixOf<float>& q, const FilledCache& cache, MatrixOf<float>& o, int threads);

/// Read all keys and values, and do nothing with them.
///
/// \param cache    what is read
/// \param threads  how many, each with its parts of the cache
void read_cache(const FilledCache& cache, int threads);

/// How far outputs are from those of loops in double, in units of their own size.
///
/// \param q      a query for each head, shape (heads, d)
/// \param cache  of as many heads, or fewer that heads of queries share
/// \param o      the outputs, shape (heads, d)
double error_of_step(const MatrixOf<float>& q, const FilledCache& cache, const MatrixOf<float>& o);

}  // namespace attention
