/// \file
/// Chapter 20: packs of numbers, one to a register: from memory, back again, and summed.
#pragma once

#include "20_long_context/fast/exponential.hpp"

#include <cstddef>
#include <cstring>

namespace attention
{

/// What the inner loops do with packs of `Bytes` bytes.
template <typename Real, int Bytes>
struct Packs {
    using Numbers = Pack<Real, Bytes>;                          ///< a pack
    static constexpr std::size_t lanes = Bytes / sizeof(Real);  ///< numbers in it

    /// A pack from memory, aligned or not.
    static Numbers load(const Real* from)
    {
        Numbers numbers;
        std::memcpy(&numbers, from, sizeof numbers);
        return numbers;
    }

    /// A pack to memory.
    static void store(Real* to, Numbers numbers) { std::memcpy(to, &numbers, sizeof numbers); }

    /// The numbers of a pack, added in pairs: the halves to each other, until one is left.
    template <int Size>
    static Real sum_of(Pack<Real, Size> pack)
    {
        if constexpr (Size == sizeof(Real)) {
            return pack[0];
        } else {
            Pack<Real, Size / 2> half;
            Pack<Real, Size / 2> other;
            std::memcpy(&half, &pack, sizeof half);
            std::memcpy(&other, reinterpret_cast<const char*>(&pack) + sizeof half, sizeof other);
            return sum_of<Size / 2>(half + other);
        }
    }
};

}  // namespace attention
