#include "tests/benchmarks/tables.hpp"

#include "tests/benchmarks/cases.hpp"
#include "tests/benchmarks/forms.hpp"
#include "tests/benchmarks/limits.hpp"
#include "tests/benchmarks/pairs.hpp"
#include "tests/benchmarks/peers.hpp"
#include "tests/benchmarks/wording.hpp"

#include "common/median.hpp"
#include "common/plot.hpp"
#include "common/print.hpp"
#include "common/timing.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace bench
{

namespace
{

std::string cell_of(const Entry* entry) { return entry == nullptr ? "-" : cell(entry->verdict); }

std::string work_of(const std::string& type, int threads)
{
    return fmt::format("{}, {} thread{}", type, threads, threads == 1 ? "" : "s");
}

double median_seconds_of(const std::vector<Taken>& rounds)
{
    std::vector<double> seconds;
    for (const Taken& taken : rounds) seconds.push_back(taken.seconds);
    return common::median(seconds);
}

/// Billions of operations or, for decoding, of bytes, a second.
std::string speed(const Case& given, double seconds)
{
    if (given.decoding()) return fmt::format("{:.1f} GB/s", given.bytes() / seconds / 1e9);
    return fmt::format("{:.0f}", given.operations() / seconds / 1e9);
}

/// How near a form comes to the limit: what the limit takes, as a part of what the form takes.
const Entry* share_of_limit(const std::string& form, const Case& given, Notebook& notebook)
{
    use_threads(given.threads);
    return notebook.measure("limit", form, given, {limit_of(given), form_at(form, given)});
}

/// n tokens at d = 64, each query over all keys.
Case square(const std::string& type, int threads, std::size_t n) { return {.type = type, .threads = threads, .n = n}; }

std::vector<Case> within(std::vector<Case> cases, const Plan& plan)
{
    const auto size = [](const Case& given) { return given.decoding() ? 4096 : std::max(given.n, given.keys()); };
    std::erase_if(cases, [&](const Case& given) { return size(given) > plan.largest; });
    return cases;
}

/// Squares at d = 64, and the textbook's 1000 x 512.
std::vector<Case> squares(const Plan& plan, const std::string& type, int threads)
{
    std::vector<Case> cases;
    for (const std::size_t n : {256U, 512U, 1024U, 2048U, 4096U, 8192U, 16384U}) {
        if (!plan.quick || n == 256 || n == 1024 || n == 4096) cases.push_back(square(type, threads, n));
    }
    if (!plan.quick) cases.push_back({.type = type, .threads = threads, .n = 1000, .d = 512});
    return within(cases, plan);
}

std::vector<Case> shapes(const Plan& plan, const std::string& type, int threads)
{
    std::vector<Case> cases = squares(plan, type, threads);
    Case causal = square(type, threads, 4096);
    causal.causal = true;
    cases.push_back(causal);
    const auto add = [&](std::size_t n, std::size_t m, std::size_t heads, std::size_t groups, std::size_t batch) {
        cases.push_back(
            {.type = type, .threads = threads, .n = n, .m = m, .heads = heads, .groups = groups, .batch = batch});
    };
    add(1024, 0, 8, 8, 1);
    if (!plan.quick) {
        add(1024, 0, 32, 8, 1);
        add(256, 0, 8, 8, 4);
        add(512, 8192, 1, 1, 1);
        add(8192, 512, 1, 1, 1);
        add(1, 16384, 32, 8, 2);
        add(1, 32768, 8, 1, 1);
        add(1, 100000, 1, 1, 1);
    }
    add(1, 65536, 8, 8, 1);
    return within(cases, plan);
}

}  // namespace

void print_shares(const Plan& plan, const std::string& type, int threads, Notebook& notebook)
{
    common::Table table({"fast form", "share of limit", "GFLOP/s", "at best"});
    for (const Case& given : shapes(plan, type, threads)) {
        const Entry* entry = share_of_limit("fast", given, notebook);
        table.add_row({given.name(), cell_of(entry), speed(given, median_seconds_of(entry->rounds.second)),
                       speed(given, median_seconds_of(entry->rounds.first))});
    }
    common::heading(work_of(type, threads) + ": how near the fast form comes to the limit");
    table.print();
}

void print_forms(const Plan& plan, const std::string& type, int threads, Notebook& notebook)
{
    common::Table table({"share of limit", "clear form", "plain form", "its products alone"});
    for (const Case& given : squares(plan, type, threads)) {
        std::vector<std::string> cells = {given.name()};
        for (const char* form : {"clear", "plain", "products"}) {
            const bool fits = form == std::string("clear") || given.n <= 8192;  // in 512 MiB
            cells.push_back(fits ? cell_of(share_of_limit(form, given, notebook)) : "-");
        }
        table.add_row(cells);
    }
    common::heading(work_of(type, threads) + ": how near the others come");
    table.print();
}

namespace
{

const Entry* change(const std::string& form, const std::string& what, const Case& changed, const Case& usual,
                    Notebook& notebook)
{
    return notebook.measure(form + " " + what, form, changed, {form_at(form, changed), form_at(form, usual)});
}

void print_growth(const Plan& plan, const std::string& type, int threads, const Notebook& notebook)
{
    std::vector<double> sizes;
    std::vector<double> times;
    for (const Case& given : squares(plan, type, threads)) {
        const Entry* entry = notebook.find("limit", "fast", given);
        if (given.d != 64 || given.n < 1024 || entry == nullptr || entry->verdict.doubt != Doubt::none) continue;
        sizes.push_back(static_cast<double>(given.n));
        times.push_back(median_seconds_of(entry->rounds.second));
    }
    if (sizes.size() < 3) return;
    fmt::print("\n  From n = 1024 on, the fast form's time grows as n to the power of {:.2f}.\n",
               common::fit_power_law(sizes, times).exponent);
}

}  // namespace

void print_changes(const Plan& plan, const std::string& type, int threads, Notebook& notebook)
{
    use_threads(threads);
    common::Table table({"n, and what changes", "fast form", "clear form"});
    for (Case& given : squares(plan, type, threads)) {
        if (given.d != 64 || (given.n != 1024 && given.n != 4096 && given.n != 16384)) continue;
        const auto add = [&](const char* words, const Case& first, const Case& second) {
            table.add_row({fmt::format("{}, {}", given.name(), words),
                           cell_of(change("fast", words, first, second, notebook)),
                           cell_of(change("clear", words, first, second, notebook))});
        };
        Case causal = given;
        causal.causal = true;
        add("causal: times as fast", given, causal);
        if (given.n != 4096) continue;
        Case peaked = given;
        peaked.deviation = 40.0;
        add("scores of deviation 40: times as long", peaked, given);
        Case broken = given;
        broken.nan = true;
        add("a NaN among the values: times as long", broken, given);
    }
    common::heading(work_of(type, threads) + ": what a change does to the time");
    table.print();
    print_growth(plan, type, threads, notebook);
}

void print_peers(const Plan& plan, int threads, Notebook& notebook)
{
    use_threads(threads);
    std::vector<Case> cases = squares(plan, "float", threads);
    if (plan.quick) cases.push_back({.threads = threads, .n = 1000, .d = 512});
    cases.push_back({.threads = threads, .n = 1024, .heads = 8});
    common::Table table({"times as long as fast", "PyTorch", "as installed", "NumPy", "oneDNN"});
    for (const Case& given : within(cases, plan)) {
        std::vector<std::string> cells = {given.name()};
        for (const char* peer : {"torch", "torch as installed", "numpy", "onednn"}) {
            const Pair pair{peer_at(peer, given), form_at("fast", given), limit_of(given)};
            cells.push_back(cell_of(notebook.measure(peer, "fast", given, pair)));
        }
        table.add_row(cells);
    }
    common::heading(work_of("float", threads) + ": other libraries");
    table.print();
}

void print_long(const Plan& plan, Notebook& notebook)
{
    common::Table table({"n = 100,000", "times the limit", "GFLOP/s", "seconds"});
    for (const int threads : plan.threads) {
        const Case given = square("float", threads, 100000);
        use_threads(threads);
        const Entry* entry = notebook.measure("fast", "limit", given, {form_at("fast", given), limit_of(given)});
        const double seconds = median_seconds_of(entry->rounds.first);
        table.add_row({work_of("float", threads), cell_of(entry), speed(given, seconds), common::number(seconds, 1)});
    }
    fmt::print("\n");
    table.print();
}

std::string picture(const Plan& plan, const Notebook& notebook)
{
    common::Plot plot{.title = "Attention in float, one thread, d = 64",
                      .description =
                          "Billions of operations a second against n, for the plain, the clear and the fast form, "
                          "below the limit of the machine.",
                      .x_title = "n, tokens",
                      .y_title = "GFLOP/s",
                      .log_x = true};
    plot.curves = {{"limit", {}, {}}, {"fast", {}, {}}, {"clear", {}, {}}, {"plain", {}, {}}};
    for (const Case& given : squares(plan, "float", 1)) {
        if (given.d != 64) continue;
        for (common::Curve& curve : plot.curves) {
            const bool limit = curve.name == "limit";
            const Entry* entry = notebook.find("limit", limit ? "fast" : curve.name, given);
            if (entry == nullptr) continue;
            curve.x.push_back(static_cast<double>(given.n));
            curve.y.push_back(given.operations() / 1e9 /
                              median_seconds_of(limit ? entry->rounds.first : entry->rounds.second));
        }
    }
    return plot.svg();
}

}  // namespace bench
