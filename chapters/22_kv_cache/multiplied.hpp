/// \file
/// Chapter 22: a number that counts how often it is multiplied.
#pragma once

#include <cmath>
#include <cstdint>

namespace attention
{

/// Like chapter 11's `Counted`, but for multiplications alone.
class Multiplied
{
public:
    /// Wrap a number. That counts nothing.
    Multiplied(float value = 0.0F) : value_(value) {}  // NOLINT(google-explicit-constructor): 1.0 is a number, too

    /// The number, no longer counted.
    float value() const { return value_; }

    /// @{
    /// What a `float` would give. Only a product is counted.
    friend Multiplied operator+(Multiplied a, Multiplied b) { return {a.value_ + b.value_}; }
    friend Multiplied operator-(Multiplied a, Multiplied b) { return {a.value_ - b.value_}; }
    friend Multiplied operator/(Multiplied a, Multiplied b) { return {a.value_ / b.value_}; }
    friend Multiplied exp(Multiplied a) { return {std::exp(a.value_)}; }
    friend bool operator<(Multiplied a, Multiplied b) { return a.value_ < b.value_; }
    friend Multiplied operator*(Multiplied a, Multiplied b)
    {
        ++count_;
        return {a.value_ * b.value_};
    }
    /// @}

    /// How many multiplications there were since the last call, of all numbers together.
    static std::uint64_t take_count()
    {
        const std::uint64_t taken = count_;
        count_ = 0;
        return taken;
    }

private:
    float value_;
    inline static std::uint64_t count_ = 0;
};

}  // namespace attention
