#include "common/learn/triage/pattern.hpp"

#include <cstddef>

namespace learn::triage
{

std::string with_groups(const std::string& sentence, const std::vector<std::string>& groups)
{
    std::string result;
    for (std::size_t at = 0; at < sentence.size(); ++at) {
        const char next = at + 1 < sentence.size() ? sentence[at + 1] : ' ';
        if (sentence[at] != '$' || next < '1' || next > '9') {
            result += sentence[at];
            continue;
        }
        const auto number = static_cast<std::size_t>(next - '0');
        if (number < groups.size()) result += groups[number];
        ++at;
    }
    return result;
}

}  // namespace learn::triage
