/// \file
/// Chapter 20: the exponential of many numbers at once, on vectors of the compiler.
///
/// The C library's exp takes one number at a time, and attention needs one for each score. This one consists of products,
/// sums and a shift only, so a processor does it for 4, 8 or 16 numbers at once. It is meant for softmax: x is at most 0.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace attention
{

/// Names a vector type of GCC and Clang.
template <typename Real, int Bytes>
struct PackOf {
    using type [[gnu::vector_size(Bytes)]] = Real;  ///< `Bytes` bytes of numbers
};

/// `Bytes` bytes of numbers that are worked on together: what one register holds. (Packing is something else.)
template <typename Real, int Bytes>
using Pack = typename PackOf<Real, Bytes>::type;

/// 1 / k! for k = 0 to `Degree`: the polynomial of exp near 0.
template <typename Real, std::size_t Degree>
consteval std::array<Real, Degree + 1> exponential_series()
{
    std::array<Real, Degree + 1> series{1};
    for (std::size_t k = 1; k <= Degree; ++k) series[k] = series[k - 1] / static_cast<Real>(k);
    return series;
}

/// What the exponential needs to know about a type of number.
template <typename Real>
struct Floating;

/// float: 23 bits of fraction.
template <>
struct Floating<float> {
    using Bits = std::int32_t;                         ///< as many bits
    static constexpr int fraction_bits = 23;           ///< below those of the exponent
    static constexpr Bits exponent_bias = 127;         ///< what is stored there for an exponent of 0
    static constexpr float rounder = 0x1.8p23F;        ///< adding it rounds to a whole number
    static constexpr float lowest = -87.0F;            ///< exp below is 0: some processors are slow at subnormals
    static constexpr float ln2_high = 0x1.62ep-1F;     ///< ln 2, its first bits ...
    static constexpr float ln2_low = 0x1.0bfbe8p-15F;  ///< ... and those after them
    static constexpr auto series = exponential_series<float, 7>();  ///< 1 / k!
};

/// double: 52 bits of fraction.
template <>
struct Floating<double> {
    using Bits = std::int64_t;                                        ///< as many bits
    static constexpr int fraction_bits = 52;                          ///< below those of the exponent
    static constexpr Bits exponent_bias = 1023;                       ///< what is stored there for an exponent of 0
    static constexpr double rounder = 0x1.8p52;                       ///< adding it rounds to a whole number
    static constexpr double lowest = -708.0;                          ///< exp below is 0
    static constexpr double ln2_high = 0x1.62e42fefa38p-1;            ///< ln 2, its first bits ...
    static constexpr double ln2_low = 0x1.ef35793c7673p-45;           ///< ... and those after them
    static constexpr auto series = exponential_series<double, 12>();  ///< 1 / k!
};

/// exp(x) for each number of a pack.
///
/// x = n ln 2 + r with a whole n and r at most half of ln 2, so exp(x) = 2^n exp(r): a shift and a short polynomial.
///
/// \tparam Real   float or double
/// \tparam Bytes  the size of a pack
/// \param x       at most 0
/// \return        within 1e-7 of it (float) or 5e-16 (double), relative; exactly 0 below -87 or -708; NaN for NaN
template <typename Real, int Bytes>
inline Pack<Real, Bytes> exponential(Pack<Real, Bytes> x)
{
    using F = Floating<Real>;
    using Numbers = Pack<Real, Bytes>;
    using Whole = Pack<typename F::Bits, Bytes>;
    constexpr Real log2_e = static_cast<Real>(1.44269504088896340736L);

    const Numbers rounded = x * log2_e + F::rounder;  // n is in its last bits
    const Numbers n = rounded - F::rounder;
    const Numbers r = (x - n * F::ln2_high) - n * F::ln2_low;

    constexpr std::size_t degree = F::series.size() - 1;
    Numbers p = Numbers{} + F::series[degree];
    for (std::size_t k = degree; k-- > 0;) p = p * r + F::series[k];  // 1 + r + r^2/2 + ..., from the inside

    Whole bits;
    std::memcpy(&bits, &rounded, sizeof bits);
    const Whole power_bits = (bits + F::exponent_bias)
                             << F::fraction_bits;  // n moves to where a number has its exponent
    Numbers power;
    std::memcpy(&power, &power_bits, sizeof power);
    return x < Numbers{} + F::lowest ? Numbers{} : p * power;
}

}  // namespace attention
