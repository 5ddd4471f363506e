/// \file
/// Chapter 20: the long run: attention over many tokens, timed, weighed, and checked.
#pragma once

#include "20_long_context/blocks/blocked_attention.hpp"
#include "20_long_context/blocks/options.hpp"
#include "20_long_context/fast/fast_attention.hpp"
#include "20_long_context/measured/exactness.hpp"
#include "20_long_context/measured/memory.hpp"
#include "20_long_context/measured/random_matrix.hpp"

#include "common/parallel.hpp"
#include "common/tensor.hpp"
#include "common/tile.hpp"
#include "common/timing.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <ctime>
#include <functional>

namespace attention
{

/// What to run.
struct Wish {
    int n = 100000;          ///< tokens
    int d = 64;              ///< the size of queries, keys and values
    int threads = 0;         ///< 0: one for each processor
    bool full = false;       ///< every query sees every key, instead of those up to its own place
    bool clear = false;      ///< the clear form, instead of the fast one
    bool in_double = false;  ///< double instead of float
};

/// What came of it.
struct LongRun {
    double seconds = 0.0;   ///< of attention alone, by the clock
    double worked = 0.0;    ///< seconds of processor time, of all threads together
    double gflops = 0.0;    ///< billions of additions and multiplications per second
    double measured = 0.0;  ///< MB by which the program's peak of memory rose
    Megabytes counted;      ///< what the fast form should need
    std::size_t rows = 0;   ///< how many rows were computed again by plain loops
    Exactness exact;        ///< what that showed
};

/// Additions and multiplications for all pairs that may see each other: 2 d for the score, 2 d for the blend.
inline double operations(std::size_t n, std::size_t d, bool full)
{
    const double pairs = full ? static_cast<double>(n) * static_cast<double>(n)
                              : static_cast<double>(n) * static_cast<double>(n + 1) / 2;
    return 4 * static_cast<double>(d) * pairs;
}

/// Attend, and see whether it was right.
///
/// \param wish  what to run
/// \param tell  called now and then with the part that is done, and the seconds it has taken
template <typename Real>
LongRun long_run(const Wish& wish, const std::function<void(double part, double seconds)>& tell)
{
    using common::tile_of;
    using clock = std::chrono::steady_clock;
    const auto n = static_cast<std::size_t>(wish.n);
    const auto d = static_cast<std::size_t>(wish.d);
    const double before = common::peak_mebibytes();
    const MatrixOf<Real> Q = random_matrix<Real>(1, n, d);
    const MatrixOf<Real> K = random_matrix<Real>(2, n, d);
    const MatrixOf<Real> V = random_matrix<Real>(3, n, d);
    MatrixOf<Real> O = xt::zeros<Real>({n, d});

    const clock::time_point start = clock::now();
    const std::clock_t worked = std::clock();  // of all threads
    const auto since = [start] { return std::chrono::duration<double>(clock::now() - start).count(); };
    LongOptions<Real> options;
    options.threads = wish.threads;
    if (!wish.full) options.causal = Alignment::top_left;
    options.progress = [&](double part) { tell(part, since()); };
    if (wish.clear)
        blocked_attention<Real>(tile_of(Q), tile_of(K), tile_of(V), tile_of(O), options);
    else
        fast_attention<Real>(tile_of(Q), tile_of(K), tile_of(V), tile_of(O), options);

    LongRun found;
    found.seconds = since();
    found.worked = static_cast<double>(std::clock() - worked) / CLOCKS_PER_SEC;
    found.gflops = operations(n, d, wish.full) / found.seconds / 1e9;
    found.measured = (common::peak_mebibytes() - before) * 1.048576;  // a MiB is 2^20 bytes
    found.counted = megabytes<Real>(n, d, wish.threads == 0 ? common::processors() : wish.threads);
    found.rows = std::min<std::size_t>(n, 16);
    found.exact = exactness<Real>(tile_of(Q), tile_of(K), tile_of(V), tile_of(O), !wish.full, found.rows, 100);
    return found;
}

}  // namespace attention
