// Exercise 20.2 done in ways that AddressSanitizer must stop. <-- marks where a version departs from the one it was made from.
#include "tests/exercises/20_long_context/in_blocks/task.hpp"

#include <cmath>
#include <limits>

namespace attention
{

// Like the solution, except where marked.
namespace crash::blocks_of_two
{
Vector in_blocks(Stream<Block>& blocks, std::size_t d_v)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    double m = -infinity;
    double l = 0.0;
    Vector o = xt::zeros<double>({d_v});
    for (const Block& block : blocks) {
        double next = m;
        for (const double score : block.scores) next = std::fmax(next, score);
        if (next == -infinity) continue;
        const double keep = std::exp(m - next);
        l *= keep;
        o *= keep;
        for (std::size_t j = 0; j < 2; ++j) {                          // <--
            const double e = std::exp(block.scores.data()[j] - next);  // <--
            l += e;
            o += e * row_of(block.V, j);
        }
        m = next;
    }
    if (l > 0.0) o /= l;
    return o;
}
}  // namespace crash::blocks_of_two

}  // namespace attention
