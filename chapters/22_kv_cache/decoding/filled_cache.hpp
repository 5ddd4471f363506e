/// \file
/// Chapter 22: caches in float that are full already, so that one decoding step can be timed.
#pragma once

#include "20_long_context/fast/heads.hpp"

#include "common/random.hpp"
#include "common/room.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace attention
{

/// Keys and values of some heads, each with as many tokens: normal numbers, the same in every run.
class FilledCache
{
public:
    /// \param heads   of K and V
    /// \param tokens  that each of them has
    /// \param d       the size of a key, and of a value
    FilledCache(std::size_t heads, std::size_t tokens, std::size_t d)
        : heads_(heads), tokens_(tokens), d_(d), keys_(numbers()), values_(numbers())
    {
        fill(keys_, numbers(), 2);
        fill(values_, numbers(), 3);
    }

    Heads<const float> keys() const { return {keys_.data(), 1, heads_, tokens_, d_}; }      ///< K
    Heads<const float> values() const { return {values_.data(), 1, heads_, tokens_, d_}; }  ///< V

    /// How many numbers K has, and how many V has.
    std::size_t numbers() const { return heads_ * tokens_ * d_; }

private:
    /// Normal numbers; after the first 300,000 or so they come again, for drawing them takes longer than a decoding step.
    static void fill(common::Room<float>& room, std::size_t count, std::uint64_t seed)
    {
        constexpr std::size_t different = 300007;  // a prime, so that no two tokens are alike
        common::Random random(seed);
        for (std::size_t i = 0; i < std::min(count, different); ++i)
            room.data()[i] = static_cast<float>(random.normal());
        for (std::size_t i = different; i < count; ++i) room.data()[i] = room.data()[i - different];
    }

    std::size_t heads_;
    std::size_t tokens_;
    std::size_t d_;
    common::Room<float> keys_;
    common::Room<float> values_;
};

}  // namespace attention
