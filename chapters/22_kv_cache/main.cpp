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

#include <vector>

using namespace attention;

int main(int argc, char** argv)
{
    const common::Pictures pictures(argc, argv);

    common::heading("Three words, one at a time");
    show::print_by_hand();

    const std::vector<CostOfText> costs = costs_of_texts({64, 128, 256, 512, 1024}, 64);
    common::heading("Writing n words, one head, d = 64: millions of multiplications");
    show::print_counts(costs);

    common::heading("The same by the clock, in ms, one thread");
    show::print_times(costs);

    common::heading("Three mistakes");
    show::print_pitfalls();

    common::heading("One query over a full cache, d = 64, float, one thread");
    const std::vector<DecodingSpeed> steps = {decoding_speed(1000, 64), decoding_speed(10000, 64),
                                              decoding_speed(100000, 64)};
    show::print_speed(prefill_speed(4096, 64), steps);
    show::print_threads(threads_share(100000, 64));

    common::heading("8 heads of queries over 32,768 words, d = 64, float, one thread");
    const std::vector<GroupedHeads> heads = {grouped_heads(8, 8, 32768, 64), grouped_heads(8, 2, 32768, 64),
                                             grouped_heads(8, 1, 32768, 64)};
    show::print_heads(heads);

    common::heading("Fewer bits, 1024 words, d = 64: error in percent of the outputs");
    show::print_bits(eight_bits_speed(100000, 64));

    show::draw(pictures, costs, steps, heads);
}
