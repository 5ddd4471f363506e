/// \file
/// Chapter 22: a cache in 8 bits that a decoding step can read fast: keys by channel, values by token.
#pragma once

#include "22_kv_cache/decoding/eight_bit_kernels.hpp"

#include "common/room.hpp"
#include "common/tile.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace attention
{

/// Keys and values of one head, in 8 bits, and the sizes of their steps.
class EightBitCache
{
public:
    /// \param K  keys, shape (n, d), all of them numbers
    /// \param V  values, likewise
    EightBitCache(common::Tile<const float> K, common::Tile<const float> V);

    /// Whole numbers in place of keys: shape (n, a multiple of `widest_group`), with zeros at the end of each row.
    common::Tile<const std::int8_t> keys() const { return {keys_.data(), tokens_, width_, width_}; }

    /// The same in place of values.
    common::Tile<const std::int8_t> values() const { return {values_.data(), tokens_, width_, width_}; }

    const std::vector<float>& key_sizes() const { return key_sizes_; }      ///< of a step, for each channel of K
    const std::vector<float>& value_sizes() const { return value_sizes_; }  ///< of a step, for each token of V

private:
    std::size_t tokens_;
    std::size_t width_;
    common::Room<std::int8_t> keys_;
    common::Room<std::int8_t> values_;
    std::vector<float> key_sizes_;
    std::vector<float> value_sizes_;
};

/// One decoding step. Sizes of the keys' steps go into the query, those of the values' steps into the weights.
///
/// \param q        the query, d numbers
/// \param cache    keys and values
/// \param o        where the output goes, d numbers; 0 where nothing is kept
/// \param kernels  the inner loops
void attend_to_eight_bits(const float* q, const EightBitCache& cache, float* o,
                          const EightBitKernels& kernels = eight_bit_kernels());

}  // namespace attention
