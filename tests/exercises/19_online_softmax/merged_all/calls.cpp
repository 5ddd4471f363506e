// Exercise 19.2 solved by calling what the chapters have written already.
#include "tests/exercises/19_online_softmax/merged_all/task.hpp"

#include "19_online_softmax/partial.hpp"

#include <cstddef>
#include <vector>

namespace attention
{

namespace called_instead::two_at_a_time
{
Partial merged_all(const std::vector<Partial>& parts)
{
    Partial all = parts.front();
    for (std::size_t i = 1; i < parts.size(); ++i) all = merged(all, parts[i]);
    return all;
}
}  // namespace called_instead::two_at_a_time

}  // namespace attention
