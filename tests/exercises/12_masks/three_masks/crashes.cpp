// Exercise 12.3 done in ways that AddressSanitizer must stop. <-- marks where a version departs from the one it was made from.
#include "tests/exercises/12_masks/three_masks/task.hpp"

#include <cstddef>

namespace attention
{

namespace crash::n_rows_read_as_m
{
BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    BoolMatrix mask = xt::zeros<bool>({n, n});
    for (std::size_t i = 0; i < mask.shape(0); ++i) {
        for (std::size_t j = 0; j < m; ++j) mask(i, j) = j + n <= i + m && i + m < j + n + width;
    }
    return mask;
}

BoolMatrix prefix_mask(std::size_t n, std::size_t prefix)
{
    BoolMatrix mask = xt::zeros<bool>({n, n});
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) mask(i, j) = j < prefix || j <= i;
    }
    return mask;
}

BoolMatrix packed_mask(const std::vector<int>& documents)
{
    const std::size_t n = documents.size();
    BoolMatrix mask = xt::zeros<bool>({n, n});
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) mask(i, j) = j <= i && documents[i] == documents[j] && documents[j] != -1;
    }
    return mask;
}
}  // namespace crash::n_rows_read_as_m

}  // namespace attention
