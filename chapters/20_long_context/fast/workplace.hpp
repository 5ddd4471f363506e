/// \file
/// Chapter 20: where a thread of the fast form works: a block of queries, strip by strip, over all keys.
#pragma once

#include "20_long_context/blocks/troubled_values.hpp"
#include "20_long_context/fast/fast_plan.hpp"
#include "20_long_context/fast/head_job.hpp"
#include "20_long_context/fast/strip.hpp"
#include "20_long_context/fast/tile_kernels.hpp"

#include "common/room.hpp"
#include "common/tile.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace attention
{

/// The numbers that a thread works in: the strips of its block of queries, and the scores of one of them.
template <typename Real>
class Workplace
{
public:
    /// \param plan     how the work is cut
    /// \param d_k      the size of a query
    /// \param d_v      the size of a value
    /// \param kernels  the inner loops
    Workplace(const FastPlan& plan, std::size_t d_k, std::size_t d_v, const TileKernels<Real>& kernels)
        : kernels_(kernels), room_(plan.each), keep_(kernels.columns)
    {
        const std::size_t width = rounded_up(d_v, kernels.columns);
        Real* next = room_.data();
        for (std::size_t i = 0; i < plan.queries; i += kernels.columns) {
            strips_.emplace_back(next, kernels.columns, d_k, width);
            next += Strip<Real>::size(kernels.columns, d_k, width);
        }
        scores_ = next;
        values_ = scores_ + plan.keys * kernels.columns;
    }

    /// A block of queries over all keys that any of them may see.
    ///
    /// \param job           the head
    /// \param first         the first query of the block
    /// \param rows          how many
    /// \param keys_at_once  of a block
    void attend(const HeadJob<Real>& job, std::size_t first, std::size_t rows, std::size_t keys_at_once)
    {
        const std::size_t columns = kernels_.columns;
        for (std::size_t r = 0; r < rows; r += columns)
            strips_[r / columns].begin(job.Q.rows_from(first + r, std::min(columns, rows - r)), job.scale(), kernels_);
        const std::size_t end = job.seen_by(first + rows - 1);
        for (std::size_t j = 0; j < end; j += keys_at_once) {
            const std::size_t keys = std::min(keys_at_once, end - j);
            const common::Tile<const Real> V = values_of(job, j, keys);
            for (std::size_t r = 0; r < rows; r += columns)
                attend_strip(job, strips_[r / columns], first + r, std::min(columns, rows - r), j, V);
        }
        for (std::size_t r = 0; r < rows; r += columns)
            strips_[r / columns].finish(job.O.rows_from(first + r, std::min(columns, rows - r)));
    }

private:
    /// A block of values as the inner loops want it: as wide as they are; and all numbers, with 0 for what is none. Where it is
    /// not, a copy.
    common::Tile<const Real> values_of(const HeadJob<Real>& job, std::size_t j, std::size_t keys)
    {
        const common::Tile<const Real> V = job.V.rows_from(j, keys);
        const std::size_t width = rounded_up(V.columns, kernels_.columns);
        troubled_ = troubled_in(job.troubled, j, keys);
        if (V.columns == width && troubled_.empty()) return V;
        return cleaned(V, troubled_, width, values_);
    }

    /// A strip and a block of keys: chapter 19's step.
    void attend_strip(const HeadJob<Real>& job, Strip<Real>& strip, std::size_t i, std::size_t rows, std::size_t j,
                      common::Tile<const Real> V)
    {
        const std::size_t end = job.seen_by(i + rows - 1);
        if (end <= j) return;
        const std::size_t keys = std::min(V.rows, end - j);
        const common::Tile<Real> scores{scores_, keys, kernels_.columns, kernels_.columns};
        kernels_.score(job.K.rows_from(j, keys), strip.queries, scores);
        job.hide_and_change(scores, i, rows, j);
        const std::vector<Sight> seen = sights(
            rows, keys, troubled_, [&scores](std::size_t query, std::size_t key) { return scores.row(key)[query]; });
        kernels_.absorb(scores, strip.maximum, strip.sum, keep_.data());
        for (std::size_t r = 0; r < rows; ++r) {
            if (keep_[r] != Real{1}) kernels_.scale(strip.output.row(r), strip.output.columns, keep_[r]);
        }
        kernels_.blend(scores, V.rows_from(0, keys), strip.output);
        for (const Sight& sight : seen)
            add_value(scores.row(sight.key)[sight.query], job.V.row(j + sight.key), strip.output.row(sight.query),
                      job.V.columns);
    }

    const TileKernels<Real>& kernels_;
    common::Room<Real> room_;
    std::vector<Real> keep_;
    std::vector<Strip<Real>> strips_;
    Real* scores_ = nullptr;
    Real* values_ = nullptr;
    Troubled troubled_;  // those of the block at hand
};

}  // namespace attention
