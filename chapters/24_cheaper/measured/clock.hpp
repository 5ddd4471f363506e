/// \file
/// Chapter 24: the clock. The same causal attention five ways, over shorter and longer texts.
#pragma once

#include "24_cheaper/measured/curve.hpp"
#include "24_cheaper/measured/in_chunks.hpp"
#include "24_cheaper/measured/way.hpp"

#include "12_masks/masks.hpp"
#include "20_long_context/blocks/options.hpp"
#include "20_long_context/fast/fast_attention.hpp"
#include "20_long_context/measured/best_seconds.hpp"
#include "20_long_context/measured/random_matrix.hpp"

#include "common/median.hpp"
#include "common/parallel.hpp"
#include "common/tensor.hpp"
#include "common/tile.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace attention
{

/// Queries, keys and values of a long text, and room for the output. Shorter texts are its beginnings.
struct LongText {
    MatrixOf<float> Q;  ///< shape (n, d)
    MatrixOf<float> K;  ///< shape (n, d)
    MatrixOf<float> V;  ///< shape (n, d)
    MatrixOf<float> O;  ///< shape (n, d)

    /// A random one. The three are drawn side by side: for 100,000 tokens that takes longer than linear attention.
    LongText(std::size_t n, std::size_t d) : O(xt::zeros<float>({n, d}))
    {
        const std::array<MatrixOf<float>*, 3> drawn = {&Q, &K, &V};
        common::in_parallel(drawn.size(), 0, [&](std::size_t i) { *drawn[i] = random_matrix<float>(i + 1, n, d); });
    }
};

/// Something to be timed.
struct Timed {
    std::string name;                                        ///< for a table
    bool quadratic = false;                                  ///< in n
    std::size_t longest = 0;                                 ///< no text longer than this is timed
    std::function<void(LongText& text, std::size_t n)> run;  ///< over the first n tokens
};

/// One of the ways by plain loops.
inline Timed by_loops(const std::string& name, bool quadratic, std::size_t longest, const MakeWay<float>& make)
{
    const auto run = [make](LongText& text, std::size_t n) {
        const Sizes sizes{.d = text.Q.shape(1)};
        attend_in_order(*make(sizes), n, sizes.d, text.Q.data(), text.K.data(), text.V.data(), text.O.data());
    };
    return {name, quadratic, longest, run};
}

/// Chapter 20's fast form, causal, on one thread.
inline void attend_fast(LongText& text, std::size_t n)
{
    using common::tile_of;
    LongOptions<float> options;
    options.causal = Alignment::top_left;
    options.threads = 1;
    fast_attention<float>(tile_of(text.Q).rows_from(0, n), tile_of(text.K).rows_from(0, n),
                          tile_of(text.V).rows_from(0, n), tile_of(text.O).rows_from(0, n), options);
}

/// Linear attention in chunks on BLAS.
inline void attend_in_chunks(LongText& text, std::size_t n)
{
    using common::tile_of;
    linear_attention_in_chunks<float>(tile_of(text.Q).rows_from(0, n), tile_of(text.K).rows_from(0, n),
                                      tile_of(text.V).rows_from(0, n), tile_of(text.O).rows_from(0, n));
}

/// All that are timed: three by the same plain loops, and two as fast as we can make them.
///
/// \param longest_loops  text for softmax by loops
/// \param longest_fast   text for softmax in its fast form
inline std::vector<Timed> timed_ways(std::size_t longest_loops, std::size_t longest_fast)
{
    constexpr auto any = static_cast<std::size_t>(-1);
    return {by_loops("softmax, loops", true, longest_loops, softmax_way<float>),
            by_loops("window 128, loops", false, any, window_way<float>),
            by_loops("linear, loops", false, any, linear_way<float>),
            {"softmax, chapter 20", true, longest_fast, attend_fast},
            {"linear, chunks on BLAS", false, any, attend_in_chunks}};
}

/// What the clock says.
struct Clock {
    std::size_t d = 0;              ///< coordinates of queries, keys and values
    std::vector<TimeCurve> curves;  ///< in the order of `timed_ways`: 0, 1, 2 by loops, 3 and 4 fast
};

/// Seconds for the first n tokens. Short texts are done several times over, so that the clock has something to measure.
inline double seconds_over(const Timed& contender, LongText& text, std::size_t n)
{
    const std::size_t times = std::max<std::size_t>(1, 1000 / n);
    const auto work = [&] {
        for (std::size_t i = 0; i < times; ++i) contender.run(text, n);
    };
    return best_seconds(1, 1, work) / static_cast<double>(times);
}

/// Time all contenders over all lengths, on one thread, by what the processor spends on it.
///
/// They take turns, so that what disturbs the machine disturbs all alike; the median of the rounds counts. Whatever
/// takes longer than `patience` is done once.
///
/// \param lengths   of texts, rising
/// \param all       who is timed
/// \param d         coordinates of queries, keys and values
/// \param rounds    how many, at least 1
/// \param patience  in seconds
/// \param tell      called now and then with the share that is done, 0 to 1
inline Clock measured_clock(const std::vector<std::size_t>& lengths, const std::vector<Timed>& all, std::size_t d = 64,
                            int rounds = 3, double patience = 0.05, const std::function<void(double part)>& tell = {})
{
    LongText text(lengths.back(), d);
    Clock found{.d = d, .curves = {}};
    for (const Timed& contender : all) found.curves.push_back({contender.name, {}, {}});
    for (std::size_t l = 0; l < lengths.size(); ++l) {
        std::vector<std::vector<double>> seconds(all.size());
        for (int round = 0; round < rounds; ++round) {
            for (std::size_t c = 0; c < all.size(); ++c) {
                if (lengths[l] > all[c].longest || (round > 0 && seconds[c][0] > patience)) continue;
                seconds[c].push_back(seconds_over(all[c], text, lengths[l]));
            }
        }
        for (std::size_t c = 0; c < all.size(); ++c) {
            if (seconds[c].empty()) continue;
            found.curves[c].n.push_back(static_cast<double>(lengths[l]));
            found.curves[c].seconds.push_back(common::median(seconds[c]));
        }
        if (tell) tell(static_cast<double>(l + 1) / static_cast<double>(lengths.size()));
    }
    return found;
}

/// The chapter's measurement: texts of 32 to 100,000 tokens; softmax as far as a second or so allows.
///
/// \param longest  no text is longer than this, at least 32
/// \param tell     called now and then with the share that is done, 0 to 1
inline Clock chapters_clock(std::size_t longest, const std::function<void(double part)>& tell = {})
{
    std::vector<std::size_t> lengths = {32, 64, 128, 256, 512, 1000, 3000, 10000, 30000, 100000};
    std::erase_if(lengths, [longest](std::size_t n) { return n > longest; });
    return measured_clock(lengths, timed_ways(10000, 30000), 64, 3, 0.05, tell);
}

}  // namespace attention
