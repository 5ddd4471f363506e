#include "tests/exercises/12_masks/three_masks.hpp"

#include "12_masks/masks.hpp"

#include <algorithm>

namespace attention
{

BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    const int first = static_cast<int>(m) - static_cast<int>(n);
    BoolMatrix mask = xt::zeros<bool>({n, m});
    for (int i = 0; i < static_cast<int>(n); ++i) {
        const int back_to = first + i - static_cast<int>(width) + 1;
        for (int j = std::max(0, back_to); j <= first + i; ++j)
            mask(static_cast<std::size_t>(i), static_cast<std::size_t>(j)) = true;
    }
    return mask;
}

BoolMatrix prefix_mask(std::size_t n, std::size_t prefix)
{
    BoolMatrix mask = causal_mask(n, n);
    xt::view(mask, xt::range(0, prefix), xt::range(0, prefix)) = true;  // the later words see these anyway
    return mask;
}

BoolMatrix packed_mask(const std::vector<int>& documents)
{
    const std::size_t n = documents.size();
    std::vector<bool> is_real;
    BoolMatrix same = xt::zeros<bool>({n, n});
    for (std::size_t i = 0; i < n; ++i) {
        is_real.push_back(documents[i] != -1);
        for (std::size_t j = 0; j < n; ++j) same(i, j) = documents[i] == documents[j];
    }
    return both(both(causal_mask(n, n), same), padding_mask(n, is_real));
}

}  // namespace attention
