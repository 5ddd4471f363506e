// Chapter 11: what it costs.   2 n m d_k + 5 n m + 2 n m d_v, near enough

#include "11_complexity/counted.hpp"
#include "11_complexity/measure.hpp"
#include "11_complexity/operations.hpp"

#include "common/pictures.hpp"
#include "common/plot.hpp"
#include "common/print.hpp"
#include "common/random.hpp"
#include "common/timing.hpp"

#include <fmt/core.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

using namespace attention;
using common::number;

namespace
{

/// A whole number with a comma after each thousand.
std::string with_commas(std::uint64_t value)
{
    if (value < 1000) return std::to_string(value);
    return with_commas(value / 1000) + fmt::format(",{:03}", value % 1000);
}

void add_row(common::Table& table, const std::string& name, const Operations& o)
{
    table.add_row({name, with_commas(o.scores), with_commas(o.softmax), with_commas(o.values), with_commas(o.total())});
}

void show_counts()
{
    common::heading("Operations, counted while attention runs, and by formula");
    common::Random random(11);
    common::Table table({"n, m, d_k, d_v", "Q K^T", "softmax", "A V", "total"});
    const CountedRun small =
        count_attention(random.normal_matrix(7, 3), random.normal_matrix(5, 3), random.normal_matrix(5, 2));
    add_row(table, "7, 5, 3, 2  counted", small.operations);
    add_row(table, "            formula", operations(7, 5, 3, 2));
    const CountedRun query =
        count_attention(random.normal_matrix(1, 512), random.normal_matrix(1000, 512), random.normal_matrix(1000, 512));
    add_row(table, "1, 1000, 512, 512", query.operations);
    add_row(table, "1000 such, formula", operations(1000, 1000, 512, 512));
    table.print();
    fmt::print("  One query costs as much as another, so 1000 cost 1000 times {}.\n",
               with_commas(query.operations.total()));
}

void show_table()
{
    common::heading("How each step grows, at d = 64");
    common::Table table({"step", "order", "n = 1000", "n = 2000", "ratio"});
    const Operations once = operations(1000, 1000, 64, 64);
    const Operations twice = operations(2000, 2000, 64, 64);
    const auto add = [&](const std::string& step, const std::string& order, std::uint64_t a, std::uint64_t b) {
        table.add_row(
            {step, order, with_commas(a), with_commas(b), number(static_cast<double>(b) / static_cast<double>(a), 4)});
    };
    add("Q K^T", "n^2 d_k", once.scores, twice.scores);
    add("softmax", "n^2", once.softmax, twice.softmax);
    add("A V", "n^2 d_v", once.values, twice.values);
    add("total", "n^2 d", once.total(), twice.total());
    table.print();
}

void show_crossover()
{
    common::heading("Attention and its projections, at d = 512: billions of operations");
    common::Table table({"n", "attention 4 n^2 d", "three projections 6 n d^2", "four 8 n d^2"});
    for (const double n : {256.0, 768.0, 1000.0, 1024.0, 4096.0, 32768.0}) {
        table.add_row({number(n, 0), number(attention_rule(n, 512) / 1e9, 3), number(projections_rule(n, 512) / 1e9, 3),
                       number(projections_rule(n, 512, 4) / 1e9, 3)});
    }
    table.print();
    fmt::print("  equal at n = 1.5 d = {} for three, at n = 2 d = {} for four\n", 512 * 3 / 2, 512 * 2);
}

void draw_crossover(const common::Pictures& pictures)
{
    common::Plot plot{.title = "What costs more, attention or its projections? d = 512",
                      .description = "Operations against n, both axes logarithmic. The line of attention is twice as "
                                     "steep; it crosses that of the three projections at n = 768.",
                      .x_title = "n, tokens",
                      .y_title = "billions of operations",
                      .log_x = true,
                      .log_y = true};
    plot.curves = {{"attention", {}, {}},
                   {"three projections", {}, {}},
                   {"n = 1.5 d", {768}, {attention_rule(768, 512) / 1e9}, true}};
    for (double n = 64; n <= 8192; n *= 2) {
        plot.curves[0].x.push_back(n);
        plot.curves[0].y.push_back(attention_rule(n, 512) / 1e9);
        plot.curves[1].x.push_back(n);
        plot.curves[1].y.push_back(projections_rule(n, 512) / 1e9);
    }
    pictures.save("crossover.svg", plot.svg());
}

void show_long()
{
    common::heading("A sequence of n = 100,000");
    constexpr std::uint64_t n = 100000;
    common::Table table({"d", "operations", "times 10 billion", "of them softmax, percent"});
    for (const std::uint64_t d : {64U, 128U, 512U}) {
        const Operations count = operations(n, n, d, d);
        const auto total = static_cast<double>(count.total());
        const double share = static_cast<double>(count.softmax) / total;
        table.add_row(
            {std::to_string(d), fmt::format("{:.6e}", total), number(total / 1e10, 0), number(100 * share, 2)});
    }
    table.print();
    fmt::print("  10 billion is the number of scores, n^2 = {}\n", with_commas(n * n));
    fmt::print("  those scores take {} GB in float and {} GB in double\n", score_bytes(n, n, 4) / 1000000000,
               score_bytes(n, n, 8) / 1000000000);
    fmt::print("  (for n = 1000 they take {} MB and {} MB)\n", score_bytes(1000, 1000, 4) / 1000000,
               score_bytes(1000, 1000, 8) / 1000000);
}

std::vector<StepTimes> measure(int max_n, int d)
{
    std::vector<StepTimes> times;
    for (std::size_t n = 128; n <= static_cast<std::size_t>(max_n); n *= 2) {
        common::show_progress(fmt::format("Timing n = {} of {} ...", n, max_n));
        times.push_back(time_attention(n, static_cast<std::size_t>(d)));
    }
    common::show_progress("");
    return times;
}

void show_times(const std::vector<StepTimes>& times, int d)
{
    common::heading(fmt::format("Time on this machine, d = {}, in milliseconds", d));
    fmt::print("      n     Q K^T   softmax       A V     total   against half of n\n");
    for (std::size_t i = 0; i < times.size(); ++i) {
        const StepTimes& t = times[i];
        const std::string ratio = i == 0 ? "-" : number(t.total() / times[i - 1].total(), 2);
        fmt::print("~ {:>5} {:>9.2f} {:>9.2f} {:>9.2f} {:>9.2f} {:>9}\n", t.n, 1e3 * t.scores, 1e3 * t.softmax,
                   1e3 * t.values, 1e3 * t.total(), ratio);
    }
    const common::PowerLaw law = growth(times);
    fmt::print("~ the time grows as n to the power of {:.2f}, give or take {:.2f}\n", law.exponent, law.spread);
    const auto n = static_cast<std::uint64_t>(times.back().n);
    const auto size = static_cast<std::uint64_t>(d);
    const double rate = static_cast<double>(operations(n, n, size, size).total()) / times.back().total();
    fmt::print("~ that is {:.1f} billion operations a second at the largest n\n", rate / 1e9);

    common::heading("The crossover by the clock: d = 256, n = 1.5 d = 384");
    const StepTimes at_crossover = time_attention(384, 256, 9);
    fmt::print("~ products {:.2f} ms, three projections {:.2f} ms, softmax {:.2f} ms\n",
               1e3 * (at_crossover.scores + at_crossover.values), 1e3 * time_projections(384, 256, 9),
               1e3 * at_crossover.softmax);
}

/// The times as curves. They differ from run to run, so nobody compares this picture with a kept one.
void draw_times(const std::vector<StepTimes>& times, int d, const common::Pictures& pictures)
{
    common::Plot plot{.title = fmt::format("Time of attention by steps, d = {}", d),
                      .description = "Milliseconds against n, both axes logarithmic. Where a line rises by four for "
                                     "twice the n, the time grows as the square of n.",
                      .x_title = "n, tokens",
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
    pictures.save("timing.svg", plot.svg());
}

}  // namespace

int main(int argc, char** argv)
{
    int max_n = 1024;
    int d = 64;
    bool json = false;
    bool timing_picture = false;
    // At 16384 tokens the matrix of scores takes 2 GB, and there are three of its size at once.
    const common::Pictures pictures(
        argc, argv,
        {{"--max-n", "time up to this many tokens", 512, &max_n, 16384},
         {"--d", "coordinates of queries, keys and values", 1, &d, 4096}},
        {{"--json", "print the times as JSON, and nothing else", &json},
         {"--timing-picture", "with --pictures, draw the times as well, as timing.svg", &timing_picture}});
    draw_crossover(pictures);
    if (!json) {
        show_counts();
        show_table();
        show_crossover();
        show_long();
    }
    const std::vector<StepTimes> times = measure(max_n, d);
    if (timing_picture) draw_times(times, d, pictures);
    if (json) {
        fmt::print("{}\n", times_as_json(times, static_cast<std::size_t>(d)));
    } else {
        show_times(times, d);
    }
}
