#include "tests/benchmarks/memory.hpp"

#include "12_masks/masks.hpp"
#include "20_long_context/blocks/blocked_attention.hpp"
#include "20_long_context/blocks/options.hpp"
#include "20_long_context/fast/fast_attention.hpp"
#include "21_your_own_data/plain_attention.hpp"
#include "common/print.hpp"
#include "common/tile.hpp"
#include "common/timing.hpp"

#include <fmt/core.h>

#include <cstdio>
#include <filesystem>
#include <sstream>
#include <vector>

namespace bench
{

namespace
{

template <typename Real>
void attend(const std::string& form, std::size_t n)
{
    constexpr std::size_t d = 64;
    std::vector<Real> q(n * d, Real{0.5});
    std::vector<Real> k(n * d, Real{0.25});
    std::vector<Real> v(n * d, Real{1});
    std::vector<Real> o(n * d);
    const auto tile = [&](std::vector<Real>& numbers) { return common::Tile<Real>{numbers.data(), n, d, d}; };
    attention::LongOptions<Real> options;
    options.causal = attention::Alignment::top_left;
    if (form == "plain") {
        std::vector<Real> room(n * n);
        attention::plain_attention<Real>(tile(q), tile(k), tile(v), tile(o), {room.data(), n, n, n}, options);
    }
    if (form == "clear") attention::blocked_attention<Real>(tile(q), tile(k), tile(v), tile(o), options);
    if (form == "fast") attention::fast_attention<Real>(tile(q), tile(k), tile(v), tile(o), options);
}

/// What a process of our own says, or a dash.
std::string ask(const std::string& what)
{
    common::show_progress(fmt::format("Weighing {} ...", what));
    const std::string ourselves = std::filesystem::read_symlink("/proc/self/exe").string();
    std::FILE* pipe = popen(fmt::format("'{}' --memory-of '{}'", ourselves, what).c_str(), "r");
    double mebibytes = 0.0;
    const bool said = pipe != nullptr && std::fscanf(pipe, "%lf", &mebibytes) == 1;
    if (pipe != nullptr) pclose(pipe);
    common::show_progress("");
    return said ? common::number(mebibytes, 0) : "-";
}

}  // namespace

double memory_of(const std::string& asked)
{
    std::istringstream words(asked);
    std::string form;
    std::string type;
    std::size_t n = 0;
    words >> form >> type >> n;
    const double before = common::peak_mebibytes();
    if (type == "float")
        attend<float>(form, n);
    else
        attend<double>(form, n);
    return common::peak_mebibytes() - before;
}

void print_memory(std::size_t largest)
{
    common::Table table({"n", "Q, K, V, O alone", "fast form", "clear form", "plain form"});
    for (const char* type : {"float", "double"}) {
        for (const std::size_t n : {4096U, 16384U, 100000U}) {
            if (n > largest) continue;
            const std::size_t bytes = 4 * n * 64 * (type == std::string("float") ? 4 : 8);
            std::vector<std::string> cells = {fmt::format("{}, {}", common::with_commas(n), type),
                                              common::number(static_cast<double>(bytes) / (1 << 20), 0)};
            for (const char* form : {"fast", "clear", "plain"}) {
                const bool fits = form != std::string("plain") || n <= 8192;
                cells.push_back(fits ? ask(fmt::format("{} {} {}", form, type, n)) : "-");
            }
            table.add_row(cells);
        }
    }
    common::heading("MiB, with Q, K, V and the output");
    table.print();
}

}  // namespace bench
