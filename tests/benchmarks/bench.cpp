// ./learn bench: the forms of attention beside each other, the machine's own limit, and other libraries.

#include "tests/benchmarks/cases.hpp"
#include "tests/benchmarks/tables.hpp"

#include "20_long_context/blocks/blocked_attention.hpp"
#include "20_long_context/fast/fast_attention.hpp"
#include "20_long_context/fast/tile_kernels.hpp"
#include "21_your_own_data/plain_attention.hpp"
#include "common/median.hpp"
#include "common/print.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"
#include "common/tile.hpp"
#include "common/timing.hpp"
#include "common/whole_file.hpp"

#include <CLI/CLI.hpp>
#include <benchmark/benchmark.h>
#include <fmt/core.h>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>
#include <thread>
#include <vector>

namespace
{

using common::tile_of;

/// What the command line asks for.
struct Wish {
    bench::Plan plan;
    bool quick = false;
    int repetitions = 3;
    std::string json;
    std::string svg;
    std::string memory_of;
};

/// Collects what Google Benchmark measures, and shows how far it is.
class Collector : public benchmark::BenchmarkReporter
{
public:
    explicit Collector(std::size_t expected) : expected_(expected) {}

    bool ReportContext(const Context&) override { return true; }

    void ReportRuns(const std::vector<Run>& runs) override
    {
        for (const Run& run : runs) {
            if (run.run_type != Run::RT_Iteration || run.error_occurred) continue;
            const double seconds = run.GetAdjustedRealTime() / benchmark::GetTimeUnitMultiplier(run.time_unit);
            times_[run.run_name.function_name].push_back(seconds);
        }
        done_ += 1;
        common::show_progress(fmt::format("Measured {} of {} ...", done_, expected_));
    }

    /// The median of each; of the machine's limits the best, since they are to be limits.
    bench::Seconds medians() const
    {
        bench::Seconds result;
        for (const auto& [name, times] : times_) {
            const bool is_limit = name.starts_with("fma") || name.starts_with("exp");
            result[name] = is_limit ? *std::min_element(times.begin(), times.end()) : common::median(times);
        }
        return result;
    }

private:
    std::map<std::string, std::vector<double>> times_;
    std::size_t expected_;
    std::size_t done_ = 0;
};

/// What a form needs beside queries, keys, values and output, in MiB: the most it had, less what it had before.
double extra_memory(const std::string& form, std::size_t n)
{
    common::Random random(1);
    xt::xtensor<float, 2> Q = xt::zeros<float>({n, std::size_t{64}});
    for (float& x : Q) x = static_cast<float>(random.normal());
    const xt::xtensor<float, 2> K = Q;
    const xt::xtensor<float, 2> V = Q;
    xt::xtensor<float, 2> O = Q;
    const double before = common::peak_mebibytes();
    if (form == "plain") {
        std::vector<float> room(n * n);
        attention::plain_attention<float>(tile_of(Q), tile_of(K), tile_of(V), tile_of(O), {room.data(), n, n, n});
    }
    if (form == "clear") attention::blocked_attention<float>(tile_of(Q), tile_of(K), tile_of(V), tile_of(O));
    if (form == "fast") attention::fast_attention<float>(tile_of(Q), tile_of(K), tile_of(V), tile_of(O));
    return common::peak_mebibytes() - before;
}

/// Each form in a process of its own, since memory that was had once stays in the count.
void print_memory()
{
    const std::string ourselves = std::filesystem::read_symlink("/proc/self/exe").string();
    common::heading("MiB beside Q, K, V and O: float, d = 64");
    common::Table table({"n", "plain", "clear", "fast"});
    for (const int n : {1024, 4096, 16384}) {
        std::vector<std::string> cells = {std::to_string(n)};
        for (const char* form : {"plain", "clear", "fast"}) {
            std::FILE* pipe = popen(fmt::format("'{}' --memory-of {}:{}", ourselves, form, n).c_str(), "r");
            double mebibytes = 0.0;
            if (pipe == nullptr || std::fscanf(pipe, "%lf", &mebibytes) != 1)
                cells.emplace_back("-");
            else
                cells.push_back(common::number(mebibytes, 0));
            if (pipe != nullptr) pclose(pipe);
        }
        table.add_row(cells);
    }
    table.print();
}

bench::Seconds measure(const Wish& wish)
{
    const std::vector<bench::Case> cases = bench::cases_of(wish.plan);
    for (const bench::Case& given : cases) {
        auto* registered = benchmark::RegisterBenchmark(given.name().c_str(),
                                                        [given](benchmark::State& state) { bench::run(state, given); });
        registered->Repetitions(wish.repetitions)->MinTime(wish.quick ? 0.02 : 0.1);
        const bool times_itself = given.what == "numpy" || given.what.starts_with("torch") || given.what == "onednn";
        if (times_itself)
            registered->UseManualTime();
        else
            registered->UseRealTime();
    }
    std::vector<std::string> words = {"bench", "--benchmark_enable_random_interleaving=true"};
    if (!wish.json.empty()) {
        words.push_back("--benchmark_out=" + wish.json);
        words.emplace_back("--benchmark_out_format=json");
    }
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    int count = static_cast<int>(arguments.size());
    benchmark::Initialize(&count, arguments.data());
    Collector collector(cases.size());
    benchmark::RunSpecifiedBenchmarks(&collector);
    common::show_progress("");
    return collector.medians();
}

/// Read the command line; a wrong one ends the program.
Wish read_arguments(int argc, char** argv)
{
    Wish wish;
    std::size_t largest = 16384;
    CLI::App app{"Measures attention in three forms, as parts of what this machine can do at best.", "./learn bench"};
    app.add_flag("--quick", wish.quick, "smaller sizes, fewer repetitions: half a minute");
    app.add_flag("--peers", wish.plan.peers, "also NumPy, PyTorch and oneDNN, where they are installed");
    app.add_option("--max-n", largest, "no sizes above this one")->check(CLI::Range(256, 65536));
    app.add_option("--threads", wish.plan.threads, "how many; several numbers measure several times")
        ->check(CLI::Range(1, 256));
    app.add_option("--repetitions", wish.repetitions, "of everything, in random order; medians are shown")
        ->check(CLI::Range(1, 100));
    app.add_option("--json", wish.json, "keep all times in this file");
    app.add_option("--svg", wish.svg, "draw GFLOP/s against n into this file");
    app.add_option("--memory-of", wish.memory_of)->group("");  // for ourselves
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        std::exit(app.exit(error) == 0 ? 0 : 2);
    }
    if (wish.quick) largest = std::min<std::size_t>(largest, 4096);
    std::erase_if(wish.plan.sizes, [&](std::size_t n) { return n > largest; });
    return wish;
}

}  // namespace

int main(int argc, char** argv)
{
    const Wish wish = read_arguments(argc, argv);
    if (!wish.memory_of.empty()) {
        const std::size_t colon = wish.memory_of.find(':');
        fmt::print("{}\n", extra_memory(wish.memory_of.substr(0, colon), std::stoul(wish.memory_of.substr(colon + 1))));
        return 0;
    }
    fmt::print("OpenBLAS core: {}. Inner loops: {}. Processors: {}.\n", common::blas_core(),
               attention::tile_kernels<float>().name, std::thread::hardware_concurrency());
    const bench::Seconds seconds = measure(wish);
    bench::print_forms(wish.plan, seconds);
    if (wish.plan.peers) bench::print_peers(wish.plan, seconds);
    print_memory();
    if (!wish.svg.empty()) {
        const std::string wrong = common::write_whole(wish.svg, bench::picture(wish.plan, seconds));
        if (!wrong.empty()) {
            fmt::print(stderr, "bench: {}\n", wrong);
            return 3;
        }
        fmt::print("\npicture in {}\n", wish.svg);
    }
}
