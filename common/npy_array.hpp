/// \file
/// An array of numbers of any rank, as it is stored in a file.
#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <cstring>
#include <string>
#include <vector>

namespace common
{

/// What an array holds.
enum class NumberType { float32, float64, boolean };

/// How many bytes each of them takes.
inline std::size_t bytes_of(NumberType type)
{
    return type == NumberType::float32 ? 4 : type == NumberType::float64 ? 8 : 1;
}

/// An array as it is stored in a file, row after row: in C order, as NumPy says.
struct NpyArray {
    NumberType type = NumberType::float32;  ///< what it holds
    std::vector<std::size_t> shape;         ///< any number of axes
    std::vector<std::byte> bytes;           ///< its numbers

    /// How many numbers there are.
    std::size_t size() const { return bytes.size() / bytes_of(type); }

    /// Number `i` of all, where you know the type.
    template <typename Stored>
    Stored stored(std::size_t i) const
    {
        Stored number = 0;
        std::memcpy(&number, bytes.data() + i * sizeof number, sizeof number);
        return number;
    }

    /// Number `i` of all, whatever the type; true is 1. It asks for the type each time, so use it for a few numbers only.
    double at(std::size_t i) const
    {
        if (type == NumberType::float32) return stored<float>(i);
        if (type == NumberType::float64) return stored<double>(i);
        return bytes[i] == std::byte{0} ? 0.0 : 1.0;
    }
};

/// An array of doubles.
///
/// \param shape    any number of axes
/// \param numbers  as many as the axes multiply to, row after row
inline NpyArray array_of(const std::vector<std::size_t>& shape, const std::vector<double>& numbers)
{
    NpyArray array{NumberType::float64, shape, std::vector<std::byte>(numbers.size() * sizeof(double))};
    if (!numbers.empty()) std::memcpy(array.bytes.data(), numbers.data(), array.bytes.size());
    return array;
}

/// A shape as Python writes it: `(2, 3)`, `(5,)`.
inline std::string shape_text(const std::vector<std::size_t>& shape)
{
    return shape.size() == 1 ? fmt::format("({},)", shape[0]) : fmt::format("({})", fmt::join(shape, ", "));
}

}  // namespace common
