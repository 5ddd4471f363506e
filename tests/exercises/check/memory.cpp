#include "tests/exercises/check/memory.hpp"

#include <algorithm>

// Of AddressSanitizer; GCC 12 does not install the header that declares it.
// NOLINTBEGIN(bugprone-reserved-identifier,clang-diagnostic-reserved-identifier,readability-identifier-naming)
extern "C" std::size_t __sanitizer_get_current_allocated_bytes() __attribute__((weak));
// NOLINTEND(bugprone-reserved-identifier,clang-diagnostic-reserved-identifier,readability-identifier-naming)

namespace check
{

std::size_t bytes_in_use()
{
    return __sanitizer_get_current_allocated_bytes != nullptr ? __sanitizer_get_current_allocated_bytes() : 0;
}

void Growth::look()
{
    const auto now = static_cast<double>(bytes_in_use());
    if (!looked_) first_ = now;
    looked_ = true;
    most_ = std::max(most_, now - first_);
}

}  // namespace check
