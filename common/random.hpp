/// \file
/// Random numbers that are the same on every machine: the standard's distributions and shuffle differ between libraries.
#pragma once

#include "common/tensor.hpp"

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace common
{

/// A source of random numbers: SplitMix64 (Steele, Lea, Flood 2014), and what is drawn from it.
class Random
{
public:
    /// The same seed gives the same numbers, everywhere.
    explicit Random(std::uint64_t seed) : state_(seed) {}

    /// 64 random bits.
    std::uint64_t bits();

    /// A whole number from 0 to count - 1, each equally likely. \throws std::invalid_argument  where count is 0
    std::size_t below(std::size_t count);

    /// A number from [low, high), each equally likely.
    double uniform(double low = 0.0, double high = 1.0);

    /// A number from the normal distribution with mean 0 and variance 1 (Box and Muller 1958).
    double normal();

    /// Independent normal numbers, shape (size).
    Vector normal_vector(std::size_t size);

    /// Independent normal numbers, shape (rows, columns).
    Matrix normal_matrix(std::size_t rows, std::size_t columns);

    /// Go on as if `bits` had been called some times, at once. `uniform` calls it once, `normal` twice.
    void skip(std::uint64_t calls) { state_ += calls * each_call; }

    /// Put the items in a random order, each order equally likely (Fisher and Yates 1938).
    template <typename Item>
    void shuffle(std::vector<Item>& items)
    {
        for (std::size_t left = items.size(); left > 1; --left) std::swap(items[left - 1], items[below(left)]);
    }

private:
    static constexpr std::uint64_t each_call = 0x9E3779B97F4A7C15U;  ///< adds this to the state

    std::uint64_t state_;
};

}  // namespace common
