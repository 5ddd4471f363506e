// Exercise 12.3 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/12_masks/three_masks/task.hpp"

#include "12_masks/masks.hpp"

#include <algorithm>
#include <cstddef>

namespace attention
{

namespace right::conditions
{
BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    BoolMatrix mask = xt::zeros<bool>({n, m});
    for (std::size_t i = 0; i < mask.shape(0); ++i) {
        for (std::size_t j = 0; j < mask.shape(1); ++j) mask(i, j) = j + n <= i + m && i + m < j + n + width;
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
}  // namespace right::conditions

// Like the solution, except where marked.
namespace right::filled_in
{
BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    BoolMatrix mask = xt::zeros<bool>({n, m});
    for (std::size_t i = 0; i < n; ++i) {
        const std::size_t end = i + m - n + 1;                                                        // <--
        for (std::size_t back = 1; back <= width && back <= end; ++back) mask(i, end - back) = true;  // <--
    }
    return mask;
}

BoolMatrix prefix_mask(std::size_t n, std::size_t prefix)
{
    BoolMatrix mask = xt::zeros<bool>({n, n});  // <--
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < std::max(prefix, i + 1); ++j) mask(i, j) = true;  // <--
    }
    return mask;
}

BoolMatrix packed_mask(const std::vector<int>& documents)
{
    const std::size_t n = documents.size();
    BoolMatrix mask = xt::zeros<bool>({n, n});  // <--
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = i + 1; j-- > 0 && documents[i] >= 0 && documents[j] == documents[i];)  // <--
            mask(i, j) = true;                                                                      // <--
    }
    return mask;
}
}  // namespace right::filled_in

namespace right::signed_places
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
}  // namespace right::signed_places

// Like right::conditions, except where marked.
namespace and_for_or
{
BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    BoolMatrix mask = xt::zeros<bool>({n, m});
    for (std::size_t i = 0; i < mask.shape(0); ++i) {
        for (std::size_t j = 0; j < mask.shape(1); ++j) mask(i, j) = j + n <= i + m && i + m < j + n + width;
    }
    return mask;
}

BoolMatrix prefix_mask(std::size_t n, std::size_t prefix)
{
    BoolMatrix mask = xt::zeros<bool>({n, n});
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) mask(i, j) = j < prefix && j <= i;  // <--
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
}  // namespace and_for_or

// Like right::conditions, except where marked.
namespace answer_sees_answer_alone
{
BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    BoolMatrix mask = xt::zeros<bool>({n, m});
    for (std::size_t i = 0; i < mask.shape(0); ++i) {
        for (std::size_t j = 0; j < mask.shape(1); ++j) mask(i, j) = j + n <= i + m && i + m < j + n + width;
    }
    return mask;
}

BoolMatrix prefix_mask(std::size_t n, std::size_t prefix)
{
    BoolMatrix mask = xt::zeros<bool>({n, n});
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) mask(i, j) = i < prefix ? j < prefix : j >= prefix && j <= i;  // <--
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
}  // namespace answer_sees_answer_alone

// Like right::conditions, except where marked.
namespace both_sides
{
BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    BoolMatrix mask = xt::zeros<bool>({n, m});
    for (std::size_t i = 0; i < mask.shape(0); ++i) {
        for (std::size_t j = 0; j < mask.shape(1); ++j)                   // <--
            mask(i, j) = i + m < j + n + width && j + n < i + m + width;  // <--
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
}  // namespace both_sides

// Like right::conditions, except where marked.
namespace documents_not_told_apart::causal
{
BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    BoolMatrix mask = xt::zeros<bool>({n, m});
    for (std::size_t i = 0; i < mask.shape(0); ++i) {
        for (std::size_t j = 0; j < mask.shape(1); ++j) mask(i, j) = j + n <= i + m && i + m < j + n + width;
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
        for (std::size_t j = 0; j < n; ++j) mask(i, j) = j <= i;  // <--
    }
    return mask;
}
}  // namespace documents_not_told_apart::causal

// Like right::conditions, except where marked.
namespace documents_not_told_apart::plain
{
BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    BoolMatrix mask = xt::zeros<bool>({n, m});
    for (std::size_t i = 0; i < mask.shape(0); ++i) {
        for (std::size_t j = 0; j < mask.shape(1); ++j) mask(i, j) = j + n <= i + m && i + m < j + n + width;
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
        for (std::size_t j = 0; j < n; ++j) mask(i, j) = j <= i && documents[j] != -1;  // <--
    }
    return mask;
}
}  // namespace documents_not_told_apart::plain

// Like right::conditions, except where marked.
namespace looks_ahead::packed
{
BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    BoolMatrix mask = xt::zeros<bool>({n, m});
    for (std::size_t i = 0; i < mask.shape(0); ++i) {
        for (std::size_t j = 0; j < mask.shape(1); ++j) mask(i, j) = j + n <= i + m && i + m < j + n + width;
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
        for (std::size_t j = 0; j < n; ++j)                                             // <--
            mask(i, j) = i <= j && documents[i] == documents[j] && documents[j] != -1;  // <--
    }
    return mask;
}
}  // namespace looks_ahead::packed

// Like right::conditions, except where marked.
namespace looks_ahead::plain
{
BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    BoolMatrix mask = xt::zeros<bool>({n, m});
    for (std::size_t i = 0; i < mask.shape(0); ++i) {
        for (std::size_t j = 0; j < mask.shape(1); ++j) mask(i, j) = i + m <= j + n && j + n < i + m + width;  // <--
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
}  // namespace looks_ahead::plain

// Like right::conditions, except where marked.
namespace looks_ahead::prefix
{
BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    BoolMatrix mask = xt::zeros<bool>({n, m});
    for (std::size_t i = 0; i < mask.shape(0); ++i) {
        for (std::size_t j = 0; j < mask.shape(1); ++j) mask(i, j) = j + n <= i + m && i + m < j + n + width;
    }
    return mask;
}

BoolMatrix prefix_mask(std::size_t n, std::size_t prefix)
{
    BoolMatrix mask = xt::zeros<bool>({n, n});
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) mask(i, j) = j < prefix || j >= i;  // <--
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
}  // namespace looks_ahead::prefix

// Like right::conditions, except where marked.
namespace looks_ahead::rows_are_keys
{
BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    BoolMatrix mask = xt::zeros<bool>({m, n});  // <--
    for (std::size_t i = 0; i < mask.shape(0); ++i) {
        for (std::size_t j = 0; j < mask.shape(1); ++j) mask(i, j) = i + n <= j + m && j + m < i + n + width;  // <--
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
}  // namespace looks_ahead::rows_are_keys

// Like right::conditions, except where marked.
namespace mask_inverted::packed
{
BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    BoolMatrix mask = xt::zeros<bool>({n, m});
    for (std::size_t i = 0; i < mask.shape(0); ++i) {
        for (std::size_t j = 0; j < mask.shape(1); ++j) mask(i, j) = j + n <= i + m && i + m < j + n + width;
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
        for (std::size_t j = 0; j < n; ++j)                                                // <--
            mask(i, j) = !(j <= i && documents[i] == documents[j] && documents[j] != -1);  // <--
    }
    return mask;
}
}  // namespace mask_inverted::packed

// Like right::conditions, except where marked.
namespace mask_inverted::plain
{
BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    BoolMatrix mask = xt::zeros<bool>({n, m});
    for (std::size_t i = 0; i < mask.shape(0); ++i) {
        for (std::size_t j = 0; j < mask.shape(1); ++j) mask(i, j) = !(j + n <= i + m && i + m < j + n + width);  // <--
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
}  // namespace mask_inverted::plain

// Like right::conditions, except where marked.
namespace mask_inverted::prefix
{
BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    BoolMatrix mask = xt::zeros<bool>({n, m});
    for (std::size_t i = 0; i < mask.shape(0); ++i) {
        for (std::size_t j = 0; j < mask.shape(1); ++j) mask(i, j) = j + n <= i + m && i + m < j + n + width;
    }
    return mask;
}

BoolMatrix prefix_mask(std::size_t n, std::size_t prefix)
{
    BoolMatrix mask = xt::zeros<bool>({n, n});
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) mask(i, j) = !(j < prefix || j <= i);  // <--
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
}  // namespace mask_inverted::prefix

// Like right::conditions, except where marked.
namespace neighbours_only
{
BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    BoolMatrix mask = xt::zeros<bool>({n, m});
    for (std::size_t i = 0; i < mask.shape(0); ++i) {
        for (std::size_t j = 0; j < mask.shape(1); ++j) mask(i, j) = j + n <= i + m && i + m < j + n + width;
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
        for (std::size_t j = 0; j < n; ++j)                                                           // <--
            mask(i, j) = j <= i && i <= j + 1 && documents[i] == documents[j] && documents[j] != -1;  // <--
    }
    return mask;
}
}  // namespace neighbours_only

// Like right::conditions, except where marked.
namespace never_ends
{
BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    BoolMatrix mask = xt::zeros<bool>({n, m});
    for (std::size_t i = 0; i < mask.shape(0); ++i) {
        for (std::size_t j = 0; j < mask.shape(1); ++j) mask(i, j) = j + n <= i + m;  // <--
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
}  // namespace never_ends

// Like right::conditions, except where marked.
namespace not_causal::padding
{
BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    BoolMatrix mask = xt::zeros<bool>({n, m});
    for (std::size_t i = 0; i < mask.shape(0); ++i) {
        for (std::size_t j = 0; j < mask.shape(1); ++j) mask(i, j) = j + n <= i + m && i + m < j + n + width;
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
        for (std::size_t j = 0; j < n; ++j) mask(i, j) = documents[i] == documents[j];  // <--
    }
    return mask;
}
}  // namespace not_causal::padding

// Like right::conditions, except where marked.
namespace not_causal::plain
{
BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    BoolMatrix mask = xt::zeros<bool>({n, m});
    for (std::size_t i = 0; i < mask.shape(0); ++i) {
        for (std::size_t j = 0; j < mask.shape(1); ++j) mask(i, j) = j + n <= i + m && i + m < j + n + width;
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
        for (std::size_t j = 0; j < n; ++j) mask(i, j) = documents[i] == documents[j] && documents[j] != -1;  // <--
    }
    return mask;
}
}  // namespace not_causal::plain

// Like right::conditions, except where marked.
namespace numbers_as_order::down
{
BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    BoolMatrix mask = xt::zeros<bool>({n, m});
    for (std::size_t i = 0; i < mask.shape(0); ++i) {
        for (std::size_t j = 0; j < mask.shape(1); ++j) mask(i, j) = j + n <= i + m && i + m < j + n + width;
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
        for (std::size_t j = 0; j < n; ++j)                                             // <--
            mask(i, j) = j <= i && documents[j] >= documents[i] && documents[j] != -1;  // <--
    }
    return mask;
}
}  // namespace numbers_as_order::down

// Like right::conditions, except where marked.
namespace numbers_as_order::plain
{
BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    BoolMatrix mask = xt::zeros<bool>({n, m});
    for (std::size_t i = 0; i < mask.shape(0); ++i) {
        for (std::size_t j = 0; j < mask.shape(1); ++j) mask(i, j) = j + n <= i + m && i + m < j + n + width;
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
        for (std::size_t j = 0; j < n; ++j)                                             // <--
            mask(i, j) = j <= i && documents[j] <= documents[i] && documents[j] != -1;  // <--
    }
    return mask;
}
}  // namespace numbers_as_order::plain

// Like right::conditions, except where marked.
namespace one_place_off::left
{
BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    BoolMatrix mask = xt::zeros<bool>({n, m});
    for (std::size_t i = 0; i < mask.shape(0); ++i) {
        for (std::size_t j = 0; j < mask.shape(1); ++j)                                // <--
            mask(i, j) = j + n + (m > n) <= i + m && i + m < j + n + width + (m > n);  // <--
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
}  // namespace one_place_off::left

// Like right::conditions, except where marked.
namespace one_place_off::plain
{
BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    BoolMatrix mask = xt::zeros<bool>({n, m});
    for (std::size_t i = 0; i < mask.shape(0); ++i) {
        for (std::size_t j = 0; j < mask.shape(1); ++j)                                // <--
            mask(i, j) = j + n <= i + m + (m > n) && i + m + (m > n) < j + n + width;  // <--
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
}  // namespace one_place_off::plain

// Like right::conditions, except where marked.
namespace one_too_few
{
BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    BoolMatrix mask = xt::zeros<bool>({n, m});
    for (std::size_t i = 0; i < mask.shape(0); ++i) {
        for (std::size_t j = 0; j < mask.shape(1); ++j)                // <--
            mask(i, j) = j + n <= i + m && i + m + 1 < j + n + width;  // <--
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
}  // namespace one_too_few

// Like right::conditions, except where marked.
namespace own_place_hidden::and_shorter
{
BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    BoolMatrix mask = xt::zeros<bool>({n, m});
    for (std::size_t i = 0; i < mask.shape(0); ++i) {
        for (std::size_t j = 0; j < mask.shape(1); ++j) mask(i, j) = j + n < i + m && i + m < j + n + width;  // <--
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
}  // namespace own_place_hidden::and_shorter

// Like right::conditions, except where marked.
namespace own_place_hidden::packed
{
BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    BoolMatrix mask = xt::zeros<bool>({n, m});
    for (std::size_t i = 0; i < mask.shape(0); ++i) {
        for (std::size_t j = 0; j < mask.shape(1); ++j) mask(i, j) = j + n <= i + m && i + m < j + n + width;
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
        for (std::size_t j = 0; j < n; ++j)                                            // <--
            mask(i, j) = j < i && documents[i] == documents[j] && documents[j] != -1;  // <--
    }
    return mask;
}
}  // namespace own_place_hidden::packed

// Like right::conditions, except where marked.
namespace own_place_hidden::plain
{
BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    BoolMatrix mask = xt::zeros<bool>({n, m});
    for (std::size_t i = 0; i < mask.shape(0); ++i) {
        for (std::size_t j = 0; j < mask.shape(1); ++j) mask(i, j) = j + n < i + m && i + m <= j + n + width;  // <--
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
}  // namespace own_place_hidden::plain

// Like right::conditions, except where marked.
namespace own_place_hidden::prefix
{
BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    BoolMatrix mask = xt::zeros<bool>({n, m});
    for (std::size_t i = 0; i < mask.shape(0); ++i) {
        for (std::size_t j = 0; j < mask.shape(1); ++j) mask(i, j) = j + n <= i + m && i + m < j + n + width;
    }
    return mask;
}

BoolMatrix prefix_mask(std::size_t n, std::size_t prefix)
{
    BoolMatrix mask = xt::zeros<bool>({n, n});
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) mask(i, j) = j < prefix || j < i;  // <--
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
}  // namespace own_place_hidden::prefix

// Like right::conditions, except where marked.
namespace own_place_not_counted
{
BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    BoolMatrix mask = xt::zeros<bool>({n, m});
    for (std::size_t i = 0; i < mask.shape(0); ++i) {
        for (std::size_t j = 0; j < mask.shape(1); ++j) mask(i, j) = j + n <= i + m && i + m <= j + n + width;  // <--
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
}  // namespace own_place_not_counted

// Like right::conditions, except where marked.
namespace padding_of_queries
{
BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    BoolMatrix mask = xt::zeros<bool>({n, m});
    for (std::size_t i = 0; i < mask.shape(0); ++i) {
        for (std::size_t j = 0; j < mask.shape(1); ++j) mask(i, j) = j + n <= i + m && i + m < j + n + width;
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
        for (std::size_t j = 0; j < n; ++j) mask(i, j) = j <= i && documents[i] != -1;  // <--
    }
    return mask;
}
}  // namespace padding_of_queries

// Like right::conditions, except where marked.
namespace padding_sees_padding::own_place
{
BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    BoolMatrix mask = xt::zeros<bool>({n, m});
    for (std::size_t i = 0; i < mask.shape(0); ++i) {
        for (std::size_t j = 0; j < mask.shape(1); ++j) mask(i, j) = j + n <= i + m && i + m < j + n + width;
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
        for (std::size_t j = 0; j < n; ++j)                                                         // <--
            mask(i, j) = i == j || (j <= i && documents[i] == documents[j] && documents[j] != -1);  // <--
    }
    return mask;
}
}  // namespace padding_sees_padding::own_place

// Like right::conditions, except where marked.
namespace padding_sees_padding::plain
{
BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    BoolMatrix mask = xt::zeros<bool>({n, m});
    for (std::size_t i = 0; i < mask.shape(0); ++i) {
        for (std::size_t j = 0; j < mask.shape(1); ++j) mask(i, j) = j + n <= i + m && i + m < j + n + width;
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
        for (std::size_t j = 0; j < n; ++j) mask(i, j) = j <= i && documents[i] == documents[j];  // <--
    }
    return mask;
}
}  // namespace padding_sees_padding::plain

// Like right::conditions, except where marked.
namespace prefix_alone
{
BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    BoolMatrix mask = xt::zeros<bool>({n, m});
    for (std::size_t i = 0; i < mask.shape(0); ++i) {
        for (std::size_t j = 0; j < mask.shape(1); ++j) mask(i, j) = j + n <= i + m && i + m < j + n + width;
    }
    return mask;
}

BoolMatrix prefix_mask(std::size_t n, std::size_t prefix)
{
    BoolMatrix mask = xt::zeros<bool>({n, n});
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) mask(i, j) = j < prefix;  // <--
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
}  // namespace prefix_alone

// Like right::conditions, except where marked.
namespace prefix_forgotten
{
BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    BoolMatrix mask = xt::zeros<bool>({n, m});
    for (std::size_t i = 0; i < mask.shape(0); ++i) {
        for (std::size_t j = 0; j < mask.shape(1); ++j) mask(i, j) = j + n <= i + m && i + m < j + n + width;
    }
    return mask;
}

BoolMatrix prefix_mask(std::size_t n, std::size_t prefix)
{
    BoolMatrix mask = xt::zeros<bool>({n, n});
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) mask(i, j) = j <= i;  // <--
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
}  // namespace prefix_forgotten

// Like right::conditions, except where marked.
namespace prefix_of_queries
{
BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    BoolMatrix mask = xt::zeros<bool>({n, m});
    for (std::size_t i = 0; i < mask.shape(0); ++i) {
        for (std::size_t j = 0; j < mask.shape(1); ++j) mask(i, j) = j + n <= i + m && i + m < j + n + width;
    }
    return mask;
}

BoolMatrix prefix_mask(std::size_t n, std::size_t prefix)
{
    BoolMatrix mask = xt::zeros<bool>({n, n});
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) mask(i, j) = i < prefix || j <= i;  // <--
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
}  // namespace prefix_of_queries

// Like right::conditions, except where marked.
namespace prefix_too_long
{
BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    BoolMatrix mask = xt::zeros<bool>({n, m});
    for (std::size_t i = 0; i < mask.shape(0); ++i) {
        for (std::size_t j = 0; j < mask.shape(1); ++j) mask(i, j) = j + n <= i + m && i + m < j + n + width;
    }
    return mask;
}

BoolMatrix prefix_mask(std::size_t n, std::size_t prefix)
{
    BoolMatrix mask = xt::zeros<bool>({n, n});
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) mask(i, j) = j <= prefix || j <= i;  // <--
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
}  // namespace prefix_too_long

// Like right::conditions, except where marked.
namespace prefix_too_short
{
BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    BoolMatrix mask = xt::zeros<bool>({n, m});
    for (std::size_t i = 0; i < mask.shape(0); ++i) {
        for (std::size_t j = 0; j < mask.shape(1); ++j) mask(i, j) = j + n <= i + m && i + m < j + n + width;
    }
    return mask;
}

BoolMatrix prefix_mask(std::size_t n, std::size_t prefix)
{
    BoolMatrix mask = xt::zeros<bool>({n, n});
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) mask(i, j) = j + 1 < prefix || j <= i;  // <--
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
}  // namespace prefix_too_short

// Like right::conditions, except where marked.
namespace queries_for_keys::all
{
BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    BoolMatrix mask = xt::zeros<bool>({m, m});  // <--
    for (std::size_t i = 0; i < mask.shape(0); ++i) {
        for (std::size_t j = 0; j < mask.shape(1); ++j) mask(i, j) = j <= i && i < j + width;  // <--
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
}  // namespace queries_for_keys::all

// Like right::conditions, except where marked.
namespace queries_for_keys::plain
{
BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    BoolMatrix mask = xt::zeros<bool>({n, n});  // <--
    for (std::size_t i = 0; i < mask.shape(0); ++i) {
        for (std::size_t j = 0; j < mask.shape(1); ++j) mask(i, j) = j <= i && i < j + width;  // <--
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
}  // namespace queries_for_keys::plain

// Like right::conditions, except where marked.
namespace sees_the_future
{
BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    BoolMatrix mask = xt::zeros<bool>({n, m});
    for (std::size_t i = 0; i < mask.shape(0); ++i) {
        for (std::size_t j = 0; j < mask.shape(1); ++j) mask(i, j) = i + m < j + n + width;  // <--
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
}  // namespace sees_the_future

// Like right::conditions, except where marked.
namespace top_left
{
BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    BoolMatrix mask = xt::zeros<bool>({n, m});
    for (std::size_t i = 0; i < mask.shape(0); ++i) {
        for (std::size_t j = 0; j < mask.shape(1); ++j) mask(i, j) = j <= i && i < j + width;  // <--
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
}  // namespace top_left

// Like right::conditions, except where marked.
namespace width_zero_is_one
{
BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    BoolMatrix mask = xt::zeros<bool>({n, m});
    for (std::size_t i = 0; i < mask.shape(0); ++i) {
        for (std::size_t j = 0; j < mask.shape(1); ++j)                                // <--
            mask(i, j) = j + n == i + m || (j + n <= i + m && i + m < j + n + width);  // <--
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
}  // namespace width_zero_is_one

// Like right::conditions, except where marked.
namespace width_zero_wrapped
{
BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    BoolMatrix mask = xt::zeros<bool>({n, m});
    for (std::size_t i = 0; i < mask.shape(0); ++i) {
        for (std::size_t j = 0; j < mask.shape(1); ++j)                 // <--
            mask(i, j) = j + n <= i + m && i + m - j - n <= width - 1;  // <--
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
}  // namespace width_zero_wrapped

// Like right::conditions, except where marked.
namespace wrapped_below_zero
{
BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    BoolMatrix mask = xt::zeros<bool>({n, m});
    for (std::size_t i = 0; i < mask.shape(0); ++i) {
        for (std::size_t j = 0; j < mask.shape(1); ++j)                   // <--
            mask(i, j) = j + n <= i + m && j >= i + (m - n) - width + 1;  // <--
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
}  // namespace wrapped_below_zero

// Like right::conditions, except where marked.
namespace zero_is_a_document
{
BoolMatrix window_mask(std::size_t n, std::size_t m, std::size_t width)
{
    BoolMatrix mask = xt::zeros<bool>({n, m});
    for (std::size_t i = 0; i < mask.shape(0); ++i) {
        for (std::size_t j = 0; j < mask.shape(1); ++j) mask(i, j) = j + n <= i + m && i + m < j + n + width;
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
        for (std::size_t j = 0; j < n; ++j)                                           // <--
            mask(i, j) = j <= i && documents[i] == documents[j] && documents[j] > 0;  // <--
    }
    return mask;
}
}  // namespace zero_is_a_document

}  // namespace attention
