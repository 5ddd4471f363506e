#include "20_long_context/fast/fast_attention.hpp"

#include "20_long_context/blocks/fit.hpp"
#include "20_long_context/blocks/troubled_values.hpp"
#include "20_long_context/fast/few_queries.hpp"
#include "20_long_context/fast/head_job.hpp"
#include "20_long_context/fast/strip.hpp"

#include "common/parallel.hpp"
#include "common/require.hpp"
#include "common/room.hpp"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <utility>
#include <vector>

namespace attention
{

namespace
{

using common::Tile;

/// The numbers that a thread works in: the strips of its block of queries, and the scores of one of them.
template <typename Real>
class Workplace
{
public:
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
    void attend(const HeadJob<Real>& job, std::size_t first, std::size_t rows, std::size_t keys_at_once)
    {
        const std::size_t columns = kernels_.columns;
        for (std::size_t r = 0; r < rows; r += columns)
            strips_[r / columns].begin(job.Q.rows_from(first + r, std::min(columns, rows - r)), job.scale(), kernels_);
        const std::size_t end = job.seen_by(first + rows - 1);
        for (std::size_t j = 0; j < end; j += keys_at_once) {
            const std::size_t keys = std::min(keys_at_once, end - j);
            const Tile<const Real> V = values_of(job, j, keys);
            for (std::size_t r = 0; r < rows; r += columns)
                attend_strip(job, strips_[r / columns], first + r, std::min(columns, rows - r), j, V);
        }
        for (std::size_t r = 0; r < rows; r += columns)
            strips_[r / columns].finish(job.O.rows_from(first + r, std::min(columns, rows - r)));
    }

private:
    /// A block of values as the inner loops want it: as wide as they are; and all numbers, with 0 for what is none. Where it is
    /// not, a copy.
    Tile<const Real> values_of(const HeadJob<Real>& job, std::size_t j, std::size_t keys)
    {
        const Tile<const Real> V = job.V.rows_from(j, keys);
        const std::size_t width = rounded_up(V.columns, kernels_.columns);
        troubled_ = troubled_in(job.troubled, j, keys);
        if (V.columns == width && troubled_.empty()) return V;
        return cleaned(V, troubled_, width, values_);
    }

    /// A strip and a block of keys: chapter 19's step.
    void attend_strip(const HeadJob<Real>& job, Strip<Real>& strip, std::size_t i, std::size_t rows, std::size_t j,
                      Tile<const Real> V)
    {
        const std::size_t end = job.seen_by(i + rows - 1);
        if (end <= j) return;
        const std::size_t keys = std::min(V.rows, end - j);
        const Tile<Real> scores{scores_, keys, kernels_.columns, kernels_.columns};
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

/// How many queries a block has: few enough that every thread gets several blocks, and that they stay in the second cache.
template <typename Real>
std::size_t block_size(std::size_t n, std::size_t each, int threads, std::size_t columns)
{
    constexpr std::size_t cache = std::size_t{256} * 1024;  // bytes; keys, values and scores need room, too
    const auto workers = static_cast<std::size_t>(threads == 0 ? common::processors() : threads);
    const std::size_t most = std::max(columns, cache / (each * sizeof(Real)) / columns * columns);
    return std::clamp(rounded_up(n / (4 * workers), columns), columns, std::min<std::size_t>(most, 256));
}

/// How many keys are worked on at a time: few enough that they and their values stay in the second cache with everything else.
template <typename Real>
std::size_t keys_of_block(std::size_t each)
{
    constexpr std::size_t cache = std::size_t{1000} * 1024;
    return std::clamp<std::size_t>(cache / (each * sizeof(Real)) / 12 * 12, 48, 384);
}

/// Work that is worth a thread of its own: about 4 million additions and multiplications.
template <typename Real>
int worth_threads(const std::vector<HeadJob<Real>>& jobs, int threads)
{
    double operations = 0;
    for (const HeadJob<Real>& job : jobs)
        operations += 2.0 * static_cast<double>(job.Q.rows) * static_cast<double>(job.K.rows) *
                      static_cast<double>(job.K.columns + job.V.columns);
    const double most = threads == 0 ? common::processors() : threads;
    return static_cast<int>(std::clamp(operations / 4e6, 1.0, most));
}

/// Look for values that are not all numbers: a thread for each head, for heads may share theirs.
template <typename Real>
void look_for_trouble(std::vector<HeadJob<Real>>& jobs, int threads)
{
    common::in_parallel(jobs.size(), threads, [&jobs](std::size_t h) {
        if (h == 0 || jobs[h].V.data != jobs[h - 1].V.data) jobs[h].troubled = troubled_values(jobs[h].V);
    });
    for (std::size_t h = 1; h < jobs.size(); ++h) {
        if (jobs[h].V.data == jobs[h - 1].V.data) jobs[h].troubled = jobs[h - 1].troubled;
    }
}

/// Blocks of queries of all heads, on several threads.
template <typename Real>
void attend_in_strips(std::vector<HeadJob<Real>>& jobs, int threads, const TileKernels<Real>& kernels)
{
    look_for_trouble(jobs, threads);
    const HeadJob<Real>& some = jobs.front();
    const FastPlan plan = fast_plan<Real>(some.Q.rows * jobs.size(), some.K.columns, some.V.columns, threads, kernels);
    const std::size_t each = (some.Q.rows + plan.queries - 1) / plan.queries;  // blocks of a head
    const std::size_t blocks = each * jobs.size();
    std::atomic<std::size_t> next = 0;
    std::atomic<std::size_t> done = 0;
    const auto workers = std::min(static_cast<std::size_t>(threads == 0 ? common::processors() : threads), blocks);
    common::in_parallel(workers, threads, [&](std::size_t) {
        Workplace<Real> place(plan, some.K.columns, some.V.columns, kernels);
        for (std::size_t block = next++; block < blocks; block = next++) {
            const std::size_t i = (each - 1 - block / jobs.size()) * plan.queries;  // causal, the last have most to do
            const HeadJob<Real>& job = jobs[block % jobs.size()];
            place.attend(job, i, std::min(plan.queries, job.Q.rows - i), plan.keys);
            if (some.options.progress) some.options.progress(static_cast<double>(++done) / static_cast<double>(blocks));
        }
    });
}

template <typename Real>
void attend(std::vector<HeadJob<Real>> jobs, const TileKernels<Real>& kernels)
{
    if (jobs.empty() || jobs.front().Q.rows == 0) return;
    const int threads = worth_threads(jobs, jobs.front().options.threads);
    if (jobs.front().Q.rows <= few_queries)
        attend_few(jobs, threads, kernels);
    else
        attend_in_strips(jobs, threads, kernels);
}

}  // namespace

template <typename Real>
FastPlan fast_plan(std::size_t n, std::size_t d_k, std::size_t d_v, int threads, const TileKernels<Real>& kernels)
{
    const std::size_t width = rounded_up(d_v, kernels.columns);
    const std::size_t queries = block_size<Real>(n, d_k + 2 + width, threads, kernels.columns);
    const std::size_t keys = keys_of_block<Real>(d_k + width + 1);
    const std::size_t strips = queries / kernels.columns;
    return {kernels.columns, queries, keys,
            strips * Strip<Real>::size(kernels.columns, d_k, width) + keys * (kernels.columns + width)};
}

template <typename Real>
void fast_attention(Tile<const Real> Q, Tile<const Real> K, Tile<const Real> V, Tile<Real> O,
                    const LongOptions<Real>& options, const TileKernels<Real>& kernels)
{
    require_fit("fast_attention", Q, K, V, O);
    attend<Real>({HeadJob<Real>{Q, K, V, O, options, {}}}, kernels);
}

template <typename Real>
void fast_attention(const Problem<Real>& problem, Heads<Real> O, const OptionsOf<Real>& options_of)
{
    std::vector<HeadJob<Real>> jobs;
    const std::size_t group = problem.K.heads == 0 ? 1 : problem.Q.heads / problem.K.heads;
    common::require(O.batch == problem.Q.batch && O.heads == problem.Q.heads && O.rows == problem.Q.rows &&
                        O.columns == problem.V.columns,
                    "fast_attention: the output is ({}, {}, {}, {}), with Q and V it must be ({}, {}, {}, {})", O.batch,
                    O.heads, O.rows, O.columns, problem.Q.batch, problem.Q.heads, problem.Q.rows, problem.V.columns);
    for (std::size_t b = 0; b < problem.Q.batch; ++b) {
        for (std::size_t h = 0; h < problem.Q.heads; ++h) {
            const Tile<const Real> V = problem.V.of(b, h / group);
            jobs.push_back({problem.Q.of(b, h), problem.K.of(b, h / group), V, O.of(b, h), options_of(b, h), {}});
        }
    }
    attend(std::move(jobs), tile_kernels<Real>());
}

template FastPlan fast_plan(std::size_t, std::size_t, std::size_t, int, const TileKernels<float>&);
template FastPlan fast_plan(std::size_t, std::size_t, std::size_t, int, const TileKernels<double>&);
template void fast_attention(Tile<const float>, Tile<const float>, Tile<const float>, Tile<float>,
                             const LongOptions<float>&, const TileKernels<float>&);
template void fast_attention(Tile<const double>, Tile<const double>, Tile<const double>, Tile<double>,
                             const LongOptions<double>&, const TileKernels<double>&);
template void fast_attention(const Problem<float>&, Heads<float>, const OptionsOf<float>&);
template void fast_attention(const Problem<double>&, Heads<double>, const OptionsOf<double>&);

}  // namespace attention
