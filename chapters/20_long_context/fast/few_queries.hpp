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
#include "common/room.hpp"
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

/// Room for what some queries have to do with a block of keys.
template <typename Real>
class BlockRoom
{
public:
    /// \param queries  at most
    /// \param keys     at most
    /// \param d_v      the size of a value
    BlockRoom(std::size_t queries, std::size_t keys, std::size_t d_v)
        : stride_(keys + 64 / sizeof(Real)), d_v_(d_v), scores_(queries * stride_), weights_(queries * stride_),
          sums_(queries * d_v)
    {
    }

    /// Scores, a row for each query.
    common::Tile<Real> scores(std::size_t queries, std::size_t keys)
    {
        return {scores_.data(), queries, keys, stride_};
    }

    /// Their weights.
    common::Tile<Real> weights(std::size_t queries, std::size_t keys)
    {
        return {weights_.data(), queries, keys, stride_};
    }

    /// What the values add up to: all 0 so far.
    common::Tile<Real> no_sums(std::size_t queries)
    {
        std::ranges::fill(sums_, Real{0});
        return {sums_.data(), queries, d_v_, d_v_};
    }

    std::vector<Real> clean;  ///< values, where some are not all numbers

private:
    std::size_t stride_;  // rows a power of 2 apart would push each other out of the nearest cache
    std::size_t d_v_;
    common::Room<Real> scores_;
    common::Room<Real> weights_;
    std::vector<Real> sums_;
};

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
        const std::size_t d_k = jobs_[first].Q.columns;
        const std::vector<Real> scaled = scaled_queries(first);
        const common::Tile<const Real> queries{scaled.data(), group_ * n_, d_k, d_k};
        BlockRoom<Real> room(std::min(few_queries, group_ * n_), std::min(at_once, end - begin),
                             jobs_[first].V.columns);
        for (std::size_t j = begin; j < end; j += at_once) {
            for (std::size_t i = 0; i < group_ * n_; i += few_queries) {
                const common::Tile<const Real> some = queries.rows_from(i, std::min(few_queries, group_ * n_ - i));
                absorb_block(some, first * n_ + i, j, std::min(at_once, end - j), task % slices_, room);
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
    static constexpr std::size_t at_once = 1024;     // keys that stay near while all their queries see them

    /// How many neighbouring heads have the keys and values of the first.
    static std::size_t sharing(const std::vector<HeadJob<Real>>& jobs)
    {
        std::size_t group = 1;
        const auto shared = [&first = jobs.front()](const HeadJob<Real>& job) {
            return job.K.data == first.K.data && job.V.data == first.V.data;
        };
        while (group < jobs.size() && shared(jobs[group])) ++group;
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

    /// How many of some keys a query sees; they are the first ones.
    std::size_t seen(std::size_t query, std::size_t j, std::size_t keys) const
    {
        const std::size_t visible = jobs_[query / n_].seen_by(query % n_);
        return std::min(keys, std::max(j, visible) - j);
    }

    /// Some queries take in a block of keys.
    ///
    /// \param queries  scaled
    /// \param first    which they are, of all heads
    /// \param j        the first key
    /// \param most     how many there are
    /// \param slice    in which the keys are
    /// \param room     for as much
    void absorb_block(common::Tile<const Real> queries, std::size_t first, std::size_t j, std::size_t most,
                      std::size_t slice, BlockRoom<Real>& room)
    {
        std::size_t keys = 0;
        for (std::size_t i = 0; i < queries.rows; ++i) keys = std::max(keys, seen(first + i, j, most));
        if (keys == 0) return;
        const HeadJob<Real>& job = jobs_[first / n_];
        const common::Tile<const Real> V = job.V.rows_from(j, keys);
        const common::Tile<Real> S = room.scores(queries.rows, keys);
        const common::Tile<Real> P = room.weights(queries.rows, keys);
        kernels_.compare_rows(queries, job.K.rows_from(j, keys), S);
        for (std::size_t i = 0; i < queries.rows; ++i) weigh(first + i, j, slice, S.row(i), P.row(i), keys);

        common::Tile<Real> sums = room.no_sums(queries.rows);
        kernels_.add_rows(P, V, sums);
        if (!kernels_.all_finite(sums.data, sums.rows * sums.columns)) sums = careful_sums(S, P, V, room);
        for (std::size_t i = 0; i < queries.rows; ++i) {
            Real* o = known_.output(first + i, slice);
            for (std::size_t c = 0; c < sums.columns; ++c) o[c] += sums.row(i)[c];
        }
    }

    /// The weights of one query for some keys, of which it may not see the last ones.
    ///
    /// \param query    of all heads
    /// \param j        the first key
    /// \param slice    in which it is
    /// \param scores   changed where the query's head asks for it, and hidden where it may not look
    /// \param weights  set
    /// \param keys     how many
    void weigh(std::size_t query, std::size_t j, std::size_t slice, Real* scores, Real* weights, std::size_t keys)
    {
        const std::size_t shown = seen(query, j, keys);
        std::fill(scores + shown, scores + keys, HeadJob<Real>::hidden);
        std::fill(weights + shown, weights + keys, Real{0});
        if (shown == 0) return;
        const HeadJob<Real>& job = jobs_[query / n_];
        if (job.options.change) job.options.change(query % n_, j, scores, shown);
        std::copy_n(scores, shown, weights);

        Real& maximum = known_.maximum(query, slice);
        const Real next = std::max(maximum, kernels_.largest(weights, shown));
        const Real base = next == HeadJob<Real>::hidden ? Real{0} : next;
        const Real keep = next == maximum ? Real{1} : std::exp(maximum - base);
        maximum = next;
        Real& sum = known_.sum(query, slice);
        sum = keep * sum + kernels_.exponentials(weights, shown, base);
        if (keep != Real{1}) kernels_.scale(known_.output(query, slice), job.V.columns, keep);
    }

    /// What values add up to where some are not all numbers: these reach only the queries that see them.
    ///
    /// \param S     scores, shape (queries, keys)
    /// \param P     weights, likewise
    /// \param V     values, shape (keys, d_v)
    /// \param room  for as much
    common::Tile<Real> careful_sums(common::Tile<const Real> S, common::Tile<const Real> P, common::Tile<const Real> V,
                                    BlockRoom<Real>& room)
    {
        const Troubled troubled = troubled_values(V);
        room.clean.resize(V.rows * V.columns);
        const common::Tile<Real> sums = room.no_sums(P.rows);
        kernels_.add_rows(P, cleaned(V, troubled, V.columns, room.clean.data()), sums);
        const auto score = [&S](std::size_t query, std::size_t key) { return S.row(query)[key]; };
        for (const Sight& sight : sights(S.rows, S.columns, troubled, score))
            add_value(P.row(sight.query)[sight.key], V.row(sight.key), sums.row(sight.query), V.columns);
        return sums;
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
    if (threads == 1) {  // no others need to be woken, which takes longer than a short cache
        for (std::size_t task = 0; task < work.tasks(); ++task) work.absorb(task);
    } else {
        common::in_parallel(work.tasks(), threads, [&work](std::size_t task) { work.absorb(task); });
    }
    work.finish();
    if (jobs.front().options.progress) jobs.front().options.progress(1.0);
}

}  // namespace attention
