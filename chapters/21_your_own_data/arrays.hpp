/// \file
/// Chapter 21: arrays of rank 2, 3 or 4 as batches of heads.
#pragma once

#include "20_long_context/fast/heads.hpp"
#include "21_your_own_data/wrong_data.hpp"

#include "common/npy_array.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace attention
{

using common::array_of;
using common::NpyArray;
using common::NumberType;
using common::shape_text;

/// What is worth knowing about arrays that are used all the same: a sentence each.
using Notes = std::vector<std::string>;

/// The name of a type of number in an array.
template <typename Real>
constexpr NumberType type_of = std::is_same_v<Real, float> ? NumberType::float32 : NumberType::float64;

/// Queries, keys or values as a batch of heads: in the array itself, or in a copy where its numbers had to change.
template <typename Real>
struct HeadArray {
    std::vector<Real> copy;   ///< empty where the array's own numbers will do
    Heads<const Real> heads;  ///< where each head's matrix lies
};

/// \throws WrongData  unless an array holds numbers, and has rank 2, 3 or 4
inline void require_heads(const NpyArray& array, const std::string& name)
{
    if (array.type == NumberType::boolean)
        throw WrongData(fmt::format("{} holds true and false; numbers are wanted", name));
    if (array.shape.size() < 2 || array.shape.size() > 4) {
        throw WrongData(fmt::format("{} has shape {}; (n, d), (heads, n, d) or (batch, heads, n, d) is wanted", name,
                                    shape_text(array.shape)));
    }
}

/// All numbers of an array in another type.
///
/// \tparam Real    the type wanted
/// \tparam Stored  the type it stores
/// \param array    what is read
/// \param name     for messages: Q, K or V
/// \param notes    gets a sentence where numbers become 0
/// \throws WrongData  where a number is too large for Real
template <typename Real, typename Stored>
std::vector<Real> converted(const NpyArray& array, const std::string& name, Notes& notes)
{
    constexpr double most = std::numeric_limits<Real>::max();
    std::vector<Real> numbers(array.size());
    bool vanished = false;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto number = array.stored<Stored>(i);
        if (std::isfinite(number) && std::abs(double{number}) > most) {
            throw WrongData(
                fmt::format("{} holds {:.3g}, too large for float32, the type of Q; save Q as float64", name, number));
        }
        numbers[i] = static_cast<Real>(number);
        vanished = vanished || (numbers[i] == Real{0} && number != Stored{0});
    }
    if (vanished) {
        notes.push_back(
            fmt::format("{} holds numbers that are 0 in float32, the type of Q; save Q as float64 to keep them", name));
    }
    return numbers;
}

/// An array as a batch of heads. Missing axes count 1: (n, d) is one head, (heads, n, d) one sequence.
///
/// \param array  rank 2, 3 or 4, float32 or float64; must outlive the result
/// \param name   for messages: Q, K or V
/// \param notes  gets what is worth knowing
/// \throws WrongData  for another rank, a mask in its place, or a number too large for Real
template <typename Real>
HeadArray<Real> head_array(const NpyArray& array, const std::string& name, Notes& notes)
{
    using Other = std::conditional_t<std::is_same_v<Real, float>, double, float>;
    require_heads(array, name);
    std::array<std::size_t, 4> shape = {1, 1, 1, 1};
    std::ranges::copy_backward(array.shape, shape.end());
    std::vector<Real> copy;
    const bool as_it_is = array.type == type_of<Real>;
    if (!as_it_is) copy = converted<Real, Other>(array, name, notes);
    const Real* numbers = as_it_is ? reinterpret_cast<const Real*>(array.bytes.data()) : copy.data();
    return {std::move(copy), {numbers, shape[0], shape[1], shape[2], shape[3]}};
}

/// The same heads with each number multiplied by a factor.
template <typename Real>
HeadArray<Real> scaled(HeadArray<Real> array, Real factor)
{
    const auto& [data, batch, heads, rows, columns] = array.heads;
    if (array.copy.empty()) array.copy.assign(data, data + batch * heads * rows * columns);
    for (Real& number : array.copy) number *= factor;
    array.heads.data = array.copy.data();
    return array;
}

}  // namespace attention
