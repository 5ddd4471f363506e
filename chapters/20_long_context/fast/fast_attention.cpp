#include "20_long_context/fast/fast_attention.hpp"

#include "20_long_context/blocks/fit.hpp"
#include "20_long_context/blocks/troubled_values.hpp"
#include "20_long_context/fast/fast_plan.hpp"
#include "20_long_context/fast/few_queries.hpp"
#include "20_long_context/fast/head_job.hpp"
#include "20_long_context/fast/workplace.hpp"

#include "common/parallel.hpp"
#include "common/require.hpp"

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

template void fast_attention(Tile<const float>, Tile<const float>, Tile<const float>, Tile<float>,
                             const LongOptions<float>&, const TileKernels<float>&);
template void fast_attention(Tile<const double>, Tile<const double>, Tile<const double>, Tile<double>,
                             const LongOptions<double>&, const TileKernels<double>&);
template void fast_attention(const Problem<float>&, Heads<float>, const OptionsOf<float>&);
template void fast_attention(const Problem<double>&, Heads<double>, const OptionsOf<double>&);

}  // namespace attention
