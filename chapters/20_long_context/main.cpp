// Chapter 20 shows exact attention over 100,000 tokens: chapter 19's running state, carried from block to block. The
// program begins with blocks small enough to look at, climbs from plain loops to the limit of the machine, then does the
// long run and asks whether it was right.

#include "20_long_context/measured/ladder.hpp"
#include "20_long_context/measured/long_run.hpp"
#include "20_long_context/show/show.hpp"

#include "common/pictures.hpp"
#include "common/plot.hpp"
#include "common/print.hpp"

#include <cstddef>

using namespace attention;

int main(int argc, char** argv)
{
    Wish wish;
    int tokens = 4096;
    const common::Pictures pictures(argc, argv,
                                    {{"--n", "tokens", 1, &wish.n},
                                     {"--d", "the size of queries, keys and values", 1, &wish.d},
                                     {"--ladder", "tokens on the ladder", 1, &tokens},
                                     {"--threads", "at a time; 0: one for each processor", 0, &wish.threads}},
                                    {{"--full", "let every token see every other", &wish.full},
                                     {"--clear", "use the clear form, with BLAS", &wish.clear},
                                     {"--double", "in double instead of float", &wish.in_double}});

    common::heading("Chapter 19's four keys, in two blocks");
    show::print_two_blocks();

    common::heading("12 tokens, causal, in blocks of 3 queries by 4 keys");
    show::print_small_walk(12, 3, 4);

    common::heading("Four queries of three numbers in memory");
    show::print_packing({{11, 12, 13}, {21, 22, 23}, {31, 32, 33}, {41, 42, 43}}, 2);

    common::heading("What must be kept, d = 64, float, in MB");
    const common::Plot memory = show::print_memory();

    common::heading("Blocks of scores that are made, causal, n = 100,000");
    show::print_walk(100000);

    if (wish.in_double)
        show::print_long_run<double>(wish);
    else
        show::print_long_run<float>(wish);

    const Ladder ladder = show::print_ladder(static_cast<std::size_t>(tokens));

    common::heading("GFLOP/s without sharing keys and with, one thread");
    show::print_sharing();

    show::draw(pictures, memory, ladder);
}
