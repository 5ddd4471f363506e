#include "tests/benchmarks/tables.hpp"

#include "common/plot.hpp"
#include "common/print.hpp"
#include "common/timing.hpp"

#include <fmt/core.h>

#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

namespace bench
{

using common::number;

namespace
{

double get(const Seconds& seconds, const Case& given)
{
    const auto found = seconds.find(given.name());
    return found == seconds.end() ? std::nan("") : found->second;
}

/// A share of the limit, or how many times as long; a dash for what was not measured.
std::string cell(double value, int decimals = 2) { return std::isnan(value) ? "-" : number(value, decimals); }

/// The sizes at d = 64, and the textbook's n = 1000, d = 512.
std::vector<std::pair<std::size_t, std::size_t>> shapes(const Plan& plan)
{
    std::vector<std::pair<std::size_t, std::size_t>> result;
    for (const std::size_t n : plan.sizes) result.emplace_back(n, 64);
    result.emplace_back(1000, 512);
    return result;
}

void print_one(const Plan& plan, const Seconds& seconds, const std::string& type, int threads)
{
    common::heading(fmt::format("{}, {} thread{}: parts of the limit", type, threads, threads == 1 ? "" : "s"));
    const Case fma{"fma", type, threads};
    const Case exp{"exp", type, threads};
    fmt::print("  limit: {:.0f} GFLOP/s of multiply-adds, {:.1f} billion exponentials a second\n",
               operations(fma) / get(seconds, fma) / 1e9, operations(exp) / get(seconds, exp) / 1e9);
    common::Table table(
        {"n, d", "plain", "clear", "fast", "BLAS alone", "fast, ms", "GFLOP/s", "causal: clear", "fast"});
    for (const auto& [n, d] : shapes(plan)) {
        const Case fast{"fast", type, threads, n, d};
        const double best = limit(fast, seconds);
        // Clang before 16 cannot capture n and d by reference.
        const auto part = [&, n = n, d = d](const char* what) {
            return cell(best / get(seconds, {what, type, threads, n, d}));
        };
        const auto causal = [&, n = n, d = d](const char* what) {
            return cell(get(seconds, {what, type, threads, n, d}) / get(seconds, {what, type, threads, n, d, true}));
        };
        const double took = get(seconds, fast);
        table.add_row({fmt::format("{}, {}", n, d), part("plain"), part("clear"), part("fast"), part("blas"),
                       cell(1e3 * took), cell(operations(fast) / took / 1e9, 0), causal("clear"), causal("fast")});
    }
    table.print();
    for (const char* form : {"clear", "fast"}) {
        const double once = get(seconds, {form, type, threads, 2048, 64});
        fmt::print("  {}, scores of deviation 40 against 1, n = 2048: {} times as long\n", form,
                   cell(get(seconds, {form, type, threads, 2048, 64, false, 40.0}) / once));
        std::vector<double> sizes;
        std::vector<double> times;
        for (const std::size_t n : plan.sizes) {
            if (n < 1024) continue;
            sizes.push_back(static_cast<double>(n));
            times.push_back(get(seconds, {form, type, threads, n, 64}));
        }
        if (sizes.size() >= 3) {
            fmt::print("  {}, from n = 1024 on: time grows as n to the power of {:.2f}\n", form,
                       common::fit_power_law(sizes, times).exponent);
        }
    }
}

}  // namespace

double limit(const Case& given, const Seconds& seconds)
{
    const Case fma{"fma", given.type, given.threads};
    const Case exp{"exp", given.type, given.threads};
    const double scores = static_cast<double>(given.n) * static_cast<double>(given.n);
    return operations(given) * get(seconds, fma) / operations(fma) + scores * get(seconds, exp) / operations(exp);
}

void print_forms(const Plan& plan, const Seconds& seconds)
{
    for (const std::string type : {"float", "double"}) {
        for (const int threads : plan.threads) print_one(plan, seconds, type, threads);
    }
    fmt::print("\n  causal: how many times as fast as without the mask; 2 would be all there is to win\n");
}

void print_peers(const Plan& plan, const Seconds& seconds)
{
    for (const int threads : plan.threads) {
        common::heading(
            fmt::format("float, {} thread{}: times as long as the fast form", threads, threads == 1 ? "" : "s"));
        common::Table table({"n, d", "PyTorch", "as installed", "NumPy", "oneDNN", "clear", "plain"});
        for (const auto& [n, d] : shapes(plan)) {
            std::vector<std::string> cells = {fmt::format("{}, {}", n, d)};
            const double fast = get(seconds, {"fast", "float", threads, n, d});
            for (const char* what : {"torch", "torch as installed", "numpy", "onednn", "clear", "plain"}) {
                cells.push_back(cell(get(seconds, {what, "float", threads, n, d}) / fast));
            }
            table.add_row(cells);
        }
        table.print();
    }
}

std::string picture(const Plan& plan, const Seconds& seconds)
{
    common::Plot plot{.title = "Attention in float, one thread, d = 64",
                      .description =
                          "Billions of operations a second against n, for the plain, the clear and the fast form, "
                          "below the limit of the machine.",
                      .x_title = "n, tokens",
                      .y_title = "GFLOP/s",
                      .log_x = true};
    plot.curves = {{"limit", {}, {}}, {"fast", {}, {}}, {"clear", {}, {}}, {"plain", {}, {}}};
    for (const std::size_t n : plan.sizes) {
        for (common::Curve& curve : plot.curves) {
            const Case given{curve.name, "float", 1, n, 64};
            const double took = curve.name == "limit" ? limit(given, seconds) : get(seconds, given);
            curve.x.push_back(static_cast<double>(n));
            curve.y.push_back(operations(given) / took / 1e9);
        }
    }
    return plot.svg();
}

}  // namespace bench
