// ./learn bench: attention beside the limit of this machine, or beside other libraries.

#include "tests/benchmarks/memory.hpp"
#include "tests/benchmarks/notebook.hpp"
#include "tests/benchmarks/tables.hpp"
#include "tests/benchmarks/wording.hpp"

#include "20_long_context/fast/tile_kernels.hpp"
#include "common/tile.hpp"
#include "common/whole_file.hpp"

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>

namespace
{

/// What the command line asks for.
struct Wish {
    bench::Plan plan;
    bool peers = false;
    bool very_long = false;
    double seconds = 2.0;
    std::string json;
    std::string svg;
    std::string memory_of;
};

/// Read the command line; a wrong one ends the program.
Wish read_arguments(int argc, char** argv)
{
    Wish wish;
    CLI::App app{"Measures attention as a part of what this machine can do at best.", "./learn bench"};
    app.add_flag("--quick", wish.plan.quick, "only what matters most: less than a minute");
    app.add_flag("--peers", wish.peers, "instead, PyTorch, NumPy and oneDNN beside the fast form");
    app.add_flag("--long", wish.very_long, "instead, n = 100,000: a few minutes");
    app.add_option("--max-n", wish.plan.largest, "no n above this one")->check(CLI::Range(256, 65536));
    app.add_option("--threads", wish.plan.threads, "how many; several numbers measure several times")
        ->check(CLI::Range(1, 256));
    app.add_option("--seconds", wish.seconds, "for each result: more seconds, more rounds")
        ->check(CLI::Range(0.0, 100.0));
    app.add_option("--json", wish.json, "keep all samples in this file");
    app.add_option("--svg", wish.svg, "draw GFLOP/s against n into this file");
    app.add_option("--memory-of", wish.memory_of)->group("");  // for ourselves
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        std::exit(app.exit(error) == 0 ? 0 : 2);
    }
    return wish;
}

/// Measure and print all that is wished for.
void print_tables(const Wish& wish, bench::Notebook& notebook)
{
    if (wish.very_long) return bench::print_long(wish.plan, notebook);
    if (wish.peers) {
        for (const int threads : wish.plan.threads) bench::print_peers(wish.plan, threads, notebook);
        return;
    }
    for (const char* type : {"float", "double"}) {
        if (wish.plan.quick && type == std::string("double")) continue;
        for (const int threads : wish.plan.threads) {
            bench::print_shares(wish.plan, type, threads, notebook);
            if (wish.plan.quick) continue;
            bench::print_forms(wish.plan, type, threads, notebook);
            bench::print_changes(wish.plan, type, threads, notebook);
        }
    }
    if (!wish.plan.quick) bench::print_memory(wish.plan.largest < 16384 ? wish.plan.largest : 100000);
}

/// Write a file that was asked for. \return  whether that worked
template <typename Text>
bool write(const std::string& file, Text text)
{
    if (file.empty()) return true;
    const std::string wrong = common::write_whole(file, text());
    if (wrong.empty())
        fmt::print("In {}\n", file);
    else
        fmt::print(stderr, "bench: {}\n", wrong);
    return wrong.empty();
}

}  // namespace

int main(int argc, char** argv)
{
    const Wish wish = read_arguments(argc, argv);
    if (!wish.memory_of.empty()) {
        fmt::print("{}\n", bench::memory_of(wish.memory_of));
        return 0;
    }
    fmt::print("OpenBLAS core: {}. Inner loops: {}. Processors: {}.\n\n{}", common::blas_core(),
               attention::tile_kernels<float>().name, std::thread::hardware_concurrency(), bench::legend());
    std::fflush(stdout);
    bench::Notebook notebook({.seconds = wish.seconds, .fewest = wish.very_long ? 3 : 5, .most = 41});
    print_tables(wish, notebook);
    fmt::print("\n{}", notebook.doubts());
    const bool written = write(wish.json, [&] { return notebook.json(); }) &&
                         write(wish.svg, [&] { return bench::picture(wish.plan, notebook); });
    return written ? 0 : 3;
}
