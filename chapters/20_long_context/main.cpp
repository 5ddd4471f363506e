// Chapter 20: exact attention over 100,000 tokens.   Blocks of queries, blocks of keys, and m, l, o between them

#include "20_long_context/blocked_attention.hpp"
#include "20_long_context/exactness.hpp"
#include "20_long_context/fast_attention.hpp"
#include "20_long_context/options.hpp"
#include "20_long_context/walk.hpp"

#include "common/pictures.hpp"
#include "common/plot.hpp"
#include "common/print.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"
#include "common/tile.hpp"
#include "common/timing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

using namespace attention;
using common::number;
using common::tile_of;

namespace
{

using clock_type = std::chrono::steady_clock;

/// What the command line asks for.
struct Wish {
    int n = 100000;
    int d = 64;
    int threads = 0;
    bool full = false;
    bool clear = false;
    bool in_double = false;
};

template <typename Real>
using Array = xt::xtensor<Real, 2>;

template <typename Real>
Array<Real> random_array(std::uint64_t seed, std::size_t rows, std::size_t columns)
{
    common::Random random(seed);
    Array<Real> array = xt::zeros<Real>({rows, columns});
    for (Real& x : array) x = static_cast<Real>(random.normal());
    return array;
}

template <typename Real>
void compare_forms(common::Table& table, const std::string& name, double allowed)
{
    const Array<Real> Q = random_array<Real>(1, 700, 64);
    const Array<Real> K = random_array<Real>(2, 900, 64);
    const Array<Real> V = random_array<Real>(3, 900, 48);
    Array<Real> O = xt::zeros<Real>({700, 48});
    const auto verdict = [&](bool causal) {
        const Exactness found = exactness<Real>(tile_of(Q), tile_of(K), tile_of(V), tile_of(O), causal, 700, 0);
        return found.error < allowed ? fmt::format("within {:.0e}", allowed) : "different";
    };
    for (const bool fast : {false, true}) {
        std::vector<std::string> cells = {fast ? "fast" : "clear", name};
        for (const bool causal : {false, true}) {
            LongOptions<Real> options;
            if (causal) options.causal = Alignment::top_left;
            if (fast) fast_attention<Real>(tile_of(Q), tile_of(K), tile_of(V), tile_of(O), options);
            if (!fast) blocked_attention<Real>(tile_of(Q), tile_of(K), tile_of(V), tile_of(O), options);
            cells.push_back(verdict(causal));
        }
        table.add_row(cells);
    }
}

void show_forms()
{
    common::heading("Two forms against plain loops in double: 700 queries, 900 keys");
    common::Table table({"form", "numbers", "every key", "causal"});
    compare_forms<float>(table, "float", 2e-5);
    compare_forms<double>(table, "double", 1e-13);
    table.print();
}

double megabytes(std::size_t numbers) { return static_cast<double>(numbers) * 4e-6; }

/// Megabytes for n tokens, d = 64, float: all scores; Q, K, V and O; the copy of K and V; the block of a thread.
std::vector<double> needs(std::size_t n)
{
    const FastPlan plan = fast_plan<float>(n, n, 64, 64, 1);
    return {megabytes(n * n), megabytes(4 * n * 64), megabytes(plan.panels), megabytes(plan.each)};
}

void show_memory(const common::Pictures& pictures)
{
    common::heading("What must be kept, d = 64, float, in MB");
    common::Plot plot{.title = "Memory: all scores, or blocks of them",
                      .description =
                          "Megabytes against n, both axes logarithmic. All scores grow with the square of n and "
                          "reach 40,000; queries, keys, values and output grow with n and reach 102, the copy of keys "
                          "and values half of that; what a thread needs for its block stays at 0.6.",
                      .x_title = "n, tokens",
                      .y_title = "MB",
                      .log_x = true,
                      .log_y = true};
    for (const char* name : {"all scores", "Q, K, V and O", "copy of K and V", "a thread's block"})
        plot.curves.push_back({name, {}, {}});
    common::Table table({"n", "all scores", "Q, K, V and O", "copy of K and V", "a thread's block"});
    for (const std::size_t n : {1000U, 10000U, 100000U}) {
        std::vector<std::string> cells = {std::to_string(n)};
        for (std::size_t what = 0; what < 4; ++what) {
            const double megabytes = needs(n)[what];
            cells.push_back(number(megabytes, 1));
            plot.curves[what].x.push_back(static_cast<double>(n));
            plot.curves[what].y.push_back(megabytes);
        }
        table.add_row(cells);
    }
    table.print();
    pictures.save("memory.svg", plot.svg());
}

void show_skipped()
{
    common::heading("Causal: blocks of scores that are made, n = 100,000");
    const std::size_t n = 100000;
    const FastPlan plan = fast_plan<float>(n, n, 64, 64, 1);
    const Walk found = walk(n, n, plan.queries, plan.keys, Alignment::top_left);
    fmt::print("  blocks of {} queries by {} keys\n", plan.queries, plan.keys);
    fmt::print("  {} of {}: the others hold nothing that anybody may see\n", found.made, found.all);
    fmt::print("  {} of the work\n", number(static_cast<double>(found.made) / static_cast<double>(found.all), 3));
}

std::string with_commas(std::size_t value)
{
    if (value < 1000) return std::to_string(value);
    return with_commas(value / 1000) + fmt::format(",{:03}", value % 1000);
}

/// Tell how far it is, and how long it may still take.
void tell(double part, clock_type::time_point start)
{
    const double seconds = std::chrono::duration<double>(clock_type::now() - start).count();
    if (part == 1.0) return common::show_progress("");
    common::show_progress(
        fmt::format("Attending: {:.0f} %, about {:.0f} s left", 100 * part, seconds / part - seconds));
}

void show_exactness(const Exactness& found, std::size_t rows, double allowed, double of_values)
{
    fmt::print("  {} rows against plain loops in double: {}\n", rows,
               found.error < allowed ? fmt::format("within {:.0e} of their own size", allowed) : "different");
    fmt::print("~ the largest error is {:.1e}; leaving out a key makes one of {:.1e} or more\n", found.error,
               found.least_change);
    fmt::print("  a key left out on purpose {} times, and noticed {} times\n", found.forgotten, found.noticed);
    fmt::print("~ with {:.0e} of the largest value allowed, noticed {} times\n", of_values, found.by_values);
}

template <typename Real>
void attend_long(const Wish& wish)
{
    const auto n = static_cast<std::size_t>(wish.n);
    const auto d = static_cast<std::size_t>(wish.d);
    common::heading(fmt::format("{} tokens, d = {}, {}, {}", with_commas(n), d, sizeof(Real) == 4 ? "float" : "double",
                                wish.full ? "every key" : "causal"));
    const double before = common::peak_mebibytes();
    const Array<Real> Q = random_array<Real>(1, n, d);
    const Array<Real> K = random_array<Real>(2, n, d);
    const Array<Real> V = random_array<Real>(3, n, d);
    Array<Real> O = xt::zeros<Real>({n, d});

    LongOptions<Real> options;
    options.threads = wish.threads;
    if (!wish.full) options.causal = Alignment::top_left;
    const clock_type::time_point start = clock_type::now();
    options.progress = [start](double part) { tell(part, start); };
    if (wish.clear) blocked_attention<Real>(tile_of(Q), tile_of(K), tile_of(V), tile_of(O), options);
    if (!wish.clear) fast_attention<Real>(tile_of(Q), tile_of(K), tile_of(V), tile_of(O), options);
    const double seconds = std::chrono::duration<double>(clock_type::now() - start).count();
    common::show_progress("");

    const double pairs = static_cast<double>(n) * static_cast<double>(wish.full ? n : (n + 1) / 2);
    fmt::print("~ {:.2f} s, {:.0f} GFLOP/s\n", seconds, 4 * pairs * static_cast<double>(d) / seconds / 1e9);
    fmt::print("~ {:.0f} MiB at most, all in all, {:.0f} of them before it began\n", common::peak_mebibytes(), before);
    fmt::print("  the scores alone would take {} MB\n", with_commas(n * n * sizeof(Real) / 1000000));
    const std::size_t rows = std::min<std::size_t>(n, 16);
    show_exactness(exactness<Real>(tile_of(Q), tile_of(K), tile_of(V), tile_of(O), !wish.full, rows, 100), rows,
                   allowed_error<Real>, allowed_of_values<Real>);
}

}  // namespace

int main(int argc, char** argv)
{
    Wish wish;
    const common::Pictures pictures(argc, argv,
                                    {{"--n", "tokens", 1, &wish.n},
                                     {"--d", "the size of queries, keys and values", 1, &wish.d},
                                     {"--threads", "at a time; 0: one for each processor", 0, &wish.threads}},
                                    {{"--full", "let every token see every other", &wish.full},
                                     {"--clear", "use the clear form, with BLAS", &wish.clear},
                                     {"--double", "in double instead of float", &wish.in_double}});
    show_forms();
    show_memory(pictures);
    show_skipped();
    if (wish.in_double)
        attend_long<double>(wish);
    else
        attend_long<float>(wish);
}
