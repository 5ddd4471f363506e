/// \file
/// What the program prints and draws; nothing to learn here.
#pragma once

#include "11_complexity/counted.hpp"
#include "11_complexity/measure.hpp"
#include "11_complexity/one_by_one.hpp"
#include "11_complexity/operations.hpp"
#include "11_complexity/traffic.hpp"
#include "11_complexity/writing.hpp"

#include "common/plot.hpp"
#include "common/print.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"
#include "common/timing.hpp"

#include <fmt/core.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace attention::show
{

using common::number;

/// A number of millions.
inline std::string millions(std::uint64_t value, int decimals = 3)
{
    return number(static_cast<double>(value) / 1e6, decimals);
}

/// Counted while it runs, and by formula.
inline void counts()
{
    common::heading("Operations: counted while attention runs, and by formula");
    common::Table table({"n, m, d_k, d_v", "Q K^T", "softmax", "A V", "total"});
    const auto add = [&](const std::string& name, const Operations& o) {
        table.add_row({name, common::with_commas(o.scores), common::with_commas(o.softmax),
                       common::with_commas(o.values), common::with_commas(o.total())});
    };
    common::Random random(11);
    const auto counted = [&](std::size_t n, std::size_t m, std::size_t d_k, std::size_t d_v) {
        const Matrix Q = random.normal_matrix(n, d_k);
        const Matrix K = random.normal_matrix(m, d_k);
        return count_attention(Q, K, random.normal_matrix(m, d_v)).operations;
    };
    add("7, 5, 3, 2  counted", counted(7, 5, 3, 2));
    add("            formula", operations(7, 5, 3, 2));
    add("1, 1000, 512, 512", counted(1, 1000, 512, 512));
    add("1000 such, formula", operations(1000, 1000, 512, 512));
    table.print();
}

/// Each step for n and for 2 n.
inline void growth_of_steps()
{
    common::heading("Operations when a text gets twice as long, at d = 64");
    common::Table table({"step", "order", "n = 1000", "n = 2000", "ratio"});
    const Operations once = operations(1000, 1000, 64, 64);
    const Operations twice = operations(2000, 2000, 64, 64);
    const auto add = [&](const std::string& step, const std::string& order, std::uint64_t a, std::uint64_t b) {
        const double ratio = static_cast<double>(b) / static_cast<double>(a);
        table.add_row({step, order, common::with_commas(a), common::with_commas(b), number(ratio, 3)});
    };
    add("Q K^T", "n^2 d_k", once.scores, twice.scores);
    add("softmax", "n^2", once.softmax, twice.softmax);
    add("A V", "n^2 d_v", once.values, twice.values);
    add("total", "n^2 d", once.total(), twice.total());
    table.print();
}

/// Attention against the projections before it.
inline void crossover()
{
    common::heading("Attention and its projections, d = 512, in billions of operations");
    common::Table table({"n", "attention 4 n^2 d", "three projections 6 n d^2", "four 8 n d^2"});
    for (const double n : {256.0, 768.0, 1024.0, 4096.0}) {
        table.add_row({number(n, 0), number(attention_rule(n, 512) / 1e9, 3), number(projections_rule(n, 512) / 1e9, 3),
                       number(projections_rule(n, 512, 4) / 1e9, 3)});
    }
    table.print();
    fmt::print("  equal at n = 1.5 d = {} for three, at n = 2 d = {} for four\n", words_at_equal_cost(512),
               words_at_equal_cost(512, 4));
}

/// The hundred thousand words of the sources.
inline void long_text()
{
    common::heading("One attention over n = 100,000 words");
    constexpr std::uint64_t n = 100000;
    common::Table table({"d", "trillions of operations", "operations per score", "of them softmax, percent"});
    for (const std::uint64_t d : {64U, 512U}) {
        const Operations count = operations(n, n, d, d);
        const auto total = static_cast<double>(count.total());
        table.add_row({std::to_string(d), number(total / 1e12, 3), number(total / static_cast<double>(n * n), 0),
                       number(100 * static_cast<double>(count.softmax) / total, 2)});
    }
    table.print();
    fmt::print("  10 billion is the number of scores, n^2 = {}\n  those take {} GB in float, {} GB in double\n",
               common::with_commas(n * n), score_bytes(n, n, 4) / 1000000000, score_bytes(n, n, 8) / 1000000000);
}

/// Operations per byte, for many queries and for one.
inline void bytes_moved()
{
    common::heading("Memory traffic, m = 1000 keys, d = 64, in float (4 bytes)");
    common::Table table({"step", "1000 queries: MB", "operations/byte", "1 query: MB", "operations/byte"});
    const Operations many = operations(1000, 1000, 64, 64);
    const Operations one = operations(1, 1000, 64, 64);
    const Traffic many_bytes = traffic(1000, 1000, 64, 64, 4);
    const Traffic one_bytes = traffic(1, 1000, 64, 64, 4);
    const auto add = [&](const std::string& step, std::uint64_t a, std::uint64_t a_bytes, std::uint64_t b,
                         std::uint64_t b_bytes) {
        table.add_row({step, millions(a_bytes), number(intensity(a, a_bytes), 2), millions(b_bytes),
                       number(intensity(b, b_bytes), 2)});
    };
    add("Q K^T", many.scores, many_bytes.scores, one.scores, one_bytes.scores);
    add("softmax", many.softmax, many_bytes.softmax, one.softmax, one_bytes.softmax);
    add("A V", many.values, many_bytes.values, one.values, one_bytes.values);
    add("total", many.total(), many_bytes.total(), one.total(), one_bytes.total());
    table.print();
}

/// A text that is written one word at a time.
inline void word_by_word()
{
    common::heading("Writing a text of 1000 words, one at a time, d = 64, projections included");
    const WritingCost cost = cost_of_writing(1000, 64);
    const auto rounded = [](std::uint64_t value) { return common::with_commas((value + 500000) / 1000000); };
    common::Table table({"for each new word", "millions of operations in all", "numbers kept"});
    table.add_row({"run all words so far again", rounded(cost.anew), "0"});
    table.add_row({"ask the kept keys and values", rounded(cost.kept), common::with_commas(cost.numbers_kept)});
    table.print();
}

/// Time attention for n = 128, 256, ... words, with a line of progress.
inline std::vector<StepTimes> measured(int max_n, int d)
{
    std::vector<StepTimes> times;
    for (std::size_t n = 128; n <= static_cast<std::size_t>(max_n); n *= 2) {
        common::show_progress(fmt::format("Timing n = {} of {} ...", n, max_n));
        times.push_back(time_attention(n, static_cast<std::size_t>(d)));
    }
    common::show_progress("");
    return times;
}

/// The measured times, and how they grow.
inline void times(const std::vector<StepTimes>& times, int d)
{
    common::heading(fmt::format("Time on this machine, d = {}, in milliseconds", d));
    fmt::print("      n     Q K^T   softmax       A V     total   ratio\n");
    for (std::size_t i = 0; i < times.size(); ++i) {
        const StepTimes& t = times[i];
        const std::string ratio = i == 0 ? "-" : number(t.total() / times[i - 1].total(), 2);
        fmt::print("~ {:>5} {:>9.2f} {:>9.2f} {:>9.2f} {:>9.2f} {:>7}\n", t.n, 1e3 * t.scores, 1e3 * t.softmax,
                   1e3 * t.values, 1e3 * t.total(), ratio);
    }
    const common::PowerLaw law = growth(times);
    const auto n = static_cast<std::uint64_t>(times.back().n);
    const auto size = static_cast<std::uint64_t>(d);
    const double rate = static_cast<double>(operations(n, n, size, size).total()) / times.back().total();
    fmt::print("~ grows as n^{:.2f} (give or take {:.2f}); at n = {}, {:.1f} billion operations/s\n", law.exponent,
               law.spread, n, rate / 1e9);
}

/// Products and projections with equal numbers of operations.
inline void equal_operations()
{
    const StepTimes crossing = time_attention(384, 256, 9);
    fmt::print("~ n = 384, d = 256: Q K^T and A V {:.2f}, three projections {:.2f}, softmax {:.2f}\n",
               1e3 * (crossing.scores + crossing.values), 1e3 * time_projections(384, 256, 9), 1e3 * crossing.softmax);
}

/// The same product, with a result that is new each time and with one that is not.
inline void fresh_memory()
{
    const FreshMemory found = time_fresh_memory(1024, 64, 9);
    fmt::print("~ n = 1024, d = 64: Q K^T into fresh memory {:.2f}, into memory in use {:.2f}\n", 1e3 * found.fresh_s,
               1e3 * found.in_use_s);
}

/// The same operations with keys that stay near the processor, and with keys that do not.
inline void one_by_one()
{
    common::heading("Q K^T in float, d = 256: all queries in one product, or a product for each");
    fmt::print("  queries     keys  MB of keys  at once: MB    ms  one by one: MB     ms  GB/s\n");
    for (const auto& [queries, m] : {std::pair<std::size_t, std::size_t>{3200, 500}, {32, 50000}}) {
        const OneByOne scores = time_one_by_one(queries, m, 256, 5);
        fmt::print("~ {:>7} {:>8} {:>11} {:>12} {:>5.1f} {:>15} {:>6.1f} {:>5.0f}\n", common::with_commas(queries),
                   common::with_commas(m), millions(m * 256 * sizeof(float), 1), millions(scores.together_bytes, 0),
                   1e3 * scores.together_s, millions(scores.one_by_one_bytes, 0), 1e3 * scores.one_by_one_s,
                   static_cast<double>(scores.one_by_one_bytes) / scores.one_by_one_s / 1e9);
    }
}

/// Attention against the projections, as curves.
inline common::Plot crossover_plot()
{
    common::Plot plot{.title = "What costs more, attention or its projections? d = 512",
                      .description = "Operations against n, both axes logarithmic. The line of attention is twice as "
                                     "steep; it crosses that of the three projections at n = 768.",
                      .x_title = "n, words",
                      .y_title = "billions of operations",
                      .log_x = true,
                      .log_y = true};
    const double equal = words_at_equal_cost(512);
    plot.curves = {{"attention", {}, {}, false, "accent"},
                   {"three projections", {}, {}},
                   {fmt::format("equal at n = {}", equal), {equal}, {attention_rule(equal, 512) / 1e9}, true}};
    for (double n = 64; n <= 8192; n *= 2) {
        plot.curves[0].x.push_back(n);
        plot.curves[0].y.push_back(attention_rule(n, 512) / 1e9);
        plot.curves[1].x.push_back(n);
        plot.curves[1].y.push_back(projections_rule(n, 512) / 1e9);
    }
    return plot;
}

/// Operations per byte against the number of queries that come together.
inline common::Plot intensity_plot()
{
    common::Plot plot{.title = "How much is computed with each byte? m = 1000 keys, d = 64",
                      .description = "Operations per byte against the number of queries, both axes logarithmic. Q K^T "
                                     "and A V rise from a half to 28; softmax stays below one.",
                      .x_title = "queries that come together",
                      .y_title = "operations per byte, in float",
                      .log_x = true,
                      .log_y = true};
    plot.curves = {{"Q K^T", {}, {}}, {"A V", {}, {}}, {"softmax", {}, {}}};
    for (const std::uint64_t n : {1U, 2U, 4U, 8U, 16U, 32U, 64U, 128U, 256U, 512U, 1000U}) {
        const Operations count = operations(n, 1000, 64, 64);
        const Traffic bytes = traffic(n, 1000, 64, 64, 4);
        for (common::Curve& curve : plot.curves) curve.x.push_back(static_cast<double>(n));
        plot.curves[0].y.push_back(intensity(count.scores, bytes.scores));
        plot.curves[1].y.push_back(intensity(count.values, bytes.values));
        plot.curves[2].y.push_back(intensity(count.softmax, bytes.softmax));
    }
    const double alone = plot.curves[0].y.front();
    const double together = plot.curves[0].y.back();
    plot.curves.push_back({fmt::format("1 query: {:.2f}", alone), {1}, {alone}, true});
    plot.curves.push_back({fmt::format("1000 queries: {:.0f}", together), {1000}, {together}, true});
    return plot;
}

/// The times as curves. They differ from run to run, so no test compares this picture with a stored one.
inline common::Plot timing_plot(const std::vector<StepTimes>& times, int d)
{
    common::Plot plot{.title = fmt::format("Time of attention by steps, d = {}", d),
                      .description = "Milliseconds against n, both axes logarithmic. Where a line rises fourfold for "
                                     "twice the n, the time grows as the square of n.",
                      .x_title = "n, words",
                      .y_title = "milliseconds",
                      .curves = {{"Q K^T", {}, {}}, {"softmax", {}, {}}, {"A V", {}, {}}, {"total", {}, {}}},
                      .log_x = true,
                      .log_y = true};
    for (const StepTimes& t : times) {
        const std::vector<double> seconds = {t.scores, t.softmax, t.values, t.total()};
        for (std::size_t i = 0; i < seconds.size(); ++i) {
            plot.curves[i].x.push_back(static_cast<double>(t.n));
            plot.curves[i].y.push_back(1e3 * seconds[i]);
        }
    }
    return plot;
}

}  // namespace attention::show
