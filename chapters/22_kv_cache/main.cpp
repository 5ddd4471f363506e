// Chapter 22 writes word by word. It keeps keys and values instead of making them again, counts and times what that saves,
// and then asks why a step over a long cache is not faster: it has to read all of it.

#include "22_kv_cache/decoding/decoding_speed.hpp"
#include "22_kv_cache/decoding/eight_bits_speed.hpp"
#include "22_kv_cache/decoding/grouped_heads.hpp"
#include "22_kv_cache/decoding/threads_share.hpp"
#include "22_kv_cache/growth.hpp"
#include "22_kv_cache/show/decoding.hpp"
#include "22_kv_cache/show/draw.hpp"
#include "22_kv_cache/show/writing.hpp"

#include "common/pictures.hpp"
#include "common/print.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

using namespace attention;

int main(int argc, char** argv)
{
    int n = 1024;
    int kept = 100000;
    const common::Pictures pictures(argc, argv,
                                    {{"--n", "words of the longest text that is written", 16, &n},
                                     {"--kept", "words in the longest cache that is read", 100, &kept}});

    common::heading("Three words, one at a time");
    show::print_by_hand();

    const auto longest = static_cast<std::size_t>(n);
    const std::vector<CostOfText> costs =
        costs_of_texts({longest / 16, longest / 8, longest / 4, longest / 2, longest}, 64);
    common::heading("Writing n words, one head, d = 64: millions of multiplications");
    show::print_counts(costs);
    common::heading("The same by the clock, in ms, one thread");
    show::print_times(costs);

    common::heading("Three mistakes");
    show::print_pitfalls();

    const auto tokens = static_cast<std::size_t>(kept);
    common::heading("One query over a full cache, d = 64, float, one thread");
    const std::vector<DecodingSpeed> steps = {decoding_speed(tokens / 100, 64), decoding_speed(tokens / 10, 64),
                                              decoding_speed(tokens, 64)};
    show::print_speed(prefill_speed(std::min<std::size_t>(4096, tokens), 64), steps);
    show::print_threads(threads_share(tokens, 64));

    const std::size_t fewer = std::min<std::size_t>(32768, tokens);
    common::heading("8 heads of queries over " + common::with_commas(fewer) + " words, d = 64, float, one thread");
    const std::vector<GroupedHeads> heads = {grouped_heads(8, 8, fewer, 64), grouped_heads(8, 2, fewer, 64),
                                             grouped_heads(8, 1, fewer, 64)};
    show::print_heads(heads);

    common::heading("Fewer bits, 1024 words, d = 64: error in percent of the outputs");
    show::print_bits(eight_bits_speed(tokens, 64));
    show::draw(pictures, costs, steps, heads);
}
