#include "tests/exercises/19_online_softmax/merged_all.hpp"

#include <cmath>
#include <limits>

namespace attention
{

Partial merged_all(const std::vector<Partial>& parts)
{
    Partial all = parts.front();
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const double factor = parts[i].sum == 0.0 ? 0.0 : std::exp(parts[i].maximum - parts.front().maximum);
        all.sum += factor * parts[i].sum;
        all.output += factor * parts[i].output;
    }
    double largest = parts.front().maximum;
    for (const Partial& part : parts) largest = std::fmax(largest, part.maximum);
    all.sum *= std::exp(parts.front().maximum - largest);
    all.output *= std::exp(parts.front().maximum - largest);
    if (std::isnan(all.sum))
        all = {largest, std::numeric_limits<double>::infinity(), Vector({std::numeric_limits<double>::infinity()})};
    all.maximum = largest;
    return all;
}

}  // namespace attention
