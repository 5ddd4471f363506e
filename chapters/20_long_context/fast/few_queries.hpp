/// \file
/// Chapter 20: few queries over many keys, as a model meets them that writes word by word. What takes time is fetching.
///
/// So nothing is copied. The keys are cut into slices, which threads share out; what each query knows of each slice is merged
/// at the end, as chapter 19 does it.
#pragma once

#include "20_long_context/blocks/troubled_values.hpp"
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
inline constexpr std::size_t few_queries = 8;

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
    const Troubled troubled = troubled_values(job.V.rows_from(j, keys));
    const std::vector<Sight> seen =
        sights(1, keys, troubled, [room](std::size_t, std::size_t key) { return room[key]; });

    const Real next = std::max(maximum, kernels.largest(room, keys));
    const Real base = next == HeadJob<Real>::hidden ? Real{0} : next;
    const Real keep = next == maximum ? Real{1} : std::exp(maximum - base);
    maximum = next;
    sum = keep * sum + kernels.exponentials(room, keys, base);
    if (keep != Real{1}) kernels.scale(o, job.V.columns, keep);
    const common::Tile<const Real> V = job.V.rows_from(j, keys);
    std::vector<Real> clean(troubled.empty() ? 0 : keys * V.columns);
    kernels.add_rows(room, troubled.empty() ? V : cleaned(V, troubled, V.columns, clean.data()), o);
    for (const Sight& sight : seen) add_value(room[sight.key], job.V.row(j + sight.key), o, job.V.columns);
}

/// Few queries of each head over all keys, slice by slice.
template <typename Real>
class FewQueries
{
public:
    /// \param jobs     one for each head of Q, all of one shape; neighbours may share keys; must outlive this
    /// \param kernels  the inner loops
    FewQueries(const std::vector<HeadJob<Real>>& jobs, const TileKernels<Real>& kernels)
        : jobs_(jobs), kernels_(kernels), n_(jobs.front().Q.rows), group_(sharing(jobs)),
          slices_(std::max<std::size_t>(1, (jobs.front().K.rows + slice_size - 1) / slice_size)),
          known_(jobs.size() * n_, slices_, jobs.front().V.columns)
    {
    }

    /// How many slices there are, of all keys.
    std::size_t tasks() const { return jobs_.size() / group_ * slices_; }

    /// All queries that see a slice take it in. Threads may do this at the same time, for different slices.
    void absorb(std::size_t task)
    {
        const std::size_t first = task / slices_ * group_;
        const std::size_t begin = task % slices_ * slice_size;
        const std::size_t end = std::min(jobs_[first].K.rows, begin + slice_size);
        const std::vector<Real> queries = scaled_queries(first);
        std::vector<Real> room(at_once);
        for (std::size_t j = begin; j < end; j += at_once) {
            for (std::size_t query = 0; query < group_ * n_; ++query) {
                const HeadJob<Real>& job = jobs_[first + query / n_];
                const std::size_t seen = std::min(end, job.seen_by(query % n_));
                if (seen <= j) continue;
                const std::size_t at = first * n_ + query;
                absorb_keys(job, query % n_, queries.data() + query * job.Q.columns, j, std::min(at_once, seen - j),
                            room.data(), kernels_, known_.maximum(at, task % slices_), known_.sum(at, task % slices_),
                            known_.output(at, task % slices_));
            }
        }
    }

    /// Merge what is known of the slices into the outputs.
    void finish()
    {
        for (std::size_t h = 0; h < jobs_.size(); ++h) {
            for (std::size_t i = 0; i < n_; ++i) known_.merge(h * n_ + i, jobs_[h].O.row(i));
        }
    }

private:
    static constexpr std::size_t slice_size = 2048;  // however many threads there are, so that they change no bit
    static constexpr std::size_t at_once =
        1024;  // keys that stay near while all their queries see them; fewer, and fetching begins anew too often

    /// How many neighbouring heads have the keys of the first.
    static std::size_t sharing(const std::vector<HeadJob<Real>>& jobs)
    {
        std::size_t group = 1;
        while (group < jobs.size() && jobs[group].K.data == jobs[0].K.data) ++group;
        return jobs.size() % group == 0 ? group : 1;
    }

    /// The queries of a group of heads, scaled, one after the other.
    std::vector<Real> scaled_queries(std::size_t first) const
    {
        std::vector<Real> queries;
        for (std::size_t h = first; h < first + group_; ++h) {
            for (std::size_t i = 0; i < n_; ++i) {
                for (std::size_t c = 0; c < jobs_[h].Q.columns; ++c)
                    queries.push_back(jobs_[h].scale() * jobs_[h].Q.row(i)[c]);
            }
        }
        return queries;
    }

    const std::vector<HeadJob<Real>>& jobs_;
    const TileKernels<Real>& kernels_;
    std::size_t n_;
    std::size_t group_;
    std::size_t slices_;
    Known<Real> known_;
};

/// Few queries of each head, on several threads.
///
/// \param jobs     one for each head of Q, all of one shape; neighbours may share keys
/// \param threads  0: one for each processor
/// \param kernels  the inner loops
template <typename Real>
void attend_few(const std::vector<HeadJob<Real>>& jobs, int threads, const TileKernels<Real>& kernels)
{
    FewQueries<Real> work(jobs, kernels);
    common::in_parallel(work.tasks(), threads, [&work](std::size_t task) { work.absorb(task); });
    work.finish();
    if (jobs.front().options.progress) jobs.front().options.progress(1.0);
}

}  // namespace attention
