/// \file
/// Chapter 21: masks of any shape that stretches to all scores.
#pragma once

#include "21_your_own_data/arrays.hpp"

#include "common/npy_array.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

namespace attention
{

/// Whether a shape stretches to another by NumPy's rule: axes are aligned at their ends, and a size of 1 stretches to any.
inline bool broadcasts(const std::vector<std::size_t>& shape, const std::vector<std::size_t>& to)
{
    if (shape.size() > to.size()) return false;
    for (std::size_t k = 1; k <= shape.size(); ++k) {
        const std::size_t size = shape[shape.size() - k];
        if (size != 1 && size != to[to.size() - k]) return false;
    }
    return true;
}

/// A mask for all scores, whatever its own shape: one entry per key, per pair, per head, ...
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
            if (size != 1) steps_[4 - k] = step;  // an axis of size 1 stays where it is
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
