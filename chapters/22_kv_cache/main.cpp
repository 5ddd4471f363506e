// Chapter 22 writes token by token, with and without a cache of keys and values.
#include "22_kv_cache/growth.hpp"
#include "common/print.hpp"
#include <fmt/core.h>
using namespace attention;
int main()
{
    const auto costs = costs_of_texts({64, 128, 256, 512, 1024}, 64);
    for (const auto& c : costs)
        fmt::print("{} {:.3f} {:.3f} {:.3f}  {:.6f} {:.6f} {:.6f}\n", c.n, c.counts[0].total() / 1e6,
                   c.counts[1].total() / 1e6, c.counts[2].total() / 1e6, c.seconds[0], c.seconds[1], c.seconds[2]);
    for (std::size_t w = 0; w < 3; ++w)
        fmt::print("{:.3f} {:.3f} {:.3f}\n", exponent(costs, [w](auto& c) { return (double)c.counts[w].total(); }),
                   exponent(costs, [w](auto& c) { return (double)c.counts[w].attention; }),
                   exponent(costs, [w](auto& c) { return c.seconds[w]; }));
    const auto a = agreement(512, 64);
    fmt::print("{} {} {}\n", a.bit_for_bit, a.from_one_pass, a.largest);
    for (auto w : ways) fmt::print("{} {}\n", counted_multiplications(w, 64, 64), multiplications(w, 64, 64).total());
}
