/// \file
/// Chapter 20: the ladder. The same attention seven times, from plain loops to all threads, each rung with one idea more.
#pragma once

#include "20_long_context/blocks/blocked_attention.hpp"
#include "20_long_context/blocks/options.hpp"
#include "20_long_context/blocks/plain_loops.hpp"
#include "20_long_context/blocks/textbook.hpp"
#include "20_long_context/fast/fast_attention.hpp"
#include "20_long_context/fast/fast_plan.hpp"
#include "20_long_context/fast/tile_kernels.hpp"
#include "20_long_context/measured/best_seconds.hpp"
#include "20_long_context/measured/exactness.hpp"
#include "20_long_context/measured/limit.hpp"
#include "20_long_context/measured/random_matrix.hpp"

#include "common/parallel.hpp"
#include "common/tensor.hpp"
#include "common/tile.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace attention
{

/// A way to attend: every query to every key, in float.
using Attend = std::function<void(const FloatMatrix& Q, const FloatMatrix& K, const FloatMatrix& V, FloatMatrix& O)>;

/// A rung of the ladder.
struct LadderRung {
    std::string name;   ///< its idea, in a word or two
    int threads = 1;    ///< that work; 0: one for each processor
    bool slow = false;  ///< so slow that it is timed with 128 queries, over all the keys
    Attend attend;      ///< what it does

    /// How many numbers it keeps beside Q, K, V and the output, for n tokens of size d.
    std::function<std::size_t(std::size_t n, std::size_t d)> keeps;
};

/// Blocks on BLAS, with the exponential of a rung.
inline LadderRung blocks_rung(const std::string& name, Rung rung)
{
    const TileKernels<float>& loops = rung_kernels<float>(rung);
    const auto attend = [&loops](const FloatMatrix& Q, const FloatMatrix& K, const FloatMatrix& V, FloatMatrix& O) {
        using common::tile_of;
        LongOptions<float> options;
        options.threads = 1;
        blocked_attention<float>(tile_of(Q), tile_of(K), tile_of(V), tile_of(O), options, loops);
    };
    const auto keeps = [](std::size_t, std::size_t d) { return queries_at_once * (d + keys_at_once + 2); };
    return {name, 1, false, attend, keeps};
}

/// A rung of the fast form: on its loops, with so many threads.
inline LadderRung fast_rung(const std::string& name, Rung rung, int threads)
{
    const TileKernels<float>& loops = rung_kernels<float>(rung);
    const auto attend = [&loops, threads](const FloatMatrix& Q, const FloatMatrix& K, const FloatMatrix& V,
                                          FloatMatrix& O) {
        using common::tile_of;
        LongOptions<float> options;
        options.threads = threads;
        fast_attention<float>(tile_of(Q), tile_of(K), tile_of(V), tile_of(O), options, loops);
    };
    const auto keeps = [&loops, threads](std::size_t n, std::size_t d) {
        const auto workers = static_cast<std::size_t>(threads == 0 ? common::processors() : threads);
        return workers * fast_plan<float>(n, d, d, threads, loops).each;
    };
    return {name, threads, false, attend, keeps};
}

/// All rungs, from the lowest.
inline std::vector<LadderRung> ladder_rungs()
{
    using common::tile_of;
    const auto loops = [](const FloatMatrix& Q, const FloatMatrix& K, const FloatMatrix& V, FloatMatrix& O) {
        loop_attention<float>(tile_of(Q), tile_of(K), tile_of(V), tile_of(O));
    };
    const auto textbook = [](const FloatMatrix& Q, const FloatMatrix& K, const FloatMatrix& V, FloatMatrix& O) {
        O = textbook_attention(Q, K, V);
    };
    return {{"plain loops", 1, true, loops, [](std::size_t n, std::size_t) { return n; }},
            {"xtensor, all at once", 1, false, textbook,
             [](std::size_t n, std::size_t d) { return 3 * n * n + 2 * n + 2 * n * d; }},
            blocks_rung("blocks on BLAS", Rung::panels),  // for std::exp
            fast_rung("queries in panels", Rung::panels, 1),
            fast_rung("sums in registers", Rung::registers, 1),
            fast_rung("our own exponential", Rung::exponential, 1),
            fast_rung("all threads", Rung::exponential, 0)};
}

/// What a rung was found to do.
struct RungFound {
    std::string name;            ///< its idea
    int threads = 1;             ///< that worked; 0: one for each processor
    double gflops = 0.0;         ///< billions of additions and multiplications per second
    double megabytes = 0.0;      ///< beside Q, K, V and the output
    double error = 0.0;          ///< the largest of some rows, in units of their own size
    double without_a_key = 0.0;  ///< the same where the last key is left out
};

/// What the ladder was found to do.
struct Ladder {
    std::vector<RungFound> rungs;  ///< from the lowest
    double clear = 0.0;            ///< GFLOP/s of rung 3 with the exponential of rung 6: the clear form
    double short_textbook = 0.0;   ///< GFLOP/s of rung 2 over a quarter of the tokens
    double by_library = 0.0;       ///< milliseconds for one exponential of each pair, by std::exp
    double by_ours = 0.0;          ///< the same by the exponential of rung 6
    double limit_of_one = 0.0;     ///< GFLOP/s of attention that one thread could reach
    double limit_of_all = 0.0;     ///< GFLOP/s that all threads could reach

    /// What a rung could reach at best.
    double limit_of(const RungFound& rung) const { return rung.threads == 1 ? limit_of_one : limit_of_all; }
};

/// How far a rung is from plain loops in double: rows from the first to the last, of so many queries.
///
/// \param rung  which
/// \param Q     queries, shape (n, d)
/// \param K     keys, shape (m, d)
/// \param V     values, shape (m, d)
/// \param keys  how many of these the rung gets to see; all of them are right
/// \param rows  how many are compared
inline double error_of_rung(const LadderRung& rung, const FloatMatrix& Q, const FloatMatrix& K, const FloatMatrix& V,
                            std::size_t keys, std::size_t rows)
{
    const FloatMatrix K_seen = xt::view(K, xt::range(0, keys), xt::all());  // (keys, d)
    const FloatMatrix V_seen = xt::view(V, xt::range(0, keys), xt::all());  // (keys, d)
    FloatMatrix O = xt::zeros<float>({Q.shape(0), V.shape(1)});
    rung.attend(Q, K_seen, V_seen, O);
    using common::tile_of;
    return exactness<float>(tile_of(Q), tile_of(K), tile_of(V), tile_of(O), false, rows, 0).error;
}

/// How fast a rung is: billions of additions and multiplications per second, the best of three runs.
///
/// \param rung  which
/// \param Q     queries, shape (n, d)
/// \param K     keys, shape (m, d)
/// \param V     values, shape (m, d)
inline double gflops_of(const LadderRung& rung, const FloatMatrix& Q, const FloatMatrix& K, const FloatMatrix& V)
{
    FloatMatrix O = xt::zeros<float>({Q.shape(0), V.shape(1)});
    const double seconds = best_seconds(3, rung.threads, [&] { rung.attend(Q, K, V, O); });
    return 4e-9 * static_cast<double>(Q.shape(0) * K.shape(0) * V.shape(1)) / seconds;
}

/// Milliseconds for so many exponentials, a row after the other, as a rung makes them.
///
/// \param rung   whose exponential
/// \param count  how many
inline double exponentials_ms(Rung rung, std::size_t count)
{
    std::vector<float> row(4096, -1.0F);
    const std::size_t rows = (count + row.size() - 1) / row.size();
    const double seconds = best_seconds(3, 1, [&] {
        for (std::size_t i = 0; i < rows; ++i) rung_kernels<float>(rung).exponentials(row.data(), row.size(), 1.0F);
    });
    return 1e3 * seconds * static_cast<double>(count) / static_cast<double>(rows * row.size());
}

/// Additions and multiplications per second, in billions, of attention at the machine's limit.
inline double gflops_at_best(const Limit& limit, std::size_t d)
{
    return 4 * static_cast<double>(d) / least_seconds(limit, 1.0, d) / 1e9;
}

/// Climb it: time every rung, and see whether it is right.
///
/// \param n  tokens
/// \param d  the size of queries, keys and values
inline Ladder climb(std::size_t n, std::size_t d)
{
    const FloatMatrix Q = random_matrix<float>(1, n, d);
    const FloatMatrix K = random_matrix<float>(2, n, d);
    const FloatMatrix V = random_matrix<float>(3, n, d);
    const FloatMatrix some = xt::view(Q, xt::range(0, std::min<std::size_t>(n, 128)), xt::all());  // (128, d)
    Ladder found;
    for (const LadderRung& rung : ladder_rungs()) {
        double& limit = rung.threads == 1 ? found.limit_of_one : found.limit_of_all;
        limit = std::max(limit, gflops_at_best(measured_limit<float>(rung.threads), d));  // beside what it is to limit
        found.rungs.push_back({.name = rung.name,
                               .threads = rung.threads,
                               .gflops = gflops_of(rung, rung.slow ? some : Q, K, V),
                               .megabytes = 4e-6 * static_cast<double>(rung.keeps(n, d)),
                               .error = error_of_rung(rung, some, K, V, n, 32),
                               .without_a_key = error_of_rung(rung, some, K, V, n - 1, 32)});
    }
    found.clear = gflops_of(blocks_rung("clear form", Rung::exponential), Q, K, V);
    const std::size_t few = std::max<std::size_t>(1, n / 4);
    const FloatMatrix Q_few = xt::view(Q, xt::range(0, few), xt::all());  // (n/4, d)
    const FloatMatrix K_few = xt::view(K, xt::range(0, few), xt::all());  // (n/4, d)
    const FloatMatrix V_few = xt::view(V, xt::range(0, few), xt::all());  // (n/4, d)
    found.short_textbook = gflops_of(ladder_rungs()[1], Q_few, K_few, V_few);
    found.by_library = exponentials_ms(Rung::registers, n * n);
    found.by_ours = exponentials_ms(Rung::exponential, n * n);
    return found;
}

}  // namespace attention
