#include "tests/exercises/19_online_softmax/merged_all.hpp"

#include <cmath>
#include <limits>

namespace attention
{

Partial merged_all(const std::vector<Partial>& parts)
{
    Partial all = parts.back();
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
        const Partial& part = parts[i];
        if (part.maximum > all.maximum) {
            const double shrink = std::exp(all.maximum - part.maximum);
            all = {part.maximum, shrink * all.sum + part.sum, shrink * all.output + part.output};
        } else if (part.sum > 0.0) {
            const double share = std::exp(part.maximum - all.maximum);
            all.sum += share * part.sum;
            all.output += share * part.output;
        }
    }
    return all;
}

}  // namespace attention
