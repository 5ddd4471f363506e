/// Exercise 20.2: Block by block
///
/// One query, its scores, and the values behind the keys. Find its output, softmax(scores) V, in blocks: take `block` keys
/// at a time, find the largest score among them, correct what you have if it is a new maximum, and add the block. No more
/// than one block is ever looked at, and each only once.
///
///     scores [1, 3, 2, 5, 4],  block 2    goes over keys 0, 1, then 2, 3, then 4
///
/// The last block may be shorter. Some scores may be -infinity, even all of a block, and even the first one. Scores of 5000
/// beside -5000 must not trouble you. Where nothing may be seen, the output is 0.
///
/// \param scores  shape (m)
/// \param V       the values, shape (m, d_v)
/// \param block   how many keys at a time, at least 1
/// \return        shape (d_v)
#include "tests/exercises/20_long_context/in_blocks.hpp"

#include "19_online_softmax/partial.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace attention
{

Vector in_blocks(const Vector& scores, const Matrix& V, std::size_t block)
{
    // A block is merged as a single key is: its maximum against ours, one correction, then its sums.
    constexpr double infinity = std::numeric_limits<double>::infinity();
    double m = -infinity;
    double l = 0.0;
    Vector o = xt::zeros<double>({V.shape(1)});
    for (std::size_t first = 0; first < scores.size(); first += block) {
        const std::size_t end = std::min(first + block, scores.size());
        double next = m;
        for (std::size_t j = first; j < end; ++j) next = std::fmax(next, scores(j));
        if (next == -infinity) continue;         // nothing to see so far; exp(-infinity + infinity) would be NaN
        const double keep = std::exp(m - next);  // 0 for the first block that shows anything
        l *= keep;
        o *= keep;
        for (std::size_t j = first; j < end; ++j) {
            const double e = std::exp(scores(j) - next);
            l += e;
            o += e * row_of(V, j);
        }
        m = next;
    }
    if (l > 0.0) o /= l;
    return o;
}

}  // namespace attention
