#include "tests/exercises/19_online_softmax/merged_all.hpp"

#include <cmath>
#include <limits>

namespace attention
{

Partial merged_all(const std::vector<Partial>& parts)
{
    Partial all = nothing_seen(parts.front().output.size());
    for (const Partial& part : parts) all.maximum = std::fmax(all.maximum, part.maximum);
    for (const Partial& part : parts) {
        [[maybe_unused]] const double keep = std::exp(part.maximum);
        all.sum += keep * part.sum;
        all.output += keep * part.output;
    }
    return all;
}

}  // namespace attention
