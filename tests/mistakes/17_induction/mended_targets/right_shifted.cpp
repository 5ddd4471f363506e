#include "tests/exercises/17_induction/mended_targets.hpp"

#include <cstddef>
#include <vector>

namespace attention
{

std::vector<int> mended_targets(const std::vector<int>& tokens, std::size_t block)
{
    std::vector<int> targets(tokens.size(), -1);
    for (std::size_t next = block + 1; next < tokens.size(); ++next) targets[next - 1] = tokens[next];
    return targets;
}

}  // namespace attention
