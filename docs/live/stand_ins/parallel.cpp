// `common/parallel.hpp` for live pages: one thing after the other.

#include "common/parallel.hpp"

#include <cstddef>
#include <functional>

namespace common
{

int processors() { return 1; }

void in_parallel(std::size_t count, int, const std::function<void(std::size_t)>& work)
{
    for (std::size_t i = 0; i < count; ++i) work(i);
}

}  // namespace common
