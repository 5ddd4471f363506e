/// \file
/// Chapter 22: a text of n words, written one word at a time in three ways: what it costs, and what comes out.
#pragma once

#include "22_kv_cache/multiplications.hpp"

#include "common/tensor.hpp"

#include <cstddef>
#include <cstdint>

namespace attention
{

/// Count the multiplications of writing a text, while it is written.
///
/// \param again  what each step does again
/// \param n      words
/// \param d      coordinates, a multiple of 16
/// \return       of all n steps
std::uint64_t counted_multiplications(Redone again, std::size_t n, std::size_t d);

/// Write a text. The words are random, and known beforehand: a model would choose each by what the step before has found,
/// which takes as long for all three ways.
///
/// \param again  what each step does again
/// \param n      words
/// \param d      coordinates, a multiple of 16
/// \return       what the newest word finds in each step, computed in float, shape (n, d)
Matrix written(Redone again, std::size_t n, std::size_t d);

/// Time the same.
///
/// \param again  what each step does again
/// \param n      words
/// \param d      coordinates, a multiple of 16
/// \return       seconds on one thread, the shortest of several runs; making the words is not timed
double seconds_to_write(Redone again, std::size_t n, std::size_t d);

/// The same text in a single pass: the projections and the causal attention of chapters 5 and 12, in double, on BLAS.
///
/// \param n  words
/// \param d  coordinates
/// \return   what each word finds, shape (n, d)
Matrix in_one_pass(std::size_t n, std::size_t d);

}  // namespace attention
