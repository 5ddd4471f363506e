// Chapter 20: exact attention over 100,000 tokens.   Blocks of queries, blocks of keys, and m, l, o between them

#include "20_long_context/blocked_attention.hpp"
#include "20_long_context/careful_attention.hpp"
#include "20_long_context/fast_attention.hpp"
#include "20_long_context/options.hpp"

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
#include <cmath>
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

/// The largest difference between some rows of O and the same rows by plain loops in double, in units of the largest value.
template <typename Real>
double error_of_rows(const Array<Real>& Q, const Array<Real>& K, const Array<Real>& V, const Array<Real>& O,
                     bool causal, std::size_t rows)
{
    const Matrix exact_K = xt::cast<double>(K);
    const Matrix exact_V = xt::cast<double>(V);
    double error = 0.0;
    for (std::size_t sample = 0; sample < rows; ++sample) {
        const std::size_t i = (sample * (Q.shape(0) - 1)) / std::max<std::size_t>(1, rows - 1);
        const Matrix q = xt::view(Q, xt::range(i, i + 1), xt::all());  // (1, d_k)
        const auto seen = causal ? i + 1 : K.shape(0);
        Matrix o = xt::zeros<double>({std::size_t{1}, V.shape(1)});  // (1, d_v)
        careful_attention<double>(tile_of(q), tile_of(exact_K).rows_from(0, seen), tile_of(exact_V).rows_from(0, seen),
                                  tile_of(o));
        for (std::size_t c = 0; c < V.shape(1); ++c)
            error = std::fmax(error, std::abs(static_cast<double>(O(i, c)) - o(0, c)));
    }
    return error / xt::amax(xt::abs(exact_V))();
}

template <typename Real>
void compare_forms(common::Table& table, const std::string& name, double allowed)
{
    const Array<Real> Q = random_array<Real>(1, 700, 64);
    const Array<Real> K = random_array<Real>(2, 900, 64);
    const Array<Real> V = random_array<Real>(3, 900, 48);
    Array<Real> O = xt::zeros<Real>({700, 48});
    const auto verdict = [&](bool causal) {
        return error_of_rows(Q, K, V, O, causal, 700) < allowed ? fmt::format("within {:.0e}", allowed) : "different";
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
    compare_forms<float>(table, "float", 2e-6);
    compare_forms<double>(table, "double", 1e-13);
    table.print();
}

double megabytes(std::size_t numbers) { return static_cast<double>(numbers) * 4e-6; }

void show_memory(const common::Pictures& pictures)
{
    common::heading("What must be kept, d = 64, float, in MB");
    common::Plot plot{.title = "Memory: all scores, or blocks of them",
                      .description =
                          "Megabytes against n, both axes logarithmic. All scores grow with the square of n and "
                          "reach 40,000; queries, keys, values and output grow with n and reach 102; a block of "
                          "scores stays at half a megabyte.",
                      .x_title = "n, tokens",
                      .y_title = "MB",
                      .curves = {{"all scores", {}, {}}, {"Q, K, V and O", {}, {}}, {"a block of scores", {}, {}}},
                      .log_x = true,
                      .log_y = true};
    common::Table table({"n", "all scores", "Q, K, V and O", "a block of scores"});
    const double block = megabytes(queries_at_once * keys_at_once);
    for (const std::size_t n : {1000U, 10000U, 100000U}) {
        table.add_row(
            {std::to_string(n), number(megabytes(n * n), 1), number(megabytes(4 * n * 64), 1), number(block, 1)});
        for (auto& curve : plot.curves) curve.x.push_back(static_cast<double>(n));
        plot.curves[0].y.push_back(megabytes(n * n));
        plot.curves[1].y.push_back(megabytes(4 * n * 64));
        plot.curves[2].y.push_back(block);
    }
    table.print();
    pictures.save("memory.svg", plot.svg());
}

void show_skipped()
{
    common::heading("Causal: blocks of scores that are looked at, n = 100,000");
    const std::size_t n = 100000;
    std::size_t all = 0;
    std::size_t visited = 0;
    for (std::size_t i = 0; i < n; i += queries_at_once) {
        const std::size_t last = std::min(n, i + queries_at_once) - 1;
        all += (n + keys_at_once - 1) / keys_at_once;
        visited += (visible_keys(last, n, n, Alignment::top_left) + keys_at_once - 1) / keys_at_once;
    }
    fmt::print("  {} of {} blocks: the others hold nothing that anybody may see\n", visited, all);
    fmt::print("  {} of the work\n", number(static_cast<double>(visited) / static_cast<double>(all), 3));
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

template <typename Real>
void attend_long(const Wish& wish)
{
    const auto n = static_cast<std::size_t>(wish.n);
    const auto d = static_cast<std::size_t>(wish.d);
    common::heading(fmt::format("{} tokens, d = {}, {}, {}", with_commas(n), d, sizeof(Real) == 4 ? "float" : "double",
                                wish.full ? "every key" : "causal"));
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
    fmt::print("~ {:.0f} MiB at most, all in all\n", common::peak_mebibytes());
    fmt::print("  the scores alone would take {} MB\n", with_commas(n * n * sizeof(Real) / 1000000));
    const double allowed = sizeof(Real) == 4 ? 2e-6 : 1e-13;
    const double error = error_of_rows(Q, K, V, O, !wish.full, std::min<std::size_t>(n, 16));
    fmt::print("  16 rows against plain loops in double: {}\n",
               error < allowed ? fmt::format("within {:.0e}", allowed) : "different");
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
