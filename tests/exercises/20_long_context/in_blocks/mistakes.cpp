// Exercise 20.2 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/20_long_context/in_blocks/task.hpp"

#include "19_online_softmax/partial.hpp"

#include <cmath>
#include <limits>
#include <vector>

namespace attention
{

namespace right::by_merging
{
Vector in_blocks(Stream<Block>& blocks, std::size_t d_v)
{
    Partial all = nothing_seen(d_v);
    for (const Block& block : blocks) {
        Partial part = nothing_seen(d_v);
        for (std::size_t j = 0; j < block.scores.size(); ++j) {
            if (block.scores(j) > part.maximum) part.maximum = block.scores(j);
        }
        for (std::size_t j = 0; j < block.scores.size(); ++j) {
            if (std::isinf(block.scores(j))) continue;
            part.sum += std::exp(block.scores(j) - part.maximum);
            part.output += std::exp(block.scores(j) - part.maximum) * row_of(block.V, j);
        }
        const double largest = std::fmax(all.maximum, part.maximum);
        if (std::isinf(largest)) continue;
        const double keep = std::exp(all.maximum - largest);
        const double take = std::exp(part.maximum - largest);
        all = {largest, keep * all.sum + take * part.sum, Vector(keep * all.output + take * part.output)};
    }
    return all.sum > 0.0 ? Vector(all.output / all.sum) : all.output;
}
}  // namespace right::by_merging

namespace right::key_by_key
{
Vector in_blocks(Stream<Block>& blocks, std::size_t d_v)
{
    // Blocks only change the order of the work: one key after the other gives the same.
    Vector o = xt::zeros<double>({d_v});
    double l = 0.0;
    double m = -std::numeric_limits<double>::infinity();
    for (const Block& block : blocks) {
        for (std::size_t j = 0; j < block.scores.size(); ++j) {
            const double score = block.scores(j);
            if (std::isinf(score)) continue;
            if (score > m) {
                const double keep = l == 0.0 ? 0.0 : std::exp(m - score);
                o *= keep;
                l *= keep;
                m = score;
            }
            l += std::exp(score - m);
            for (std::size_t c = 0; c < d_v; ++c) o(c) += std::exp(score - m) * block.V(j, c);
        }
    }
    return l == 0.0 ? o : Vector(o / l);
}
}  // namespace right::key_by_key

namespace blocks_kept
{
Vector in_blocks(Stream<Block>& blocks, std::size_t d_v)
{
    std::vector<Block> all;
    for (const Block& block : blocks) all.push_back(block);
    double m = -std::numeric_limits<double>::infinity();
    for (const Block& block : all) {
        for (const double score : block.scores) m = std::fmax(m, score);
    }
    double l = 0.0;
    Vector o = xt::zeros<double>({d_v});
    for (const Block& block : all) {
        for (std::size_t j = 0; j < block.scores.size(); ++j) {
            if (std::isinf(block.scores(j))) continue;
            l += std::exp(block.scores(j) - m);
            o += std::exp(block.scores(j) - m) * row_of(block.V, j);
        }
    }
    if (l > 0.0) o /= l;
    return o;
}
}  // namespace blocks_kept

// Like the solution, except where marked.
namespace first_maximum::none
{
Vector in_blocks(Stream<Block>& blocks, std::size_t d_v)
{
    double m = 0.0;  // <--
    double l = 0.0;
    Vector o = xt::zeros<double>({d_v});
    for (const Block& block : blocks) {
        const double next = 0.0 * m;  // <--
        const double keep = std::exp(m - next);
        l *= keep;
        o *= keep;
        for (std::size_t j = 0; j < block.scores.size(); ++j) {
            const double e = std::exp(block.scores(j) - next);
            l += e;
            o += e * row_of(block.V, j);
        }
        m = next;
    }
    if (l > 0.0) o /= l;
    return o;
}
}  // namespace first_maximum::none

// Like the solution, except where marked.
namespace first_maximum::plain
{
Vector in_blocks(Stream<Block>& blocks, std::size_t d_v)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    double m = -infinity;
    double l = 0.0;
    Vector o = xt::zeros<double>({d_v});
    for (const Block& block : blocks) {
        double next = m;
        for (const double score : block.scores) next = m == -infinity ? std::fmax(next, score) : m;  // <--
        if (next == -infinity) continue;
        const double keep = std::exp(m - next);
        l *= keep;
        o *= keep;
        for (std::size_t j = 0; j < block.scores.size(); ++j) {
            const double e = std::exp(block.scores(j) - next);
            l += e;
            o += e * row_of(block.V, j);
        }
        m = next;
    }
    if (l > 0.0) o /= l;
    return o;
}
}  // namespace first_maximum::plain

// Like the solution, except where marked.
namespace hidden_block_is_nan
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
        const double keep = std::exp(m - next);
        l *= keep;
        o *= keep;
        for (std::size_t j = 0; j < block.scores.size(); ++j) {
            const double e = std::exp(block.scores(j) - next);
            l += e;
            o += e * row_of(block.V, j);
        }
        m = next;
    }
    if (l > 0.0) o /= l;
    return o;
}
}  // namespace hidden_block_is_nan

// Like the solution, except where marked.
namespace first_key_left_out
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
        for (std::size_t j = 1; j < block.scores.size(); ++j) {  // <--
            const double e = std::exp(block.scores(j) - next);
            l += e;
            o += e * row_of(block.V, j);
        }
        m = next;
    }
    if (l > 0.0) o /= l;
    return o;
}
}  // namespace first_key_left_out

// Like the solution, except where marked.
namespace last_key_left_out
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
        for (std::size_t j = 0; j + 1 < block.scores.size(); ++j) {  // <--
            const double e = std::exp(block.scores(j) - next);
            l += e;
            o += e * row_of(block.V, j);
        }
        m = next;
    }
    if (l > 0.0) o /= l;
    return o;
}
}  // namespace last_key_left_out

// Like the solution, except where marked.
namespace last_block_only
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
        l = 0.0;   // <--
        o *= 0.0;  // <--
        for (std::size_t j = 0; j < block.scores.size(); ++j) {
            const double e = std::exp(block.scores(j) - next);
            l += e;
            o += e * row_of(block.V, j);
        }
        m = next;
    }
    if (l > 0.0) o /= l;
    return o;
}
}  // namespace last_block_only

// Like the solution, except where marked.
namespace maximum_began_at_zero
{
Vector in_blocks(Stream<Block>& blocks, std::size_t d_v)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    double m = 0.0;  // <--
    double l = 0.0;
    Vector o = xt::zeros<double>({d_v});
    for (const Block& block : blocks) {
        double next = m;
        for (const double score : block.scores) next = std::fmax(next, score);
        if (next == -infinity) continue;
        const double keep = std::exp(m - next);
        l *= keep;
        o *= keep;
        for (std::size_t j = 0; j < block.scores.size(); ++j) {
            const double e = std::exp(block.scores(j) - next);
            l += e;
            o += e * row_of(block.V, j);
        }
        m = next;
    }
    if (l > 0.0) o /= l;
    return o;
}
}  // namespace maximum_began_at_zero

namespace mean_of_blocks
{
Vector in_blocks(Stream<Block>& blocks, std::size_t d_v)
{
    Vector mean = xt::zeros<double>({d_v});
    double count = 0.0;
    for (const Block& block : blocks) {
        double l = 0.0;
        Vector o = xt::zeros<double>({d_v});
        for (std::size_t j = 0; j < block.scores.size(); ++j) {
            l += std::exp(block.scores(j));
            o += std::exp(block.scores(j)) * row_of(block.V, j);
        }
        mean += o / l;
        count += 1.0;
    }
    return mean / count;
}
}  // namespace mean_of_blocks

// Like the solution, except where marked.
namespace never_corrected
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
        for (std::size_t j = 0; j < block.scores.size(); ++j) {
            const double e = std::exp(block.scores(j) - next);
            l += e;
            o += e * row_of(block.V, j);
        }
        m = next;
    }
    if (l > 0.0) o /= l;
    return o;
}
}  // namespace never_corrected

// Like the solution, except where marked.
namespace not_divided
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
        for (std::size_t j = 0; j < block.scores.size(); ++j) {
            const double e = std::exp(block.scores(j) - next);
            l += e;
            o += e * row_of(block.V, j);
        }
        m = next;
    }
    if (l < 0.0) o /= l;  // <--
    return o;
}
}  // namespace not_divided

// Like the solution, except where marked.
namespace only_l_corrected
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
        for (std::size_t j = 0; j < block.scores.size(); ++j) {
            const double e = std::exp(block.scores(j) - next);
            l += e;
            o += e * row_of(block.V, j);
        }
        m = next;
    }
    if (l > 0.0) o /= l;
    return o;
}
}  // namespace only_l_corrected

// Like the solution, except where marked.
namespace only_o_corrected
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
        o *= keep;
        for (std::size_t j = 0; j < block.scores.size(); ++j) {
            const double e = std::exp(block.scores(j) - next);
            l += e;
            o += e * row_of(block.V, j);
        }
        m = next;
    }
    if (l > 0.0) o /= l;
    return o;
}
}  // namespace only_o_corrected

}  // namespace attention
