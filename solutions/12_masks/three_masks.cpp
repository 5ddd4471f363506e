#include "tests/exercises/12_masks/three_masks/task.hpp"

#include "12_masks/masks.hpp"

namespace attention
{

BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    // Query i is at key i + m - n. It sees key j if j is not after that place, and less than `width` before it. Both
    // comparisons add on the other side instead of subtracting, so nothing goes below zero.
    BoolMatrix mask = xt::zeros<bool>({n, m});
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < m; ++j) {
            const bool not_later = j + n <= i + m;
            const bool near = i + m < j + n + width;
            mask(i, j) = not_later && near;
        }
    }
    return mask;
}

BoolMatrix prefix_mask(std::size_t n, std::size_t prefix)
{
    // The key belongs to the prefix, not the query: later words see the question as well. "Or" shows more.
    BoolMatrix mask = causal_mask(n, n);
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < prefix; ++j) mask(i, j) = true;
    }
    return mask;
}

BoolMatrix packed_mask(const std::vector<int>& documents)
{
    // "And" hides more: causal, the same document, and a document at all. Two paddings have the same number.
    const std::size_t n = documents.size();
    BoolMatrix mask = causal_mask(n, n);
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
            const bool same = documents[i] == documents[j];
            const bool real = documents[j] != -1;
            mask(i, j) = mask(i, j) && same && real;
        }
    }
    return mask;
}

}  // namespace attention
