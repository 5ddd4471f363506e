/// \file
/// Exercise 22.4: what is to be written.
#pragma once

#include "common/not_done_yet.hpp"
#include "common/tensor.hpp"

#include <cstdint>

namespace attention
{

/// What is kept of many keys: a byte for each number, and one more number for each channel.
struct KeysInBytes {
    xt::xtensor<std::uint8_t, 2> bytes;  ///< each from 0 to 255, shape (m, d_k)
    Vector steps;                        ///< for each channel what a step of 1 in its bytes is worth, shape (d_k)
};

KeysInBytes keys_in_bytes(const Matrix& K);
Vector query_for_bytes(const Vector& q, const KeysInBytes& keys);

}  // namespace attention
