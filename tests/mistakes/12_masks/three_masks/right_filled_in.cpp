#include "tests/exercises/12_masks/three_masks.hpp"

#include <algorithm>
#include <cstddef>

namespace attention
{

BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    BoolMatrix mask = xt::zeros<bool>({n, m});
    for (std::size_t i = 0; i < n; ++i) {
        const std::size_t end = i + m - n + 1;
        for (std::size_t back = 1; back <= width && back <= end; ++back) mask(i, end - back) = true;
    }
    return mask;
}

BoolMatrix prefix_mask(std::size_t n, std::size_t prefix)
{
    BoolMatrix mask = xt::zeros<bool>({n, n});
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < std::max(prefix, i + 1); ++j) mask(i, j) = true;
    }
    return mask;
}

BoolMatrix packed_mask(const std::vector<int>& documents)
{
    const std::size_t n = documents.size();
    BoolMatrix mask = xt::zeros<bool>({n, n});
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = i + 1; j-- > 0 && documents[i] >= 0 && documents[j] == documents[i];) mask(i, j) = true;
    }
    return mask;
}

}  // namespace attention
