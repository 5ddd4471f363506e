/// \file
/// Exercise 20.2: what is to be written.
#pragma once

#include "common/not_done_yet.hpp"
#include "common/tensor.hpp"
#include "tests/exercises/stream.hpp"

#include <cstddef>

namespace attention
{

/// A few keys: their scores with the query, and their values.
struct Block {
    Vector scores;  ///< shape (keys)
    Matrix V;       ///< shape (keys, d_v)
};

Vector in_blocks(Stream<Block>& blocks, std::size_t d_v);

}  // namespace attention
