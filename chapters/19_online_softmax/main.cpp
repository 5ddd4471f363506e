// Chapter 19 shows attention in one pass: a query keeps a running maximum m, a running sum l and a running output o. The
// program follows four keys, merges two halves, cuts 1000 keys at random, and then forgets the correction on purpose.

#include "19_online_softmax/any_order.hpp"
#include "19_online_softmax/corrections.hpp"
#include "19_online_softmax/show.hpp"
#include "19_online_softmax/trace.hpp"

#include "02_softmax/softmax.hpp"
#include "03_weighted_sum/weighted_sum.hpp"
#include "common/pictures.hpp"
#include "common/print.hpp"
#include "common/tensor.hpp"

#include <fmt/core.h>

using namespace attention;
using common::number;

int main(int argc, char** argv)
{
    const common::Pictures pictures(argc, argv);
    const Vector scores = {1, 3, 2, 5};
    const Matrix V = {{10}, {20}, {30}, {40}};

    common::heading("Four keys, one after the other");
    show::print_trace(scores, V);
    fmt::print("  softmax of all four, then the weighted sum: {}\n", number(weighted_sum(softmax(scores), V)(0), 3));

    common::heading("Two workers, each with half of the keys");
    show::print_merge(seen_of(scores, V, 0, 2), seen_of(scores, V, 2, 4));

    common::heading("1000 keys in pieces of all sizes, merged in any order");
    show::print_any_order(any_order(1000, 200));

    common::heading("How often are the old sums corrected?");
    show::print_corrections();

    common::heading("What the maximum and its correction are for");
    const Vector falling = {5, 3, 2, 1};
    const Vector high = scores + 1000.0;
    fmt::print("  scores 1, 3, 2, 5, never corrected: {}\n", number(never_corrected(scores, V)(0), 3));
    fmt::print("  scores 5, 3, 2, 1, never corrected: {}\n", number(never_corrected(falling, V)(0), 3));
    fmt::print("  scores 5, 3, 2, 1, corrected:       {}\n", number(finished(seen_of(falling, V, 0, 4))(0), 3));
    fmt::print("  scores 1000 higher, no maximum:     {}\n", number(weighted_sum(naive_softmax(high), V)(0), 3));
    fmt::print("  scores 1000 higher, with it:        {}\n", number(finished(seen_of(high, V, 0, 4))(0), 3));

    common::heading("Numbers kept for one query, d_v = 64");
    show::print_memory(64);
    show::print_agreement();
    show::draw(pictures);
}
