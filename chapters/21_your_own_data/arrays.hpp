/// \file
/// Chapter 21: arrays of rank 2, 3 or 4 as batches of heads, and masks that broadcast.
#pragma once

#include "20_long_context/heads.hpp"
#include "21_your_own_data/npy_array.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <stdexcept>
#include <string>
#include <vector>

namespace attention
{

/// Arrays that are not what they are called. The message is one sentence.
struct WrongData : std::invalid_argument {
    using std::invalid_argument::invalid_argument;
};

/// Queries, keys or values: numbers of one type with an axis for each of batch, head, row and column.
template <typename Real>
struct HeadArray {
    std::vector<Real> numbers;         ///< row after row
    std::array<std::size_t, 4> shape;  ///< (batch, heads, rows, columns)

    /// Where each head's matrix lies among them.
    Heads<const Real> heads() const { return {numbers.data(), shape[0], shape[1], shape[2], shape[3]}; }
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

/// What is worth knowing about arrays that are used all the same: a sentence each.
using Notes = std::vector<std::string>;

/// All numbers of an array, which it stores as one type, times a factor, as another.
///
/// \param array   what is read
/// \param name    for messages: Q, K or V
/// \param factor  what each number is multiplied by
/// \param notes   gets a sentence where numbers become 0
/// \throws WrongData  where a number is too large for Real
template <typename Stored, typename Real>
std::vector<Real> numbers_of(const NpyArray& array, const std::string& name, Real factor, Notes& notes)
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
        const auto real = static_cast<Real>(number);
        vanished = vanished || (real == Real{0} && number != Stored{0});
        numbers[i] = factor * real;
    }
    if (vanished) {
        notes.push_back(
            fmt::format("{} holds numbers that are 0 in float32, the type of Q; save Q as float64 to keep them", name));
    }
    return numbers;
}

/// An array as batches of heads. Missing axes count 1: (n, d) is one head, (heads, n, d) one sequence.
///
/// \param array   rank 2, 3 or 4, float32 or float64; converted where Real is the other
/// \param name    for messages: Q, K or V
/// \param notes   gets what is worth knowing
/// \param factor  what all of it is multiplied by
/// \throws WrongData  for another rank, a mask in its place, or a number too large for Real
template <typename Real>
HeadArray<Real> head_array(const NpyArray& array, const std::string& name, Notes& notes, Real factor = 1)
{
    require_heads(array, name);
    const bool is_float = array.type == NumberType::float32;
    HeadArray<Real> result{is_float ? numbers_of<float, Real>(array, name, factor, notes)
                                    : numbers_of<double, Real>(array, name, factor, notes),
                           {1, 1, 1, 1}};
    std::ranges::copy_backward(array.shape, result.shape.end());
    return result;
}

/// Whether a shape stretches to another, as NumPy has it: axes are aligned at their ends, and one of 1 stands for any size.
inline bool broadcasts(const std::vector<std::size_t>& shape, const std::vector<std::size_t>& to)
{
    if (shape.size() > to.size()) return false;
    for (std::size_t k = 1; k <= shape.size(); ++k) {
        const std::size_t size = shape[shape.size() - k];
        if (size != 1 && size != to[to.size() - k]) return false;
    }
    return true;
}

/// A mask for all scores, whatever its own shape: one a key, one a pair, one a head, ...
class BroadcastMask
{
public:
    /// \param array   bool, true = may attend; or numbers, which are added to the scores; must outlive this
    /// \param scores  the shape that it must stretch to: (batch, heads, n, m)
    /// \param most    the largest number that a score can be
    /// \param notes   gets what is worth knowing
    /// \throws WrongData  where it does not, or holds NaN, +infinity, or a number too large to be a score
    BroadcastMask(const NpyArray& array, const std::vector<std::size_t>& scores, double most, Notes& notes)
        : array_(&array)
    {
        if (!broadcasts(array.shape, scores)) {
            throw WrongData(fmt::format("the mask has shape {}, which does not broadcast to the scores, {}",
                                        shape_text(array.shape), shape_text(scores)));
        }
        if (array.type != NumberType::boolean) look_at_numbers(most, notes);
        std::size_t step = 1;
        for (std::size_t k = 1; k <= array.shape.size(); ++k) {
            const std::size_t size = array.shape[array.shape.size() - k];
            if (size != 1) steps_[4 - k] = step;  // an axis of 1 stands still
            step *= size;
        }
    }

    /// Apply it to some scores of one query.
    template <typename Real>
    void apply(std::size_t batch, std::size_t head, std::size_t i, std::size_t first, Real* scores,
               std::size_t count) const
    {
        const std::size_t start = batch * steps_[0] + head * steps_[1] + i * steps_[2] + first * steps_[3];
        switch (array_->type) {  // once for all these scores, not once for each
        case NumberType::float32: return add<float>(start, scores, count);
        case NumberType::float64: return add<double>(start, scores, count);
        case NumberType::boolean: return hide(start, scores, count);
        }
    }

private:
    void look_at_numbers(double most, Notes& notes) const
    {
        bool ones = false;
        bool others = false;
        for (std::size_t i = 0; i < array_->size(); ++i) {
            const double number = array_->at(i);
            if (std::isnan(number)) throw WrongData("the mask holds NaN; -inf is what hides a key");
            if (std::isinf(number) && number > 0) throw WrongData("the mask holds +inf; -inf is what hides a key");
            if (number > most) {
                throw WrongData(fmt::format(
                    "the mask holds {:.3g}, too large for float32, the type of Q; save Q as float64", number));
            }
            ones = ones || number == 1.0;
            others = others || (number != 0.0 && number != 1.0);
        }
        if (ones && !others) {
            notes.emplace_back("the mask holds floats, all 0 or 1: they are added to the scores and hide nothing; "
                               "to hide, save a.astype(bool), true = may attend");
        }
    }

    template <typename Stored, typename Real>
    void add(std::size_t start, Real* scores, std::size_t count) const
    {
        for (std::size_t j = 0; j < count; ++j) {
            const auto number = array_->stored<Stored>(start + j * steps_[3]);
            if (number < std::numeric_limits<Real>::lowest())  // hidden: even a score of NaN is not looked at
                scores[j] = -std::numeric_limits<Real>::infinity();
            else
                scores[j] += static_cast<Real>(number);
        }
    }

    template <typename Real>
    void hide(std::size_t start, Real* scores, std::size_t count) const
    {
        for (std::size_t j = 0; j < count; ++j) {
            if (array_->bytes[start + j * steps_[3]] == std::byte{0})
                scores[j] = -std::numeric_limits<Real>::infinity();
        }
    }

    const NpyArray* array_;
    std::array<std::size_t, 4> steps_ = {0, 0, 0, 0};  // from one batch, head, query, key to the next
};

}  // namespace attention
