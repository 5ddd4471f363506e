/// \file
/// Chapter 20: few queries over many keys, as a model meets them that writes word by word. What takes time is fetching.
///
/// So nothing is copied. The keys are cut into slices, which threads share out; what each query knows of each slice is merged
/// at the end, as chapter 19 does it.
#pragma once

#include "20_long_context/fast/head_job.hpp"
#include "20_long_context/fast/tile_kernels.hpp"

#include "common/parallel.hpp"
#include "common/tile.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

namespace attention
{

/// Up to so many queries, a strip would be mostly empty.
inline constexpr std::size_t few_queries = 4;

/// What queries know of one slice of keys: m, l and o of each, one after the other.
template <typename Real>
class Known
{
public:
    /// \param queries  of all heads
    /// \param slices   of the keys
    /// \param d_v      the size of a value
    Known(std::size_t queries, std::size_t slices, std::size_t d_v)
        : slices_(slices), size_(d_v + 2), numbers_(queries * slices * size_, Real{0})
    {
        for (std::size_t at = 0; at < numbers_.size(); at += size_)
            numbers_[at] = -std::numeric_limits<Real>::infinity();
    }

    Real& maximum(std::size_t query, std::size_t slice) { return *at(query, slice); }    ///< m
    Real& sum(std::size_t query, std::size_t slice) { return at(query, slice)[1]; }      ///< l
    Real* output(std::size_t query, std::size_t slice) { return at(query, slice) + 2; }  ///< o, d_v numbers

    /// All slices of a query in one, and divided. Always in the same order.
    ///
    /// \param query  which
    /// \param O      where its output goes, d_v numbers
    void merge(std::size_t query, Real* O)
    {
        Real highest = maximum(query, 0);
        for (std::size_t s = 1; s < slices_; ++s) highest = std::max(highest, maximum(query, s));
        Real total = 0;
        std::fill_n(O, size_ - 2, Real{0});
        for (std::size_t s = 0; s < slices_; ++s) {
            const Real part = maximum(query, s) == highest ? Real{1} : std::exp(maximum(query, s) - highest);
            total += part * sum(query, s);
            for (std::size_t c = 0; c + 2 < size_; ++c) O[c] += part * output(query, s)[c];
        }
        for (std::size_t c = 0; c + 2 < size_ && total != Real{0}; ++c) O[c] /= total;
    }

private:
    Real* at(std::size_t query, std::size_t slice) { return numbers_.data() + (query * slices_ + slice) * size_; }

    std::size_t slices_;
    std::size_t size_;
    std::vector<Real> numbers_;
};

/// One query takes in some keys.
///
/// \param job      its head
/// \param i        the query
/// \param q        the same, scaled
/// \param j        the first key
/// \param keys     how many
/// \param room     for as many scores
/// \param kernels  the inner loops
/// \param maximum  m of the query; raised
/// \param sum      l; corrected
/// \param o        corrected
template <typename Real>
void absorb_keys(const HeadJob<Real>& job, std::size_t i, const Real* q, std::size_t j, std::size_t keys, Real* room,
                 const TileKernels<Real>& kernels, Real& maximum, Real& sum, Real* o)
{
    kernels.compare_rows(q, job.K.rows_from(j, keys), room);
    job.hide_and_change_row(i, j, room, keys);
    const common::Tile<Real> scores{room, keys, 1, 1};  // a strip of one query
    std::vector<bool> hidden;
    if (!job.all_numbers(j, keys)) hidden = hidden_in_strip<Real>(scores, 1);

    const Real next = std::max(maximum, kernels.largest(room, keys));
    const Real base = next == HeadJob<Real>::hidden ? Real{0} : next;
    const Real keep = next == maximum ? Real{1} : std::exp(maximum - base);
    maximum = next;
    sum = keep * sum + kernels.exponentials(room, keys, base);
    if (keep != Real{1}) kernels.scale(o, job.V.columns, keep);
    if (hidden.empty())
        kernels.add_rows(room, job.V.rows_from(j, keys), o);
    else
        add_visible_in_strip<Real>(scores, hidden, job.V.rows_from(j, keys), {o, 1, job.V.columns, job.V.columns});
}

/// Few queries of each head over all keys.
///
/// \param jobs     one for each head of Q, all of one shape; neighbours may share keys
/// \param threads  0: one for each processor
/// \param kernels  the inner loops
template <typename Real>
void attend_few(const std::vector<HeadJob<Real>>& jobs, int threads, const TileKernels<Real>& kernels)
{
    constexpr std::size_t slice_size = 2048;  // keys of a slice, however many threads there are
    constexpr std::size_t at_once = 128;      // keys that stay in the nearest cache while all their queries see them
    const HeadJob<Real>& some = jobs.front();
    const std::size_t n = some.Q.rows;
    const std::size_t group = static_cast<std::size_t>(
        std::find_if(jobs.begin(), jobs.end(), [&](const HeadJob<Real>& job) { return job.K.data != some.K.data; }) -
        jobs.begin());  // heads of Q that share keys
    const std::size_t slices = std::max<std::size_t>(1, (some.K.rows + slice_size - 1) / slice_size);
    Known<Real> known(jobs.size() * n, slices, some.V.columns);
    common::in_parallel(jobs.size() / group * slices, threads, [&](std::size_t task) {
        const std::size_t slice = task % slices;
        const std::size_t end = std::min(some.K.rows, (slice + 1) * slice_size);
        std::vector<Real> room(at_once);
        std::vector<Real> queries;
        for (std::size_t h = task / slices * group; h < (task / slices + 1) * group; ++h) {
            for (std::size_t i = 0; i < n; ++i) {
                for (std::size_t c = 0; c < some.Q.columns; ++c)
                    queries.push_back(jobs[h].scale() * jobs[h].Q.row(i)[c]);
            }
        }
        for (std::size_t j = slice * slice_size; j < end; j += at_once) {
            const Real* q = queries.data();
            for (std::size_t h = task / slices * group; h < (task / slices + 1) * group; ++h) {
                for (std::size_t i = 0; i < n; ++i, q += some.Q.columns) {
                    const std::size_t query = h * n + i;
                    const std::size_t keys = std::min(at_once, end - j);
                    absorb_keys(jobs[h], i, q, j, keys, room.data(), kernels, known.maximum(query, slice),
                                known.sum(query, slice), known.output(query, slice));
                }
            }
        }
    });
    for (std::size_t h = 0; h < jobs.size(); ++h) {
        for (std::size_t i = 0; i < n; ++i) known.merge(h * n + i, jobs[h].O.row(i));
    }
    if (some.options.progress) some.options.progress(1.0);
}

}  // namespace attention
